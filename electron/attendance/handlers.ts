import type { MeetingView } from "../../shared/domain/meeting.ts";
import type { Handlers, Input } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { getMeetingPart, notFound } from "../meetings/get-part.ts";
import { assertUnlocked, noteEdit } from "../meetings/note-edit.ts";
import { getMeeting } from "../meetings/repository.ts";
import { reviveUnseen } from "../meetings/revive.ts";
import { findItem } from "../meetings/write-repository.ts";
import type { Edit, WritableDB } from "../store/store.ts";
import { saveAttendance } from "./repository.ts";

function setAttendance(db: WritableDB, edit: Edit, { meetingId, entries, received }: Input<"attendance:set">): MeetingView {
  if (received !== undefined) reviveUnseen(db, edit, meetingId, [], received);
  getMeetingPart(db, meetingId);
  assertUnlocked(db, meetingId);
  for (const { itemId } of entries) if (itemId !== null && findItem(db, itemId)?.meetingId !== meetingId) throw notFound("item", itemId);
  if (saveAttendance(db, edit, meetingId, entries, received)) noteEdit(db, edit, meetingId);
  return getMeeting(db, meetingId);
}

export function createAttendanceHandlers({ store }: AppContext): Pick<Handlers, "attendance:set"> {
  return { "attendance:set": (input) => store.write((db, edit) => setAttendance(db, edit, input)) };
}
