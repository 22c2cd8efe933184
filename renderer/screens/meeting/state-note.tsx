import { Lock, PencilLine } from "lucide-react";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { clockAndDay } from "../../app/clock.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { Button } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { useCorrectedAt } from "../../stores/corrected-at.ts";
import { lockMeeting, reopenMeeting } from "./state-actions.ts";
import "./states.css";

const words = liveTexts.states;

/** Above the text of a meeting that is approved or locked: what an edit is now, or why there can be none, and the way on. */
export function StateNote({ meeting }: { meeting: MeetingView }) {
  const correctedAt = useCorrectedAt(meeting);
  if (meeting.locked) {
    return (
      <div className="state-note" role="status">
        <Lock {...iconProps} />
        <p className="state-note-text">{[words.lockedNote, approvalWords(meeting.approvedAt, correctedAt)].join(" ")}</p>
        <Button onClick={() => void reopenMeeting()}>{liveTexts.commands.reopenMeeting}</Button>
      </div>
    );
  }
  if (meeting.state !== "approved") return null;
  return (
    <div className="state-note" role="status">
      <PencilLine {...iconProps} />
      <p className="state-note-text">
        {[approvalWords(meeting.approvedAt, correctedAt), correctedAt === null ? words.correctionNote : ""].join(" ")}
      </p>
      <Button onClick={() => void lockMeeting()}>{liveTexts.commands.lockMeeting}</Button>
    </div>
  );
}

function approvalWords(approvedAt: string | null, correctedAt: string | null): string {
  if (approvedAt === null) return "";
  const approved = clockAndDay(approvedAt);
  return correctedAt === null ? words.approvedNote(approved) : words.correctedNote(approved, clockAndDay(correctedAt));
}
