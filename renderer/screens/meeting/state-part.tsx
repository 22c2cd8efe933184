import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { clockAndDay } from "../../app/clock.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { useCorrectedAt } from "../../stores/corrected-at.ts";
import { holdMeeting, lockMeeting, reopenMeeting, startMeeting } from "./state-actions.ts";
import "./states.css";

const words = liveTexts.states;
const commands = liveTexts.commands;

/** The series, how far the meeting is and what that means, and the ways on. */
export function StatePart({ meeting }: { meeting: MeetingView }) {
  const { state, seriesTitle, approvedAt, locked } = meeting;
  const correctedAt = useCorrectedAt(meeting);
  return (
    <dl className="details-facts">
      <dt>{texts.details.series}</dt>
      <dd>{seriesTitle}</dd>
      <dt>{texts.details.state}</dt>
      <dd>
        {words.names[state]}
        {approvedAt !== null && ` ${clockAndDay(approvedAt)}`}
        {correctedAt !== null && <p>{words.correctedAt(clockAndDay(correctedAt))}</p>}
        <p className="field-hint">{locked ? words.lockedNote : words.hint[state]}</p>
        <div className="state-facts">
          {state === "planned" && <Button onClick={() => void startMeeting()}>{commands.startMeeting}</Button>}
          {(state === "planned" || state === "running") && <Button onClick={() => void holdMeeting()}>{commands.holdMeeting}</Button>}
          {locked ? (
            <Button onClick={() => void reopenMeeting()}>{commands.reopenMeeting}</Button>
          ) : (
            <Button look={state === "approved" ? "raised" : "plain"} onClick={() => void lockMeeting()}>
              {commands.lockMeeting}
            </Button>
          )}
        </div>
      </dd>
    </dl>
  );
}
