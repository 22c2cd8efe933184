import { randomUUID } from "node:crypto";
import type { AttendanceEntry } from "../../shared/domain/attendance.ts";
import { placeInOrder } from "../meetings/place-in-order.ts";
import { insertEntity, setDeleted, setField } from "../store/registers.ts";
import { statement } from "../store/statement.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";

type Row = { id: string; name: string; status: AttendanceEntry["status"]; position: string };

/** The meeting's attendance in its order. */
export function listAttendance(db: ReadableDB, meetingId: string): AttendanceEntry[] {
  return statement(
    db,
    "SELECT name, status, reason, item_id AS itemId FROM attendance WHERE meeting_id = ? AND deleted = 0 ORDER BY position, id",
  ).all(meetingId) as AttendanceEntry[];
}

/** The row that each entry goes on in: one of the same person and status, each row once; null where a new one is needed. */
function matchRows(db: ReadableDB, meetingId: string, entries: readonly AttendanceEntry[]): { rows: Row[]; matched: (Row | null)[] } {
  const rows = statement(db, "SELECT id, name, status, position FROM attendance WHERE meeting_id = ? ORDER BY deleted, position, id").all(
    meetingId,
  ) as Row[];
  const free = [...rows];
  const matched = entries.map((entry) => {
    const index = free.findIndex((row) => row.name === entry.name && row.status === entry.status);
    return index < 0 ? null : (free.splice(index, 1)[0] ?? null);
  });
  return { rows, matched };
}

/** Makes the meeting's attendance this list; only what changed gets new dots. True on change. */
export function saveAttendance(db: WritableDB, edit: Edit, meetingId: string, entries: readonly AttendanceEntry[]): boolean {
  const { rows, matched } = matchRows(db, meetingId, entries);
  const positions = placeInOrder(matched.map((row) => row?.position ?? null));
  const changes = entries.flatMap(({ name, status, reason, itemId }, index) => {
    const position = positions[index] ?? "";
    const row = matched[index] ?? null;
    if (row === null) {
      insertEntity(db, edit, "attendance", randomUUID(), { meetingId, name, status, reason, itemId, position, deleted: false });
      return [true];
    }
    return [
      setField(db, edit, "attendance", row.id, "reason", reason),
      setField(db, edit, "attendance", row.id, "itemId", itemId),
      setField(db, edit, "attendance", row.id, "position", position),
      setDeleted(db, edit, "attendance", row.id, false),
    ];
  });
  const kept = new Set(matched.map((row) => row?.id));
  for (const { id } of rows) if (!kept.has(id)) changes.push(setDeleted(db, edit, "attendance", id, true));
  return changes.some((changed) => changed);
}
