import type { Entity } from "../store/register-fields.ts";
import type { Dot, RegisterOf } from "../store/siblings.ts";
import { statement } from "../store/statement.ts";
import type { ReadableDB } from "../store/store.ts";

/** The dot of a value that came later than `received`, or null. */
export function findUnseen(db: ReadableDB, { entity, id, field }: RegisterOf, received: number): Dot | null {
  const row = statement(
    db,
    `SELECT d.actor, d.counter FROM field_received f
     JOIN field_dot d ON d.entity = f.entity AND d.entity_id = f.entity_id AND d.field = f.field
     WHERE f.entity = ? AND f.entity_id = ? AND f.field = ? AND f.received_id > ?`,
  ).get(entity, id, field, received) as { actor: string; counter: number } | undefined;
  return row === undefined ? null : [row.actor, row.counter];
}

/** True when the entity came, or something of it, later than `received`. */
export function isUnseen(db: ReadableDB, entity: Entity, id: string, received: number): boolean {
  const sql = "SELECT 1 FROM field_received WHERE entity = ? AND entity_id = ? AND received_id > ? LIMIT 1";
  return statement(db, sql).get(entity, id, received) !== undefined;
}
