import type { MeetingState } from "../../shared/domain/meeting.ts";
import { startClock, stopClock } from "../clock/clock.ts";
import { listRunning } from "../clock/repository.ts";
import { setField } from "../store/registers.ts";
import type { Edit, WritableDB } from "../store/store.ts";
import { getMeeting } from "./repository.ts";
import { freezeNumbers, getStanding, listUnnumbered, setMeetingState, touchMeeting } from "./write-repository.ts";

/** What a meeting was before it was held. */
export type BeforeHold = { state: MeetingState; unnumbered: string[]; running: string[] };

/** The meeting is held: every punkt keeps the number it shows, and a planned or running meeting becomes a draft, and its clock stops. Idempotent. Gives what it was. */
export function holdMeeting(db: WritableDB, edit: Edit, meetingId: string): BeforeHold {
  const meeting = getMeeting(db, meetingId);
  const running = listRunning(db, meetingId).map(({ itemId }) => itemId);
  const before = { state: meeting.state, unnumbered: listUnnumbered(db, meetingId), running };
  const frozen = freezeNumbers(db, edit, meeting);
  const held = meeting.state === "planned" || meeting.state === "running" ? setMeetingState(db, edit, meetingId, "draft") : false;
  const stopped = stopClock(db, edit, meetingId);
  if (frozen || held || stopped) touchMeeting(db, edit, meetingId);
  return before;
}

/**
 * Takes a hold back that came to nothing: numbers follow order again, and the clock goes on. Only of a meeting that was not held
 * before, and not where somebody approved it meanwhile.
 */
export function takeBackHold(db: WritableDB, edit: Edit, meetingId: string, { state, unnumbered, running }: BeforeHold): void {
  if (state === "draft" || state === "approved" || getStanding(db, meetingId).state !== "draft") return;
  setMeetingState(db, edit, meetingId, state);
  for (const itemId of unnumbered) setField(db, edit, "item", itemId, "number", null);
  for (const itemId of running) startClock(db, edit, itemId);
  touchMeeting(db, edit, meetingId);
}
