import { Pause, Play } from "lucide-react";
import { hoursAndMinutes } from "../../../shared/domain/clock.ts";
import { type ItemView, itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { itemProgress } from "../../app/item-progress.ts";
import { texts } from "../../app/texts.ts";
import { IconButton } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { Tooltip } from "../../components/tooltip.tsx";
import { findRunning, useClock } from "../../stores/clock.ts";
import { useTick } from "../../stores/tick.ts";
import "./rail-head.css";
import { clockTime, endText, isOver, partSpent, slackText } from "./clock-words.ts";

const words = texts.clock;

type RailHeadProps = { meeting: MeetingView; activeItemId: string | null };

/** What stands over the agenda: the clock while the meeting runs, the length of a held one, else how far the meeting is. */
export function RailHead({ meeting, activeItemId }: RailHeadProps) {
  const running = findRunning(meeting);
  if (running !== null) return <ClockHead meeting={meeting} item={running} runs />;
  const open = (meeting.state === "planned" || meeting.state === "running") && !meeting.locked;
  const item = open ? (itemsOf(meeting).find((each) => each.id === activeItemId) ?? null) : null;
  if (meeting.state === "running" && item !== null) return <ClockHead meeting={meeting} item={item} runs={false} />;
  return <SummaryHead meeting={meeting} item={item} />;
}

/** The clock of one punkt. Its figures change by themselves, once a second; the rest is drawn only when the clock starts or stops. */
function ClockHead({ meeting, item, runs }: { meeting: MeetingView; item: ItemView; runs: boolean }) {
  return (
    <header className="rail-head">
      <h2 className="clock-what">{runs ? words.running(item.number) : words.standing(item.number)}</h2>
      <div className="clock-line">
        <p className={runs ? "clock-time tabular" : "clock-time clock-time-still tabular"}>
          <Elapsed item={item} />
          {item.minutes !== null && <span className="clock-planned"> {words.ofPlanned(item.minutes)}</span>}
        </p>
        {runs ? <PauseButton /> : <StartButton item={item} />}
      </div>
      <Meter item={item} />
      <End meeting={meeting} />
    </header>
  );
}

function Elapsed({ item }: { item: ItemView }) {
  return useTick((now) => clockTime(item, now));
}

function Meter({ item }: { item: ItemView }) {
  const part = useTick((now) => partSpent(item, now));
  const over = useTick((now) => isOver(item, now));
  return (
    <div className={over ? "clock-meter clock-meter-over" : "clock-meter"} aria-hidden="true">
      <div className="clock-meter-part" style={{ transform: `scaleX(${part})` }} />
    </div>
  );
}

function End({ meeting }: { meeting: MeetingView }) {
  const end = useTick((now) => endText(meeting, now));
  const slack = useTick((now) => slackText(meeting, now));
  return (
    <p className="rail-summary tabular">
      <span>{end}</span>
      {slack !== "" && <span>{slack}</span>}
    </p>
  );
}

function PauseButton() {
  return (
    <Tooltip text={words.pause} keys="F8">
      <IconButton
        className="clock-button"
        label={words.pause}
        aria-keyshortcuts="F8"
        icon={<Pause {...iconProps} />}
        onClick={() => void useClock.getState().pause()}
      />
    </Tooltip>
  );
}

function StartButton({ item }: { item: ItemView }) {
  return (
    <Tooltip text={words.start(item.number)} keys="F8">
      <IconButton
        className="clock-button"
        label={words.start(item.number)}
        aria-keyshortcuts="F8"
        icon={<Play {...iconProps} />}
        onClick={() => void useClock.getState().start(item.id)}
      />
    </Tooltip>
  );
}

function SummaryHead({ meeting, item }: { meeting: MeetingView; item: ItemView | null }) {
  const items = itemsOf(meeting);
  const decided = items.filter((each) => itemProgress(each, false) === "decided").length;
  const planned = items.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
  const spent = items.reduce((sum, each) => sum + each.spentSeconds, 0);
  const held = spent > 0 && (meeting.state === "draft" || meeting.state === "approved");
  return (
    <header className="rail-head">
      {held && <p className="clock-what">{words.over}</p>}
      <div className="clock-line">
        {held ? <p className="clock-time tabular">{hoursAndMinutes(spent)}</p> : <h2 className="rail-title">{texts.agenda.title}</h2>}
        {item !== null && <StartButton item={item} />}
      </div>
      <p className="rail-summary tabular">
        <span>{texts.agenda.summary(decided, items.length)}</span>
        {planned > 0 && <span>{texts.agenda.planned(planned)}</span>}
      </p>
    </header>
  );
}
