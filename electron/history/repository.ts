import { randomUUID } from "node:crypto";
import type { ItemField, NamedVersion } from "../../shared/domain/history.ts";
import type { FieldChange } from "../../shared/domain/meeting.ts";
import type { JsonValue } from "../store/registers.ts";
import { statement } from "../store/statement.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import { packValue, unpackValue } from "./packed-value.ts";

/** Which field of which part a revision is of. */
export type FieldOf = Pick<FieldChange, "entity" | "id" | "field">;
type NewRevision = FieldOf & { at: string; actor: string | null; chars: number; value: JsonValue };
export type RevisionRow = { id: number; field: ItemField; at: string; actor: string | null; chars: number };

export function insertRevision(db: WritableDB, { entity, id, field, at, actor, chars, value }: NewRevision): void {
  statement(db, "INSERT INTO revision (entity, entity_id, field, at, actor, chars, value) VALUES (?, ?, ?, ?, ?, ?, ?)").run(
    ...[entity, id, field, at, actor, chars, packValue(value)],
  );
}

export function hasRevision(db: ReadableDB, { id, field }: FieldOf): boolean {
  return statement(db, "SELECT 1 FROM revision WHERE entity_id = ? AND field = ? LIMIT 1").get(id, field) !== undefined;
}

/** The revisions of a punkt, or of one field of it, in the order they were made. */
export function listRevisions(db: ReadableDB, itemId: string, field: ItemField | null): RevisionRow[] {
  return statement(
    db,
    "SELECT id, field, at, actor, chars FROM revision WHERE entity_id = @itemId AND (@field IS NULL OR field = @field) ORDER BY id",
  ).all({ itemId, field }) as RevisionRow[];
}

/** One revision's field and value, or null when it was thinned away. */
export function findRevision(db: ReadableDB, revisionId: number): (FieldOf & { value: JsonValue }) | null {
  const row = statement(db, "SELECT entity, entity_id AS id, field, value FROM revision WHERE id = ?").get(revisionId) as
    | (FieldOf & { value: Uint8Array })
    | undefined;
  return row === undefined ? null : { ...row, value: unpackValue(row.value) };
}

/** What the field said at a moment; its first known value for a moment before that, null when it never had a revision. */
export function findValueAt(db: ReadableDB, itemId: string, field: ItemField, at: string): { value: JsonValue } | null {
  const ofField = "SELECT value FROM revision WHERE entity_id = @itemId AND field = @field";
  const row = (statement(db, `${ofField} AND at <= @at ORDER BY at DESC, id DESC LIMIT 1`).get({ itemId, field, at }) ??
    statement(db, `${ofField} ORDER BY at, id LIMIT 1`).get({ itemId, field })) as { value: Uint8Array } | undefined;
  return row === undefined ? null : { value: unpackValue(row.value) };
}

export function insertVersion(db: WritableDB, edit: Edit, meetingId: string, name: string): void {
  db.prepare("INSERT INTO named_version (id, meeting_id, name, at) VALUES (?, ?, ?, ?)").run(randomUUID(), meetingId, name, edit.at);
}

/** The named moments of a meeting, the latest first. */
export function listVersions(db: ReadableDB, meetingId: string): NamedVersion[] {
  const sql = "SELECT id, name, at FROM named_version WHERE meeting_id = ? ORDER BY at DESC, id";
  return db.prepare(sql).all(meetingId) as NamedVersion[];
}

/**
 * Keeps of each field its first revision, the last of each minute, and the one that stood at each named version; drops the others.
 * For a meeting whose minutes are approved: nobody then looks for a half-written word.
 */
export function thinRevisions(db: WritableDB, meetingId: string): void {
  db.prepare(
    `WITH part (id) AS (
       SELECT @meeting UNION ALL SELECT id FROM category WHERE meeting_id = @meeting
       UNION ALL SELECT i.id FROM item i JOIN category c ON c.id = i.category_id WHERE c.meeting_id = @meeting
       UNION ALL SELECT a.id FROM attachment a JOIN item i ON i.id = a.item_id JOIN category c ON c.id = i.category_id
         WHERE c.meeting_id = @meeting),
     own AS (SELECT r.id, r.entity_id, r.field, r.at FROM revision r JOIN part p ON p.id = r.entity_id),
     kept AS (
       SELECT min(id) AS id FROM own GROUP BY entity_id, field
       UNION SELECT max(id) FROM own GROUP BY entity_id, field, substr(at, 1, 16)
       UNION SELECT max(own.id) FROM own JOIN named_version v ON v.meeting_id = @meeting AND own.at <= v.at
         GROUP BY v.id, entity_id, field)
     DELETE FROM revision WHERE id IN (SELECT id FROM own) AND id NOT IN (SELECT id FROM kept)`,
  ).run({ meeting: meetingId });
}
