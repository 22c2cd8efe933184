import { laterFields } from "./register-fields.ts";
import { type Column, decode, fieldsOf, sqlName } from "./registers.ts";
import { type Dot, type Member, siblingsOf } from "./siblings.ts";
import { statement } from "./statement.ts";
import type { ReadableDB, WritableDB } from "./store.ts";

/** One entity with the value and the dot of each of its registers, deleted ones included, and the values beside it that nobody has chosen between. */
export type EntityRecord = {
  entity: string;
  id: string;
  fields: Record<string, Member & { siblings?: Member[] }>;
};

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
export type MeetingEntity = keyof typeof ofMeeting;
const meetingEntities = Object.keys(ofMeeting) as MeetingEntity[];

function readEntity(db: ReadableDB, entity: MeetingEntity, meetingId: string): EntityRecord[] {
  return readRows(db, entity, ofMeeting[entity], meetingId);
}

/** One entity by its id, whichever meeting it is of. */
export function findEntity(db: ReadableDB, entity: MeetingEntity, id: string): EntityRecord | null {
  return readRows(db, entity, "id = @meeting", id)[0] ?? null;
}

/** True for the kinds of entity that a meeting consists of. */
export function isMeetingEntity(entity: string): entity is MeetingEntity {
  return Object.hasOwn(ofMeeting, entity);
}

function readRows(db: ReadableDB, entity: MeetingEntity, where: string, meetingId: string): EntityRecord[] {
  const rows = statement(db, `SELECT * FROM ${sqlName(entity)} WHERE ${where} ORDER BY id`).all({ meeting: meetingId }) as Record<
    string,
    Column
  >[];
  const dots = statement(
    db,
    `SELECT entity_id AS id, field, actor, counter FROM field_dot
     WHERE entity = @entity AND entity_id IN (SELECT id FROM ${sqlName(entity)} WHERE ${where})`,
  ).all({ meeting: meetingId, entity }) as { id: string; field: string; actor: string; counter: number }[];
  const dotOf = new Map(dots.map((dot) => [`${dot.id} ${dot.field}`, [dot.actor, dot.counter] as Dot]));
  const beside = siblingsOf(db, entity, `SELECT id FROM ${sqlName(entity)} WHERE ${where}`, meetingId);
  return rows.map((row) => {
    const fields: EntityRecord["fields"] = {};
    for (const [field, storing] of fieldsOf(entity)) {
      const dot = dotOf.get(`${row["id"]} ${field}`);
      if (dot === undefined && (laterFields[entity] as readonly string[] | undefined)?.includes(field)) continue;
      if (dot === undefined) throw new Error(`no dot for ${entity}.${field}`);
      const value = decode(storing, row[sqlName(field).slice(1, -1)] as Column);
      fields[field] = withSiblings(field, { value, dot }, beside.get(`${row["id"]} ${field}`));
    }
    return { entity, id: row["id"] as string, fields };
  });
}

/** What was deleted by one who did not know of an edit stands as not deleted, with the dot of the deletion. */
function withSiblings(field: string, member: Member, siblings: Member[] | undefined): Member & { siblings?: Member[] } {
  if (siblings === undefined) return member;
  return { ...member, value: field === "deleted" ? true : member.value, siblings };
}

/** Everything a meeting consists of, its series first; deleted parts are there with `deleted` true. Order is by kind, then id. */
export function readEntities(db: ReadableDB, meetingId: string): EntityRecord[] {
  return meetingEntities.flatMap((entity) => readEntity(db, entity, meetingId));
}

/** The highest counter of each actor that the meeting has taken in, its series included: of the dots that stand, and of what they replaced. */
export function meetingVector(db: ReadableDB, meetingId: string): Record<string, number> {
  const parts = meetingEntities.map(
    (entity) => `(entity = '${entity}' AND entity_id IN (SELECT id FROM ${sqlName(entity)} WHERE ${ofMeeting[entity]}))`,
  );
  const rows = statement(
    db,
    `SELECT actor, max(counter) AS counter FROM (
       SELECT actor, counter FROM field_dot WHERE ${parts.join(" OR ")}
       UNION ALL SELECT actor, counter FROM meeting_seen WHERE meeting_id = @meeting)
     GROUP BY actor ORDER BY actor`,
  ).all({ meeting: meetingId }) as { actor: string; counter: number }[];
  return Object.fromEntries(rows.map((row) => [row.actor, row.counter]));
}

/** The meeting has taken in this much of each actor, whatever stands of it. */
export function noteSeen(db: WritableDB, meetingId: string, vector: Record<string, number>): void {
  const note = statement(
    db,
    `INSERT INTO meeting_seen (meeting_id, actor, counter) VALUES (?, ?, ?)
     ON CONFLICT (meeting_id, actor) DO UPDATE SET counter = max(counter, excluded.counter)`,
  );
  for (const [actor, counter] of Object.entries(vector)) note.run(meetingId, actor, counter);
}
