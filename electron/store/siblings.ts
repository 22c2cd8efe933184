import type { Entity, JsonValue } from "./register-fields.ts";
import { statement } from "./statement.ts";
import type { ReadableDB, WritableDB } from "./store.ts";

/** Who wrote a value, and which of that actor's writes it was. */
export type Dot = [actor: string, counter: number];

/** A value of a register with the dot of the write that gave it. */
export type Member = { value: JsonValue; dot: Dot };

/** Which register of which entity. */
export type RegisterOf = { entity: Entity; id: string; field: string };

type Row = { id: string; field: string; actor: string; counter: number; value: string };

/** The values beside those that stand, by "id field", of the entities that `idsSql` selects with `@meeting`. */
export function siblingsOf(db: ReadableDB, entity: Entity, idsSql: string, meetingId: string): Map<string, Member[]> {
  const rows = statement(
    db,
    `SELECT entity_id AS id, field, actor, counter, value FROM sibling
     WHERE entity = @entity AND entity_id IN (${idsSql}) ORDER BY entity_id, field, actor, counter`,
  ).all({ entity, meeting: meetingId }) as Row[];
  const found = new Map<string, Member[]>();
  for (const { id, field, actor, counter, value } of rows) {
    const key = `${id} ${field}`;
    found.set(key, [...(found.get(key) ?? []), { value: JSON.parse(value) as JsonValue, dot: [actor, counter] }]);
  }
  return found;
}

/** Puts the values that stand beside a register's own, in the place of those that did. */
export function putSiblings(db: WritableDB, register: RegisterOf, members: readonly Member[]): void {
  deleteSiblings(db, register);
  for (const member of members) addSibling(db, register, member);
}

/** One more value stands beside the register's own; the same one twice is one. */
export function addSibling(db: WritableDB, { entity, id, field }: RegisterOf, { value, dot }: Member): void {
  statement(db, "INSERT OR REPLACE INTO sibling (entity, entity_id, field, actor, counter, value) VALUES (?, ?, ?, ?, ?, ?)").run(
    ...[entity, id, field, ...dot, JSON.stringify(value)],
  );
}

/** Nothing stands beside the register's own value any longer. */
export function deleteSiblings(db: WritableDB, { entity, id, field }: RegisterOf): void {
  statement(db, "DELETE FROM sibling WHERE entity = ? AND entity_id = ? AND field = ?").run(entity, id, field);
}
