import { randomUUID } from "node:crypto";
import { getItem } from "../meetings/get-part.ts";
import { assertUnlocked } from "../meetings/note-edit.ts";
import { getStanding, setMeetingState, touchMeeting } from "../meetings/write-repository.ts";
import { insertEntity, setDeleted, setField } from "../store/registers.ts";
import type { Edit, WritableDB } from "../store/store.ts";
import { listRunning, listSpans } from "./repository.ts";

function addSpan(db: WritableDB, edit: Edit, itemId: string, seconds: number | null): void {
  insertEntity(db, edit, "itemSpan", randomUUID(), { itemId, startedAt: edit.at, seconds, deleted: false });
}

/** Whole seconds between two moments; none where the PC's clock was turned back. */
function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
}

/** Stops what runs in the meeting; true when something did. */
export function stopClock(db: WritableDB, edit: Edit, meetingId: string): boolean {
  const running = listRunning(db, meetingId);
  for (const { id, startedAt } of running) setField(db, edit, "itemSpan", id, "seconds", secondsBetween(startedAt, edit.at));
  return running.length > 0;
}

/**
 * The meeting goes on to this punkt: the clock of the one before stops, and a planned meeting begins. The clock of a meeting that is
 * held stands still, since what is written then is not said at the table.
 */
export function startClock(db: WritableDB, edit: Edit, itemId: string): void {
  const { meetingId } = getItem(db, itemId);
  assertUnlocked(db, meetingId);
  const { state } = getStanding(db, meetingId);
  if (state === "draft" || state === "approved") return;
  if (listSpans(db, itemId).some(({ seconds }) => seconds === null)) return;
  stopClock(db, edit, meetingId);
  if (state === "planned") setMeetingState(db, edit, meetingId, "running");
  addSpan(db, edit, itemId, null);
  touchMeeting(db, edit, meetingId);
}

/** The time spent on the punkt is this much now; a clock that runs runs on from there. */
export function correctClock(db: WritableDB, edit: Edit, itemId: string, seconds: number): void {
  const { meetingId } = getItem(db, itemId);
  assertUnlocked(db, meetingId);
  const spans = listSpans(db, itemId);
  for (const { id } of spans) setDeleted(db, edit, "itemSpan", id, true);
  addSpan(db, edit, itemId, seconds);
  if (spans.some((span) => span.seconds === null)) addSpan(db, edit, itemId, null);
  touchMeeting(db, edit, meetingId);
}
