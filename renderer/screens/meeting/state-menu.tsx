import {
  BadgeCheck,
  CalendarClock,
  CheckCheck,
  ChevronDown,
  CircleCheck,
  CirclePlay,
  Lock,
  LockOpen,
  PencilLine,
  Play,
} from "lucide-react";
import { dayAndMonth } from "../../../shared/domain/date.ts";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { localDay } from "../../app/clock.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { Button } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { Menu, MenuEntry, MenuLine } from "../../components/menu.tsx";
import { useCorrectedAt } from "../../stores/corrected-at.ts";
import { approvePrevious, canApprovePrevious, holdMeeting, lockMeeting, reopenMeeting, startMeeting } from "./state-actions.ts";
import "./states.css";

const words = liveTexts.states;
const commands = liveTexts.commands;

/** How far the meeting is, in the top bar; its menu takes it on, locks it and opens it again. */
export function StateMenu({ meeting }: { meeting: MeetingView }) {
  const corrected = useCorrectedAt(meeting) !== null;
  const { icon: Icon, text } = stateWords(meeting, corrected);
  const label = words.menu(meeting.locked ? `${words.locked}, ${text.toLowerCase()}` : text);
  const { previous } = meeting;
  return (
    <Menu
      label={label}
      trigger={
        <Button look="plain" className="state-button" icon={<Icon {...iconProps} />} aria-label={label}>
          <span className="state-text">{text}</span>
          <ChevronDown {...iconProps} size={14} />
        </Button>
      }
    >
      {meeting.state === "planned" && (
        <MenuEntry icon={<Play {...iconProps} />} onSelect={() => void startMeeting()}>
          {commands.startMeeting}
        </MenuEntry>
      )}
      {(meeting.state === "planned" || meeting.state === "running") && (
        <MenuEntry icon={<CheckCheck {...iconProps} />} onSelect={() => void holdMeeting()}>
          {commands.holdMeeting}
        </MenuEntry>
      )}
      {previous !== null && canApprovePrevious(meeting) && (
        <MenuEntry icon={<BadgeCheck {...iconProps} />} keys="Ctrl Shift G" onSelect={() => void approvePrevious()}>
          {words.approvePrevious(dayAndMonth(previous.date))}
        </MenuEntry>
      )}
      {(meeting.state === "planned" || meeting.state === "running" || canApprovePrevious(meeting)) && <MenuLine />}
      {meeting.locked ? (
        <MenuEntry icon={<LockOpen {...iconProps} />} onSelect={() => void reopenMeeting()}>
          {commands.reopenMeeting}
        </MenuEntry>
      ) : (
        <MenuEntry icon={<Lock {...iconProps} />} onSelect={() => void lockMeeting()}>
          {commands.lockMeeting}
        </MenuEntry>
      )}
    </Menu>
  );
}

function stateWords({ state, approvedAt, locked }: MeetingView, corrected: boolean): { icon: typeof Lock; text: string } {
  const text = {
    planned: words.planned,
    running: words.running,
    draft: words.draft,
    approved: approvedAt === null ? words.approvedPlain : words.approved(dayAndMonth(localDay(new Date(approvedAt)))),
  }[state];
  if (locked) return { icon: Lock, text };
  if (corrected) return { icon: PencilLine, text: words.corrected };
  return { icon: { planned: CalendarClock, running: CirclePlay, draft: PencilLine, approved: CircleCheck }[state], text };
}
