import type { MeetingView } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import { thinRevisions } from "../history/repository.ts";
import { assertChosen } from "../siblings/choose.ts";
import { setField } from "../store/registers.ts";
import type { Edit, WritableDB } from "../store/store.ts";
import { getMeetingPart } from "./get-part.ts";
import { holdMeeting } from "./hold.ts";
import { getMeeting } from "./repository.ts";
import { getStanding, setMeetingState, touchMeeting } from "./write-repository.ts";

/** A planned meeting begins; one that has begun stays as it is. */
export function startMeeting(db: WritableDB, edit: Edit, meetingId: string): void {
  getMeetingPart(db, meetingId);
  if (getStanding(db, meetingId).state !== "planned") return;
  setMeetingState(db, edit, meetingId, "running");
  touchMeeting(db, edit, meetingId);
}

/**
 * The minutes of the meeting before this one in its series are approved, here and now; `meetingId` is the meeting in whose Punkt 2 it
 * happens. One that was never held is held first. Idempotent. Throws AppFailure `nothing-to-approve` for the first of a series.
 */
export function approvePrevious(db: WritableDB, edit: Edit, meetingId: string): MeetingView {
  const meeting = getMeeting(db, meetingId);
  if (meeting.previous === null) throw new AppFailure({ kind: "nothing-to-approve" });
  const { id, state } = meeting.previous;
  if (state === "approved") return meeting;
  assertChosen(db, id);
  holdMeeting(db, edit, id);
  setMeetingState(db, edit, id, "approved");
  setField(db, edit, "meeting", id, "approvedAt", edit.at);
  setField(db, edit, "meeting", id, "approvedIn", meetingId);
  touchMeeting(db, edit, id);
  thinRevisions(db, id);
  return getMeeting(db, meetingId);
}

/** Whether the short referat is laid in the shared folder too. Also of a locked meeting: no word of it is changed. */
export function setLaysShort(db: WritableDB, edit: Edit, meetingId: string, laysShort: boolean): MeetingView {
  getMeetingPart(db, meetingId);
  if (setField(db, edit, "meeting", meetingId, "laysShort", laysShort)) touchMeeting(db, edit, meetingId);
  return getMeeting(db, meetingId);
}

/** Locks a meeting against edits, or opens it again. Idempotent. */
export function setLocked(db: WritableDB, edit: Edit, meetingId: string, locked: boolean): MeetingView {
  getMeetingPart(db, meetingId);
  if (setField(db, edit, "meeting", meetingId, "locked", locked)) touchMeeting(db, edit, meetingId);
  return getMeeting(db, meetingId);
}
