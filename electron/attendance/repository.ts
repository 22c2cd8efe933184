import { randomUUID } from "node:crypto";
import type { AttendanceEntry } from "../../shared/domain/attendance.ts";
import { placeInOrder } from "../meetings/place-in-order.ts";
import { keepUnseen } from "../siblings/keep-unseen.ts";
import { isUnseen } from "../siblings/unseen-repository.ts";
import { insertEntity, setDeleted, setField } from "../store/registers.ts";
import { statement } from "../store/statement.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";

type Row = AttendanceEntry & { id: string; position: string; deleted: number };

/** The meeting's attendance in its order. What two PCs added alike without knowing of each other is one line. */
export function listAttendance(db: ReadableDB, meetingId: string): AttendanceEntry[] {
  const entries = statement(
    db,
    "SELECT name, status, reason, item_id AS itemId FROM attendance WHERE meeting_id = ? AND deleted = 0 ORDER BY position, id",
  ).all(meetingId) as AttendanceEntry[];
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}

/** The row that each entry goes on in: one of the same person and status, each row once; null where a new one is needed. */
function matchRows(db: ReadableDB, meetingId: string, entries: readonly AttendanceEntry[]): { rows: Row[]; matched: (Row | null)[] } {
  const rows = statement(
    db,
    "SELECT id, name, status, reason, item_id AS itemId, position, deleted FROM attendance WHERE meeting_id = ? ORDER BY deleted, position, id",
  ).all(meetingId) as Row[];
  const free = [...rows];
  const matched = entries.map((entry) => {
    const index = free.findIndex((row) => row.name === entry.name && row.status === entry.status);
    return index < 0 ? null : (free.splice(index, 1)[0] ?? null);
  });
  return { rows, matched };
}

/**
 * Makes the meeting's attendance this list; only what changed gets new dots. What another PC wrote since `received` was not seen by who
 * saves: its lines stay, and so do its words, beside what is saved. True on change.
 */
export function saveAttendance(
  db: WritableDB,
  edit: Edit,
  meetingId: string,
  entries: readonly AttendanceEntry[],
  received: number = Number.MAX_SAFE_INTEGER,
): boolean {
  const { rows, matched } = matchRows(db, meetingId, entries);
  const positions = placeInOrder(matched.map((row) => row?.position ?? null));
  const changes = entries.flatMap(({ name, status, reason, itemId }, index) => {
    const position = positions[index] ?? "";
    const row = matched[index] ?? null;
    if (row === null) {
      insertEntity(db, edit, "attendance", randomUUID(), { meetingId, name, status, reason, itemId, position, deleted: false });
      return [true];
    }
    const isUntouched = row.reason === reason && row.itemId === itemId;
    if (row.deleted === 1 && isUntouched && isUnseen(db, "attendance", row.id, received)) return [];
    keepUnseen(db, edit, { entity: "attendance", id: row.id, field: "reason" }, reason, received);
    keepUnseen(db, edit, { entity: "attendance", id: row.id, field: "itemId" }, itemId, received);
    return [
      setField(db, edit, "attendance", row.id, "reason", reason),
      setField(db, edit, "attendance", row.id, "itemId", itemId),
      setField(db, edit, "attendance", row.id, "position", position),
      setDeleted(db, edit, "attendance", row.id, false),
    ];
  });
  const kept = new Set(matched.map((row) => row?.id));
  const gone = rows.filter(({ id }) => !kept.has(id) && !isUnseen(db, "attendance", id, received));
  for (const { id } of gone) changes.push(setDeleted(db, edit, "attendance", id, true));
  return changes.some((changed) => changed);
}
