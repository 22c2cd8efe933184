import { itemsOf } from "../../shared/domain/meeting.ts";
import type { Twofold, Version } from "../../shared/domain/twofold.ts";
import { getMeeting } from "../meetings/repository.ts";
import { isChoosable } from "../store/register-fields.ts";
import { getField } from "../store/registers.ts";
import type { Dot } from "../store/siblings.ts";
import { statement } from "../store/statement.ts";
import type { ReadableDB } from "../store/store.ts";

type Row = Pick<Twofold, "entity" | "id" | "field" | "itemId"> & { about: string | null } & {
  meetingId: string;
  actor: string;
  counter: number;
  value: string;
};

const owners = `
  SELECT 'meeting' AS entity, m.id, m.id AS meetingId, NULL AS itemId, NULL AS about FROM meeting m WHERE m.deleted = 0
  UNION ALL SELECT 'category', c.id, m.id, NULL, NULL FROM category c JOIN meeting m ON m.id = c.meeting_id WHERE c.deleted + m.deleted = 0
  UNION ALL SELECT 'item', i.id, m.id, i.id, NULL FROM item i JOIN category c ON c.id = i.category_id JOIN meeting m ON m.id = c.meeting_id
    WHERE i.deleted + c.deleted + m.deleted = 0
  UNION ALL SELECT 'recommendation', r.id, m.id, i.id, NULL FROM recommendation r JOIN item i ON i.id = r.item_id
    JOIN category c ON c.id = i.category_id JOIN meeting m ON m.id = c.meeting_id WHERE r.deleted + i.deleted + c.deleted + m.deleted = 0
  UNION ALL SELECT 'attachment', a.id, m.id, i.id, NULL FROM attachment a JOIN item i ON i.id = a.item_id
    JOIN category c ON c.id = i.category_id JOIN meeting m ON m.id = c.meeting_id WHERE a.deleted + i.deleted + c.deleted + m.deleted = 0
  UNION ALL SELECT 'attendance', p.id, m.id, NULL, p.name FROM attendance p JOIN meeting m ON m.id = p.meeting_id WHERE p.deleted + m.deleted = 0`;

/** The values beside those that stand, of parts that are not deleted and of registers that a person chooses for. */
function listRows(db: ReadableDB, meetingId: string | null): Row[] {
  if (statement(db, "SELECT 1 FROM sibling LIMIT 1").get() === undefined) return [];
  const rows = statement(
    db,
    `SELECT s.entity, s.entity_id AS id, s.field, o.itemId, o.about, o.meetingId, s.actor, s.counter, s.value
     FROM sibling s JOIN (${owners}) o ON o.entity = s.entity AND o.id = s.entity_id
     WHERE @meetingId IS NULL OR o.meetingId = @meetingId ORDER BY s.entity, s.entity_id, s.field, s.actor, s.counter`,
  ).all({ meetingId }) as Row[];
  return rows.filter(({ entity, field }) => isChoosable(entity, field));
}

/** The meetings of which something has more than one version. */
export function listTwofold(db: ReadableDB): string[] {
  return [...new Set(listRows(db, null).map(({ meetingId }) => meetingId))];
}

/** Every register of the meeting that has more than one version, by punkt. */
export function listTwofoldOf(db: ReadableDB, meetingId: string): Twofold[] {
  const rows = listRows(db, meetingId);
  if (rows.length === 0) return [];
  const numbers = new Map(itemsOf(getMeeting(db, meetingId)).map(({ id, number }) => [id, number]));
  const found = [...Map.groupBy(rows, ({ id, field }) => `${id} ${field}`).values()].map((group): Twofold => {
    const { entity, id, field, itemId, about } = group[0] as Row;
    const beside = group.map(({ actor, counter, value }) => versionOf(db, [actor, counter], JSON.parse(value)));
    const itemNumber = itemId === null ? null : (numbers.get(itemId) ?? null);
    return { entity, id, field, itemId, itemNumber, about, versions: [standing(db, entity, id, field), ...beside] };
  });
  return found.sort((one, other) => (one.itemNumber ?? 0) - (other.itemNumber ?? 0));
}

function standing(db: ReadableDB, entity: Twofold["entity"], id: string, field: string): Version {
  const dot = statement(db, "SELECT actor, counter FROM field_dot WHERE entity = ? AND entity_id = ? AND field = ?").get(entity, id, field);
  const { actor, counter } = dot as { actor: string; counter: number };
  return versionOf(db, [actor, counter], getField(db, entity, id, field as never));
}

function versionOf(db: ReadableDB, [actor, counter]: Dot, value: unknown): Version {
  return { actor, counter, value: value as Version["value"], by: findAuthor(db, actor) };
}

/** The name of who writes as an actor, "" where it is not said; null for this installation. */
export function findAuthor(db: ReadableDB, actor: string): string | null {
  if (statement(db, "SELECT 1 FROM actor WHERE id = ?").get(actor) !== undefined) return null;
  return (statement(db, "SELECT name FROM author WHERE actor = ?").pluck().get(actor) as string | undefined) ?? "";
}
