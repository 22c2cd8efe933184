import type { EntityRecord } from "../../store/meeting-entities.ts";
import { type Entity, isChoosable, type JsonValue } from "../../store/register-fields.ts";
import type { Member } from "../../store/siblings.ts";
import type { Vector } from "../snapshot.ts";
import { mergeDeleted } from "./deletion.ts";
import { editsOf, membersOf } from "./edits.ts";
import { mergeMembers, withoutEquals } from "./members.ts";
import { shownMember } from "./shown.ts";

/** A meeting as one PC, or one snapshot, has it: its entities, and all that it has taken in of each actor. */
export type MeetingSide = { vector: Vector; entities: readonly EntityRecord[] };

/** What a register holds from now on. `value` is what its column says, which for a deletion that lost is not the value of its dot. */
export type RegisterChange = { field: string; value: JsonValue; own: Member; siblings: Member[] };

/** An entity with those of its registers that are no longer as they were; all of them for a new one. */
export type EntityChange = { entity: Entity; id: string; isNew: boolean; registers: RegisterChange[] };

export type Merged = { changes: EntityChange[]; vector: Vector };

/** A side with its entities by id, and the last edit of each actor in each of them. */
export type Side = { vector: Vector; records: Map<string, EntityRecord>; edits: Map<string, Vector> };

/**
 * What becomes of the meeting here when a snapshot is taken in. Pure: no clock, no order of arrival; the same two sides give the same
 * on every PC, but for which of two values that a person is to choose between stands meanwhile. Throws `DotConflict`.
 */
export function mergeMeeting(here: MeetingSide, there: MeetingSide): Merged {
  const [one, other] = [sideOf(here), sideOf(there)];
  const changes = there.entities.flatMap((record) => {
    const known = one.records.get(record.id) ?? null;
    const registers = mergeEntity(one, other, known, record);
    const isNew = known === null;
    return registers.length === 0 ? [] : [{ entity: record.entity as Entity, id: record.id, isNew, registers }];
  });
  return { changes, vector: joined(here.vector, there.vector) };
}

function sideOf({ vector, entities }: MeetingSide): Side {
  return { vector, records: new Map(entities.map((record) => [record.id, record])), edits: editsOf(entities) };
}

function joined(one: Vector, other: Vector): Vector {
  const vector = { ...one };
  for (const [actor, counter] of Object.entries(other)) vector[actor] = Math.max(vector[actor] ?? 0, counter);
  return vector;
}

function mergeEntity(one: Side, other: Side, known: EntityRecord | null, record: EntityRecord): RegisterChange[] {
  return Object.keys(record.fields).flatMap((field) => {
    const mine = membersOf(known?.fields[field]);
    const merged = field === "deleted" ? mergeDeleted(one, other, known, record) : mergeField(one, other, record, field, mine);
    return isSame(merged, mine) ? [] : [merged];
  });
}

function mergeField(one: Side, other: Side, record: EntityRecord, field: string, mine: readonly Member[]): RegisterChange {
  const theirs = membersOf(record.fields[field]);
  const merged =
    mine.length === 0 ? theirs : mergeMembers({ members: mine, vector: one.vector }, { members: theirs, vector: other.vector });
  // Where a rule chooses, no one sees that two are equal, and all of their dots are kept: each tells what it was written in place of.
  const members = isChoosable(record.entity as Entity, field) ? withoutEquals(merged) : merged;
  const own = shownMember(record.entity as Entity, field, members, mine[0] ?? null);
  return { field, value: own.value, own, siblings: members.filter((member) => member !== own) };
}

function isSame({ own, siblings }: RegisterChange, mine: readonly Member[]): boolean {
  const key = ({ dot }: Member) => dot.join(" ");
  const [stood, ...beside] = mine.map(key);
  return stood === key(own) && beside.sort().join() === siblings.map(key).sort().join();
}
