import type { AttachmentView, FieldChange, FieldEntity, MeetingState, MeetingView } from "../../shared/domain/meeting.ts";
import { itemsOf } from "../../shared/domain/meeting.ts";
import { setField } from "../store/registers.ts";
import { statement } from "../store/statement.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";

/** Where a part of a meeting belongs, deleted or not. */
export type Part = { id: string; meetingId: string; deleted: boolean };
export type ItemPart = Part & { categoryId: string; number: number | null };
export type AttachmentPart = Part & { itemId: string; fileName: string; mediaType: AttachmentView["mediaType"]; sha256: string };

type Row<T extends Part> = Omit<T, "deleted"> & { deleted: number };

function findPart<T extends Part>(db: ReadableDB, sql: string, id: string): T | null {
  const row = statement(db, sql).get(id) as Row<T> | undefined;
  return row === undefined ? null : ({ ...row, deleted: row.deleted === 1 } as unknown as T);
}

/** A meeting, deleted or not. */
export function findMeetingPart(db: ReadableDB, id: string): Part | null {
  return findPart(db, "SELECT id, id AS meetingId, deleted FROM meeting WHERE id = ?", id);
}

/** A category of a meeting that is not deleted. */
export function findCategory(db: ReadableDB, id: string): Part | null {
  return findPart(
    db,
    `SELECT c.id, c.meeting_id AS meetingId, c.deleted FROM category c
     JOIN meeting m ON m.id = c.meeting_id WHERE c.id = ? AND m.deleted = 0`,
    id,
  );
}

/** A punkt, deleted or not, of a meeting that is not deleted. */
export function findItem(db: ReadableDB, id: string): ItemPart | null {
  return findPart(
    db,
    `SELECT i.id, c.meeting_id AS meetingId, i.category_id AS categoryId, i.number, i.deleted FROM item i
     JOIN category c ON c.id = i.category_id JOIN meeting m ON m.id = c.meeting_id WHERE i.id = ? AND m.deleted = 0`,
    id,
  );
}

/** A bilag, deleted or not, of a meeting that is not deleted. */
export function findAttachment(db: ReadableDB, id: string): AttachmentPart | null {
  return findPart(
    db,
    `SELECT a.id, c.meeting_id AS meetingId, a.item_id AS itemId, a.file_name AS fileName, a.media_type AS mediaType, a.sha256, a.deleted
     FROM attachment a JOIN item i ON i.id = a.item_id JOIN category c ON c.id = i.category_id
     JOIN meeting m ON m.id = c.meeting_id WHERE a.id = ? AND m.deleted = 0`,
    id,
  );
}

/** The part that a change is about, or null when there is none such. */
export function findChanged(db: ReadableDB, entity: FieldEntity, id: string): Part | null {
  if (entity === "meeting") return findMeetingPart(db, id);
  if (entity === "category") return findCategory(db, id);
  return entity === "item" ? findItem(db, id) : findAttachment(db, id);
}

/** Saves one field of a part that is known to exist; recommendations go elsewhere, they are rows of their own. True when it changed. */
export function saveField(db: WritableDB, edit: Edit, change: Exclude<FieldChange, { field: "recommendations" }>): boolean {
  if (change.entity === "meeting") return setField(db, edit, "meeting", change.id, change.field, change.value);
  if (change.entity === "category") return setField(db, edit, "category", change.id, change.field, change.value);
  if (change.entity === "item") return setField(db, edit, "item", change.id, change.field, change.value);
  return setField(db, edit, "attachment", change.id, change.field, change.value);
}

type Standing = { title: string; state: MeetingState; locked: boolean; correctedAt: string | null };

/** How a meeting that is known to exist stands. */
export function getStanding(db: ReadableDB, meetingId: string): Standing {
  const row = statement(db, "SELECT title, state, locked, corrected_at AS correctedAt FROM meeting WHERE id = ?").get(meetingId);
  const standing = row as Omit<Standing, "locked"> & { locked: number };
  return { ...standing, locked: standing.locked === 1 };
}

export function setMeetingState(db: WritableDB, edit: Edit, meetingId: string, state: MeetingState): boolean {
  return setField(db, edit, "meeting", meetingId, "state", state);
}

export function getSavedAt(db: ReadableDB, meetingId: string): string {
  return (statement(db, "SELECT saved_at AS savedAt FROM meeting WHERE id = ?").get(meetingId) as { savedAt: string }).savedAt;
}

/** The time the window shows as "Gemt", which is no register: it is for display only. */
export function touchMeeting(db: WritableDB, edit: Edit, meetingId: string): void {
  statement(db, "UPDATE meeting SET saved_at = ? WHERE id = ?").run(edit.at, meetingId);
}

/** Every punkt shown keeps its number from now on. True when one did not already. */
export function freezeNumbers(db: WritableDB, edit: Edit, meeting: MeetingView): boolean {
  return itemsOf(meeting)
    .map((item) => setField(db, edit, "item", item.id, "number", item.number))
    .some((changed) => changed);
}

/** The punkter of a meeting that keep no number: theirs follow order. */
export function listUnnumbered(db: ReadableDB, meetingId: string): string[] {
  const sql = `SELECT i.id FROM item i JOIN category c ON c.id = i.category_id
    WHERE c.meeting_id = ? AND c.deleted = 0 AND i.deleted = 0 AND i.number IS NULL`;
  return db.prepare(sql).pluck().all(meetingId) as string[];
}

/** The number after the highest one kept in the meeting, deleted punkter included, or null while no punkt keeps one. */
export function findNextNumber(db: ReadableDB, meetingId: string): number | null {
  const { highest } = db
    .prepare("SELECT max(i.number) AS highest FROM item i JOIN category c ON c.id = i.category_id WHERE c.meeting_id = ?")
    .get(meetingId) as { highest: number | null };
  return highest === null ? null : highest + 1;
}

export function countItems(db: ReadableDB, meetingId: string): number {
  const sql =
    "SELECT count(*) AS n FROM item i JOIN category c ON c.id = i.category_id WHERE c.meeting_id = ? AND c.deleted = 0 AND i.deleted = 0";
  return (db.prepare(sql).get(meetingId) as { n: number }).n;
}

export function countItemsOfCategory(db: ReadableDB, categoryId: string): number {
  return (db.prepare("SELECT count(*) AS n FROM item WHERE category_id = ? AND deleted = 0").get(categoryId) as { n: number }).n;
}

/** The date of the latest meeting not yet held, or null. */
export function findLatestPlannedDate(db: ReadableDB): string | null {
  const { date } = db.prepare("SELECT max(date) AS date FROM meeting WHERE state IN ('planned', 'running') AND deleted = 0").get() as {
    date: string | null;
  };
  return date;
}
