import {
  CircleCheck,
  CircleDashed,
  Clock,
  CornerDownRight,
  Ellipsis,
  FolderCheck,
  ListChecks,
  Lock,
  type LucideIcon,
  PencilLine,
  Trash2,
} from "lucide-react";
import { dayAndMonth, dayOfMonth, longDate, monthName, screenTime } from "../../../shared/domain/date.ts";
import type { MeetingSummary } from "../../../shared/domain/meeting.ts";
import { clockOrDay, localDay } from "../../app/clock.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { texts } from "../../app/texts.ts";
import { IconButton } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { Menu, MenuEntry } from "../../components/menu.tsx";

const words = texts.meetings;
const states = liveTexts.states;

type MeetingRowProps = {
  meeting: MeetingSummary;
  openFollowUps: number;
  /** The day of the meeting that its minutes are approved in; null while none is planned. */
  approvalDay: string | null;
  current: boolean;
  onFocus(): void;
  onOpen(): void;
  onRemove(): void;
};

/** One meeting: its day, title and cases, time, referent and how far it is. The row opens it; the menu holds the rest. */
export function MeetingRow({ meeting, openFollowUps, approvalDay, current, onFocus, onOpen, onRemove }: MeetingRowProps) {
  const state = stateOf(meeting, approvalDay);
  const time = `${screenTime(meeting.start)}–${screenTime(meeting.end)}`;
  const cases = meeting.cases.length > 0 ? meeting.cases.join(" · ") : words.onlyFixed;
  const spoken = [
    meeting.title,
    longDate(meeting.date),
    cases,
    time,
    meeting.minuteTaker,
    openFollowUps === 0 ? "" : liveTexts.followUps.openCount(openFollowUps),
    state.text,
  ];
  return (
    <li className="meeting-row">
      <button
        type="button"
        className="meeting-open"
        data-meeting={meeting.id}
        tabIndex={current ? 0 : -1}
        aria-label={spoken.filter((part) => part !== "").join(", ")}
        onFocus={onFocus}
        onClick={onOpen}
      >
        <span className="meeting-day">
          <span className="meeting-day-number">{dayOfMonth(meeting.date)}</span>
          <span className="meeting-day-month">{monthOf(meeting.date)}</span>
        </span>
        <span className="meeting-what">
          <span className="meeting-title">{meeting.title}</span>
          <span className="meeting-cases">{cases}</span>
        </span>
        <span className="meeting-columns">
          <span className="tabular">{time}</span>
          <span className={meeting.minuteTaker === "" ? "meeting-faint" : ""}>{meeting.minuteTaker || words.noMinuteTaker}</span>
          <span className="tabular meeting-follow-up-count">
            {openFollowUps > 0 && (
              <>
                <CornerDownRight {...iconProps} size={15} />
                {openFollowUps}
              </>
            )}
          </span>
          <span className="meeting-state">
            <state.icon {...iconProps} />
            {state.text}
          </span>
        </span>
      </button>
      <Menu
        label={words.actions(meeting.title)}
        trigger={
          <IconButton
            className="meeting-menu"
            label={words.actions(meeting.title)}
            icon={<Ellipsis {...iconProps} />}
            tabIndex={current ? 0 : -1}
          />
        }
      >
        <MenuEntry keys="Enter" onSelect={onOpen}>
          {words.open}
        </MenuEntry>
        <MenuEntry icon={<Trash2 {...iconProps} />} keys="Delete" onSelect={onRemove}>
          {words.remove}
        </MenuEntry>
      </Menu>
    </li>
  );
}

/** "marts" this year, "okt. 2024" in any other. */
function monthOf(date: string): string {
  const [year, month] = [date.slice(0, 4), monthName(date)];
  if (year === String(new Date().getFullYear())) return month;
  return `${month.length > 4 ? `${month.slice(0, 3)}.` : month} ${year}`;
}

function stateOf(meeting: MeetingSummary, approvalDay: string | null): { icon: LucideIcon; text: string } {
  const { state, approvedAt, correctedAt, locked, publishedAt } = meeting;
  if (state === "approved" && correctedAt !== null)
    return { icon: PencilLine, text: states.correctedDay(dayAndMonth(localDay(new Date(correctedAt)))) };
  if (state === "approved") {
    const text = approvedAt === null ? states.approvedPlain : states.approved(dayAndMonth(localDay(new Date(approvedAt))));
    return { icon: locked ? Lock : CircleCheck, text };
  }
  if (state === "draft" && publishedAt === null) return { icon: PencilLine, text: words.notPublished };
  if (state === "draft" && approvalDay !== null) return { icon: Clock, text: states.approvalDay(dayAndMonth(approvalDay)) };
  if (publishedAt !== null) return { icon: FolderCheck, text: words.published(clockOrDay(publishedAt)) };
  if (meeting.decidedCount > 0) return { icon: PencilLine, text: states.decidedOf(meeting.decidedCount, meeting.itemCount) };
  if (state === "running") return { icon: PencilLine, text: words.running };
  return meeting.cases.length > 0 ? { icon: ListChecks, text: words.agendaReady } : { icon: CircleDashed, text: words.noCases };
}
