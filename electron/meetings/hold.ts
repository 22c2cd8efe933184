import { stopClock } from "../clock/clock.ts";
import type { Edit, WritableDB } from "../store/store.ts";
import { getMeeting } from "./repository.ts";
import { freezeNumbers, setMeetingState, touchMeeting } from "./write-repository.ts";

/** The meeting is held: every punkt keeps the number it shows, and a planned or running meeting becomes a draft, and its clock stops. Idempotent. */
export function holdMeeting(db: WritableDB, edit: Edit, meetingId: string): void {
  const meeting = getMeeting(db, meetingId);
  const frozen = freezeNumbers(db, edit, meeting);
  const held = meeting.state === "planned" || meeting.state === "running" ? setMeetingState(db, edit, meetingId, "draft") : false;
  const stopped = stopClock(db, edit, meetingId);
  if (frozen || held || stopped) touchMeeting(db, edit, meetingId);
}
