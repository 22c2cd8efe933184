import { registerFields, type Storing } from "../../store/register-fields.ts";
import { type Column, encode, putDot, sqlName } from "../../store/registers.ts";
import { putSiblings } from "../../store/siblings.ts";
import { statement } from "../../store/statement.ts";
import type { ReadableDB, WritableDB } from "../../store/store.ts";
import type { SnapshotHead } from "../read-snapshot.ts";
import type { EntityChange, RegisterChange } from "./merge.ts";

/** What became of a snapshot: taken in, kept for a later version to read, or refused as contradicting what is known. */
export type Outcome = "merged" | "newer" | "fault";

/** Writes an entity's changed registers with the dots they came with; a new entity gets its row. `extra` are columns that are not registers. */
export function putEntity(db: WritableDB, change: EntityChange, receivedId: number, extra: Record<string, Column> = {}): void {
  const { entity, id, isNew, registers } = change;
  if (isNew) insertRow(db, change, extra);
  else for (const register of registers) putColumn(db, change, register);
  for (const { field, own, siblings } of registers) {
    putDot(db, { entity, id, field }, own.dot);
    if (!isNew || siblings.length > 0) putSiblings(db, { entity, id, field }, siblings);
    statement(
      db,
      `INSERT INTO field_received (entity, entity_id, field, received_id) VALUES (?, ?, ?, ?)
       ON CONFLICT (entity, entity_id, field) DO UPDATE SET received_id = excluded.received_id`,
    ).run(entity, id, field, receivedId);
  }
}

function columnOf({ entity }: EntityChange, { field, value }: RegisterChange): Column {
  return encode((registerFields[entity] as Record<string, Storing>)[field] as Storing, value);
}

function insertRow(db: WritableDB, change: EntityChange, extra: Record<string, Column>): void {
  const { entity, id, registers } = change;
  const columns = ["id", ...registers.map(({ field }) => sqlName(field)), ...Object.keys(extra)];
  const values = [id, ...registers.map((register) => columnOf(change, register)), ...Object.values(extra)];
  statement(db, `INSERT INTO ${sqlName(entity)} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`).run(...values);
}

function putColumn(db: WritableDB, change: EntityChange, register: RegisterChange): void {
  const { entity, id } = change;
  statement(db, `UPDATE ${sqlName(entity)} SET ${sqlName(register.field)} = ? WHERE id = ?`).run(columnOf(change, register), id);
}

/** What became of the snapshot with this hash when it was met before; null for a new one. */
export function findReceived(db: ReadableDB, sha256: string): { outcome: Outcome; minReader: number } | null {
  const row = db.prepare("SELECT outcome, min_reader AS minReader FROM received WHERE sha256 = ?").get(sha256);
  return (row as { outcome: Outcome; minReader: number } | undefined) ?? null;
}

/** The hash of another snapshot that bears the same actor and number of the meeting, or null: then two write as one actor. */
export function findTwin(db: ReadableDB, { actor, meeting, seq, sha256 }: SnapshotHead): string | null {
  const own = "SELECT sha256 FROM snapshot_seq WHERE actor = @actor AND meeting_id = @meeting AND seq = @seq";
  const met = "SELECT sha256 FROM received WHERE actor = @actor AND meeting_id = @meeting AND seq = @seq";
  const laid = "SELECT snapshot_sha256 AS sha256 FROM published WHERE actor = @actor AND meeting_id = @meeting AND seq = @seq";
  const sql = `SELECT sha256 FROM (${own} UNION ALL ${met} UNION ALL ${laid}) WHERE sha256 <> @sha256 LIMIT 1`;
  return (db.prepare(sql).pluck().get({ actor, meeting, seq, sha256 }) as string | undefined) ?? null;
}

/** Notes a snapshot and what became of it; gives the note's id. `bytes` are kept of one that was not taken in. */
export function putReceived(db: WritableDB, repo: string, head: SnapshotHead, at: string, outcome: Outcome, bytes: Uint8Array): number {
  return db
    .prepare(
      `INSERT INTO received (sha256, repo, meeting_id, actor, seq, vector, author, wallclock, received_at, outcome, min_reader, bytes)
       VALUES (@sha256, @repo, @meeting, @actor, @seq, @vector, @author, @wallclock, @at, @outcome, @minReader, @kept)
       ON CONFLICT (sha256) DO UPDATE SET outcome = excluded.outcome, bytes = excluded.bytes, received_at = excluded.received_at
       RETURNING id`,
    )
    .pluck()
    .get({ ...head, vector: JSON.stringify(head.vv), repo, at, outcome, kept: outcome === "merged" ? null : bytes }) as number;
}

/** Who writes as an actor, as far as it is said. */
export function putAuthor(db: WritableDB, actor: string, name: string): void {
  if (name.trim() === "") return;
  db.prepare("INSERT INTO author (actor, name) VALUES (?, ?) ON CONFLICT (actor) DO UPDATE SET name = excluded.name").run(actor, name);
}

/** Whether a row of this id is there, of whichever meeting. */
export function hasRow(db: ReadableDB, entity: EntityChange["entity"], id: string): boolean {
  return statement(db, `SELECT 1 FROM ${sqlName(entity)} WHERE id = ?`).get(id) !== undefined;
}
