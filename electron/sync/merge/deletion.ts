import type { EntityRecord } from "../../store/meeting-entities.ts";
import type { Member } from "../../store/siblings.ts";
import { membersOf } from "./edits.ts";
import { type Held, hasSeen, latestOfEachActor, mergeMembers, standing, withoutEquals } from "./members.ts";
import type { RegisterChange, Side } from "./merge.ts";

/** Of one side: what the register says of itself, and the edits that say that the entity stands. */
type Said = { outright: Member; edits: Member[]; vector: Held["vector"] };

/**
 * Whether an entity stands. Every edit of it, or of a part of it, counts as saying that it does, so an edit that did not know of the
 * deletion stands beside it and wins; one that knew changes nothing. The edits are kept beside the deletion by their own dots.
 */
export function mergeDeleted(one: Side, other: Side, known: EntityRecord | null, record: EntityRecord): RegisterChange {
  const theirs = saidOf(other, record);
  if (known === null) return change([theirs.outright], theirs.edits);
  const mine = saidOf(one, known);
  const deletions = standing(heldDeletion(mine), heldDeletion(theirs));
  return change(deletions.length > 0 ? deletions : withoutDeletion(mine, theirs), mergeEdits(mine, theirs));
}

function change(outright: readonly Member[], edits: Member[]): RegisterChange {
  const [own] = withoutEquals(outright);
  if (own === undefined) throw new Error("nothing says whether an entity stands");
  const siblings = own.value === true ? edits : [];
  return { field: "deleted", value: own.value === true && edits.length === 0, own, siblings };
}

/** While nobody deleted it, its edits are said by their registers; once someone did, only those kept beside the deletion count. */
function saidOf({ vector, edits }: Side, record: EntityRecord): Said {
  const [outright, ...beside] = membersOf(record.fields["deleted"]);
  if (outright === undefined) throw new Error(`nothing says whether ${record.entity} ${record.id} stands`);
  if (outright.value === true) return { outright, edits: beside, vector };
  const said = Object.entries(edits.get(record.id) ?? {}).map(([actor, counter]): Member => ({ value: false, dot: [actor, counter] }));
  return { outright, edits: said, vector };
}

function heldDeletion({ outright, vector }: Said): Held {
  return { members: outright.value === true ? [outright] : [], vector };
}

/**
 * An edit counts until a side that has seen it counts none of its actor's. Which of an actor's edits a side counts depends on the deletion
 * that it knows: one made in the knowledge of an earlier deletion counts against a later one.
 */
function mergeEdits(one: Said, other: Said): Member[] {
  const counting = (side: Said, { edits, vector }: Said) =>
    side.edits.filter(({ dot }) => !hasSeen(vector, dot) || edits.some((edit) => edit.dot[0] === dot[0]));
  return latestOfEachActor([...counting(one, other), ...counting(other, one)]);
}

/**
 * What the register itself says when no deletion stands. The edits beside one have no place in it then: they are told by their own
 * registers, and one dot names one. Where one side says that it stands, it was brought back.
 */
function withoutDeletion(one: Said, other: Said): Member[] {
  const said = [one, other].map(({ outright }) => outright);
  const restored = said.filter(({ value }) => value === false);
  if (restored.length < said.length) return restored.length > 0 ? restored : said;
  return mergeMembers({ members: [one.outright], vector: one.vector }, { members: [other.outright], vector: other.vector });
}
