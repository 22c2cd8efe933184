import type { EntityRecord } from "../../store/meeting-entities.ts";
import type { Member } from "../../store/siblings.ts";
import { membersOf } from "./edits.ts";
import { type Held, mergeMembers, withoutEquals } from "./members.ts";
import type { RegisterChange, Side } from "./merge.ts";

/**
 * Whether an entity stands. Every edit of it, or of a part of it, counts as saying that it does, so an edit that did not know of the
 * deletion stands beside it and wins; one that knew changes nothing. The edits are kept beside the deletion by their own dots.
 */
export function mergeDeleted(one: Side, other: Side, known: EntityRecord | null, record: EntityRecord): RegisterChange {
  const theirs = membersOf(record.fields["deleted"]);
  const mine = membersOf(known?.fields["deleted"]);
  const stands = known === null ? theirs : mergeMembers(held(one, known), held(other, record));
  const [deletion] = withoutEquals(stands.filter(({ value }) => value === true));
  const edits = stands.filter(({ value }) => value === false);
  if (deletion !== undefined) return { field: "deleted", value: edits.length === 0, own: deletion, siblings: edits };
  // Only what was said of it outright has a place in the register; edits are told by their own.
  const outright = known === null ? theirs : mergeMembers({ members: mine, vector: one.vector }, { members: theirs, vector: other.vector });
  const [own] = withoutEquals(outright);
  if (own === undefined) throw new Error(`nothing says whether ${record.entity} ${record.id} stands`);
  return { field: "deleted", value: false, own, siblings: [] };
}

/** While nobody deleted it, its edits are said by their registers; once someone did, only those kept beside the deletion count. */
function held({ vector, edits }: Side, record: EntityRecord): Held {
  const members = membersOf(record.fields["deleted"]);
  if (members.some(({ value }) => value === true)) return { members, vector };
  const said = Object.entries(edits.get(record.id) ?? {}).map(([actor, counter]): Member => ({ value: false, dot: [actor, counter] }));
  return { members: [...members, ...said], vector };
}
