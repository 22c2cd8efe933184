import { storableText } from "../../shared/domain/text.ts";
import { type Entity, type JsonValue, laterFields, type Registers, registerFields, type Storing } from "./register-fields.ts";
import { statement } from "./statement.ts";
import type { Edit, ReadableDB, WritableDB } from "./store.ts";

export type { JsonValue } from "./register-fields.ts";

/** One entity with the value and the dot of each of its registers, deleted ones included. */
export type EntityRecord = {
  entity: string;
  id: string;
  fields: Record<string, { value: JsonValue; dot: [actor: string, counter: number] }>;
};

type Column = string | number | null;
/** The column of a field or the table of an entity, quoted: "minuteTaker" is `"minute_taker"`. */
export function sqlName(field: string): string {
  return `"${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
}

function encode(storing: Storing, value: JsonValue): Column {
  if (storing === "flag") return value === true ? 1 : 0;
  if (storing === "text") return storableText(value as string);
  if (storing === "text or null") return value === null ? null : storableText(value as string);
  if (storing === "number") return value as number | null;
  return JSON.stringify(value, (_key, inner) => (typeof inner === "string" ? storableText(inner) : inner));
}

function decode(storing: Storing, column: Column): JsonValue {
  if (storing === "flag") return column === 1;
  if (storing === "json") return JSON.parse(column as string);
  return column;
}

function stampField(db: WritableDB, edit: Edit, entity: Entity, id: string, field: string): void {
  statement(
    db,
    `INSERT INTO field_dot (entity, entity_id, field, actor, counter) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (entity, entity_id, field) DO UPDATE SET actor = excluded.actor, counter = excluded.counter`,
  ).run(entity, id, field, edit.actor, edit.nextCounter());
}

function fieldsOf(entity: Entity): [string, Storing][] {
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

/** Sets one register; a value equal to the stored one gets no new dot. True when something changed. The entity must exist. */
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
  return true;
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

const ofItems = "item_id IN (SELECT i.id FROM item i JOIN category c ON c.id = i.category_id WHERE c.meeting_id = @meeting)";
const ofMeeting = {
  series: "id IN (SELECT series_id FROM meeting WHERE id = @meeting)",
  meeting: "id = @meeting",
  category: "meeting_id = @meeting",
  item: "category_id IN (SELECT id FROM category WHERE meeting_id = @meeting)",
  recommendation: ofItems,
  attachment: ofItems,
  followUp: ofItems,
  itemSpan: ofItems,
  attendance: "meeting_id = @meeting",
} as const;
type MeetingEntity = keyof typeof ofMeeting;
const meetingEntities = Object.keys(ofMeeting) as MeetingEntity[];

function readEntity(db: ReadableDB, entity: MeetingEntity, meetingId: string): EntityRecord[] {
  const where = ofMeeting[entity];
  const rows = statement(db, `SELECT * FROM ${sqlName(entity)} WHERE ${where} ORDER BY id`).all({ meeting: meetingId }) as Record<
    string,
    Column
  >[];
  const dots = statement(
    db,
    `SELECT entity_id AS id, field, actor, counter FROM field_dot
     WHERE entity = @entity AND entity_id IN (SELECT id FROM ${sqlName(entity)} WHERE ${where})`,
  ).all({ meeting: meetingId, entity }) as { id: string; field: string; actor: string; counter: number }[];
  const dotOf = new Map(dots.map((dot) => [`${dot.id} ${dot.field}`, [dot.actor, dot.counter] as [string, number]]));
  return rows.map((row) => {
    const fields: EntityRecord["fields"] = {};
    for (const [field, storing] of fieldsOf(entity)) {
      const dot = dotOf.get(`${row["id"]} ${field}`);
      if (dot === undefined && (laterFields[entity] as readonly string[] | undefined)?.includes(field)) continue;
      if (dot === undefined) throw new Error(`no dot for ${entity}.${field}`);
      fields[field] = { value: decode(storing, row[sqlName(field).slice(1, -1)] as Column), dot };
    }
    return { entity, id: row["id"] as string, fields };
  });
}

/** Everything a meeting consists of, its series first; deleted parts are there with `deleted` true. Order is by kind, then id. */
export function readEntities(db: ReadableDB, meetingId: string): EntityRecord[] {
  return meetingEntities.flatMap((entity) => readEntity(db, entity, meetingId));
}

/** The highest counter of each actor among the meeting's registers, its series included. */
export function meetingVector(db: ReadableDB, meetingId: string): Record<string, number> {
  const parts = meetingEntities.map(
    (entity) => `(entity = '${entity}' AND entity_id IN (SELECT id FROM ${sqlName(entity)} WHERE ${ofMeeting[entity]}))`,
  );
  const rows = statement(
    db,
    `SELECT actor, max(counter) AS counter FROM field_dot WHERE ${parts.join(" OR ")} GROUP BY actor ORDER BY actor`,
  ).all({ meeting: meetingId }) as { actor: string; counter: number }[];
  return Object.fromEntries(rows.map((row) => [row.actor, row.counter]));
}
