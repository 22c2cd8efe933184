import { AppFailure } from "../../shared/errors.ts";
import { setField } from "../store/registers.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import { getStanding, touchMeeting } from "./write-repository.ts";

/** Throws AppFailure `meeting-locked` for a meeting that has been locked. */
export function assertUnlocked(db: ReadableDB, meetingId: string): void {
  const { locked, title } = getStanding(db, meetingId);
  if (locked) throw new AppFailure({ kind: "meeting-locked", title });
}

/**
 * What every edit of a meeting ends with: it is saved now, and after the approval it counts as a correction. Throws AppFailure
 * `meeting-locked`, which takes the whole write back.
 */
export function noteEdit(db: WritableDB, edit: Edit, meetingId: string): void {
  assertUnlocked(db, meetingId);
  if (getStanding(db, meetingId).state === "approved") setField(db, edit, "meeting", meetingId, "correctedAt", edit.at);
  touchMeeting(db, edit, meetingId);
}
