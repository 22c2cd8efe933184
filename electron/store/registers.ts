import { storableText } from "../../shared/domain/text.ts";
import { type Entity, isChoosable, type JsonValue, type Registers, registerFields, type Storing } from "./register-fields.ts";
import { type Dot, deleteSiblings, type RegisterOf } from "./siblings.ts";
import { statement } from "./statement.ts";
import type { Edit, ReadableDB, WritableDB } from "./store.ts";

export type { JsonValue } from "./register-fields.ts";

export type Column = string | number | null;
/** The column of a field or the table of an entity, quoted: "minuteTaker" is `"minute_taker"`. */
export function sqlName(field: string): string {
  return `"${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
}

export function encode(storing: Storing, value: JsonValue): Column {
  if (storing === "flag") return value === true ? 1 : 0;
  if (storing === "text") return storableText(value as string);
  if (storing === "text or null") return value === null ? null : storableText(value as string);
  if (storing === "number") return value as number | null;
  return JSON.stringify(value, (_key, inner) => (typeof inner === "string" ? storableText(inner) : inner));
}

export function decode(storing: Storing, column: Column): JsonValue {
  if (storing === "flag") return column === 1;
  if (storing === "json") return JSON.parse(column as string);
  return column;
}

/** Names the write that gave a register its value. */
export function putDot(db: WritableDB, { entity, id, field }: RegisterOf, dot: Dot): void {
  statement(
    db,
    `INSERT INTO field_dot (entity, entity_id, field, actor, counter) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (entity, entity_id, field) DO UPDATE SET actor = excluded.actor, counter = excluded.counter`,
  ).run(entity, id, field, ...dot);
}

function stampField(db: WritableDB, edit: Edit, entity: Entity, id: string, field: string): void {
  putDot(db, { entity, id, field }, [edit.actor, edit.nextCounter()]);
}

export function fieldsOf(entity: Entity): [string, Storing][] {
  return Object.entries(registerFields[entity]);
}

/** Makes an entity with all of its registers, each with a dot of its own. `extra` are columns that are not registers. */
export function insertEntity<E extends Entity>(
  db: WritableDB,
  edit: Edit,
  entity: E,
  id: string,
  values: Registers[E],
  extra: Record<string, Column> = {},
): void {
  const fields = fieldsOf(entity);
  const columns = ["id", ...fields.map(([field]) => sqlName(field)), ...Object.keys(extra)];
  const marks = columns.map(() => "?").join(", ");
  statement(db, `INSERT INTO ${sqlName(entity)} (${columns.join(", ")}) VALUES (${marks})`).run(
    id,
    ...fields.map(([field, storing]) => encode(storing, values[field as keyof Registers[E]] as JsonValue)),
    ...Object.values(extra),
  );
  for (const [field] of fields) stampField(db, edit, entity, id, field);
}

/**
 * Sets one register; a value equal to the stored one gets no new dot. True when something changed. The entity must exist. What stands
 * beside the value stays there where it is for a person to choose: whoever writes here may not have seen it.
 */
export function setField<E extends Entity, F extends keyof Registers[E] & string>(
  db: WritableDB,
  edit: Edit,
  entity: E,
  id: string,
  field: F,
  value: Registers[E][F],
): boolean {
  const storing = (registerFields[entity] as Record<string, Storing>)[field];
  if (storing === undefined) throw new Error(`no register ${entity}.${field}`);
  const column = encode(storing, value as JsonValue);
  const name = sqlName(field);
  const { changes } = statement(db, `UPDATE ${sqlName(entity)} SET ${name} = ? WHERE id = ? AND ${name} IS NOT ?`).run(column, id, column);
  if (changes === 0) return false;
  stampField(db, edit, entity, id, field);
  if (!isChoosable(entity, field)) deleteSiblings(db, { entity, id, field });
  return true;
}

/** A register's value is set, the same one too, by someone who saw what stood beside it; that is then gone. */
export function chooseValue<E extends Entity, F extends keyof Registers[E] & string>(
  db: WritableDB,
  edit: Edit,
  entity: E,
  id: string,
  field: F,
  value: Registers[E][F],
): void {
  if (!setField(db, edit, entity, id, field, value)) stampField(db, edit, entity, id, field);
  deleteSiblings(db, { entity, id, field });
}

/** The value of one register now. The entity must exist. */
export function getField<E extends Entity>(db: ReadableDB, entity: E, id: string, field: keyof Registers[E] & string): JsonValue {
  const storing = (registerFields[entity] as Record<string, Storing>)[field];
  if (storing === undefined) throw new Error(`no register ${entity}.${field}`);
  const row = statement(db, `SELECT ${sqlName(field)} AS value FROM ${sqlName(entity)} WHERE id = ?`).get(id) as
    | { value: Column }
    | undefined;
  if (row === undefined) throw new Error(`no ${entity} ${id}`);
  return decode(storing, row.value);
}

/** Marks an entity deleted or brings it back; the row stays. True when something changed. */
export function setDeleted(db: WritableDB, edit: Edit, entity: Entity, id: string, deleted: boolean): boolean {
  return setField(db, edit, entity, id, "deleted", deleted);
}
