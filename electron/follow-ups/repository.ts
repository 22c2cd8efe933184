import type { FollowUpState, FollowUpView } from "../../shared/domain/follow-up-view.ts";
import type { RichText } from "../../shared/domain/rich-text.ts";
import { statement } from "../store/statement.ts";
import type { ReadableDB } from "../store/store.ts";

/** A follow-up's own facts, deleted or not. */
export type FollowUpRow = { id: string; itemId: string; ownersByHand: boolean; dueByHand: boolean; deleted: boolean };

type Flags = { ownersByHand: number; dueByHand: number; deleted: number };

const facts = "id, item_id AS itemId, owners_by_hand AS ownersByHand, due_by_hand AS dueByHand, deleted";

function toRow(row: Omit<FollowUpRow, keyof Flags> & Flags): FollowUpRow {
  return { ...row, ownersByHand: row.ownersByHand === 1, dueByHand: row.dueByHand === 1, deleted: row.deleted === 1 };
}

export function findFollowUp(db: ReadableDB, id: string): FollowUpRow | null {
  const row = statement(db, `SELECT ${facts} FROM follow_up WHERE id = ?`).get(id);
  return row === undefined ? null : toRow(row as Parameters<typeof toRow>[0]);
}

/** The records of a punkt, deleted ones too. */
export function listOfItem(db: ReadableDB, itemId: string): FollowUpRow[] {
  return (statement(db, `SELECT ${facts} FROM follow_up WHERE item_id = ?`).all(itemId) as Parameters<typeof toRow>[0][]).map(toRow);
}

/** The texts of a punkt that may hold follow-up marks, the decision first; none of them when no mark stands in any. */
export function listMarkedTexts(db: ReadableDB, itemId: string): RichText[] {
  const row = statement(db, "SELECT decision, public_decision AS publicDecision, agenda_text AS agendaText FROM item WHERE id = ?").get(
    itemId,
  ) as Record<"decision" | "publicDecision" | "agendaText", string>;
  return [row.decision, row.publicDecision, row.agendaText]
    .filter((json) => json.includes('"followUp"'))
    .map((json) => JSON.parse(json) as RichText);
}

type ViewRow = Omit<FollowUpView, "owners"> & { owners: string };

/** The follow-ups of a meeting's punkter that are shown, by punkt and in the order their marks stand in it, which is the same on every PC. */
export function listFollowUps(db: ReadableDB, meetingId: string): FollowUpView[] {
  const rows = statement(
    db,
    `SELECT f.id, f.item_id AS itemId, f.text, f.owners, f.due, f.state
     FROM follow_up f JOIN item i ON i.id = f.item_id JOIN category c ON c.id = i.category_id
     WHERE c.meeting_id = ? AND f.deleted = 0 AND i.deleted = 0 AND c.deleted = 0
     ORDER BY c.position, c.id, i.position, i.id, instr(i.decision || i.public_decision || i.agenda_text, f.id), f.id`,
  ).all(meetingId) as ViewRow[];
  return rows.map((row) => ({ ...row, owners: JSON.parse(row.owners) as string[] }));
}

/** The meetings that have a follow-up in that state, the latest first. */
export function listMeetingsWith(db: ReadableDB, state: FollowUpState): string[] {
  const sql = `SELECT DISTINCT m.id FROM follow_up f JOIN item i ON i.id = f.item_id JOIN category c ON c.id = i.category_id
    JOIN meeting m ON m.id = c.meeting_id
    WHERE f.state = ? AND f.deleted = 0 AND i.deleted = 0 AND c.deleted = 0 AND m.deleted = 0
    ORDER BY m.date DESC, m.start DESC, m.id`;
  return db.prepare(sql).pluck().all(state) as string[];
}
