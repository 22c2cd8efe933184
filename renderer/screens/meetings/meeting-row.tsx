import { CircleCheck, CircleDashed, Ellipsis, FolderCheck, ListChecks, PencilLine, Trash2 } from "lucide-react";
import { dayOfMonth, longDate, monthName, screenTime } from "../../../shared/domain/date.ts";
import type { MeetingSummary } from "../../../shared/domain/meeting.ts";
import { clockOrDay } from "../../app/clock.ts";
import { texts } from "../../app/texts.ts";
import { IconButton } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { Menu, MenuEntry } from "../../components/menu.tsx";

const words = texts.meetings;

type MeetingRowProps = { meeting: MeetingSummary; current: boolean; onFocus(): void; onOpen(): void; onRemove(): void };

/** One meeting: its day, title and cases, time, referent and how far it is. The row opens it; the menu holds the rest. */
export function MeetingRow({ meeting, current, onFocus, onOpen, onRemove }: MeetingRowProps) {
  const state = stateOf(meeting);
  const time = `${screenTime(meeting.start)}–${screenTime(meeting.end)}`;
  const cases = meeting.cases.length > 0 ? meeting.cases.join(" · ") : words.onlyFixed;
  const decided = meeting.decidedCount > 0 ? words.decidedOf(meeting.decidedCount, meeting.itemCount) : "";
  const spoken = [
    meeting.title,
    longDate(meeting.date),
    cases,
    time,
    meeting.minuteTaker,
    decided && `${decided} ${words.decided.toLowerCase()}`,
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
          <span className="tabular">{decided}</span>
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

function stateOf(meeting: MeetingSummary): { icon: typeof CircleCheck; text: string } {
  if (meeting.state === "approved") return { icon: CircleCheck, text: words.approvedState };
  if (meeting.publishedAt !== null) return { icon: FolderCheck, text: words.published(clockOrDay(meeting.publishedAt)) };
  if (meeting.state === "draft") return { icon: PencilLine, text: words.notPublished };
  if (meeting.state === "running" || meeting.decidedCount > 0) return { icon: PencilLine, text: words.running };
  return meeting.cases.length > 0 ? { icon: ListChecks, text: words.agendaReady } : { icon: CircleDashed, text: words.noCases };
}
