import type { Dot, Member } from "../../store/siblings.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { Vector } from "../snapshot.ts";

/** The values of a register that stand on one side, and all that this side has taken in. */
export type Held = { members: readonly Member[]; vector: Vector };

/** One dot with two contents: an actor is used by two, and nothing of the merge is kept. */
export class DotConflict extends Error {
  readonly dot: Dot;

  constructor(dot: Dot) {
    super(`one dot, two contents: ${dot.join(" ")}`);
    this.dot = dot;
  }
}

/** An order of dots for where any will do, as long as every PC takes the same. It says nothing of time. */
export function compareDots([actor, counter]: Dot, [otherActor, otherCounter]: Dot): number {
  return counter - otherCounter || (actor < otherActor ? -1 : actor > otherActor ? 1 : 0);
}

/** True when the dot's write, or one that replaced it, has been taken in. */
export function hasSeen(vector: Vector, [actor, counter]: Dot): boolean {
  return (vector[actor] ?? 0) >= counter;
}

/**
 * What stands of a register when two sides meet: what stands on both, and what stands on one and the other has never seen. What the
 * other has seen and no longer holds was replaced there. Of one actor's values the latest stands, as an actor knows its own writes.
 * Nothing, when each side has replaced what the other holds. Throws {@link DotConflict}.
 */
export function standing(one: Held, other: Held): Member[] {
  return latestOfEachActor([
    ...one.members.filter((member) => find(other.members, member) !== null || !hasSeen(other.vector, member.dot)),
    ...other.members.filter((member) => find(one.members, member) === null && !hasSeen(one.vector, member.dot)),
  ]);
}

/**
 * What stands of a register that always has a value. Of equal values written twice one side may have kept the one and the other the
 * other; that each side has replaced what the other holds can otherwise not be, unless two write as one actor. Throws {@link DotConflict}.
 */
export function mergeMembers(one: Held, other: Held): Member[] {
  const stands = standing(one, other);
  if (stands.length > 0) return stands;
  const lost = [...one.members, ...other.members];
  if (lost[0] !== undefined && withoutEquals(lost).length > 1) throw new DotConflict(lost[0].dot);
  return lost;
}

/** Equal values are one, under the last of their dots. In the order of dots. */
export function withoutEquals(members: readonly Member[]): Member[] {
  const sorted = members.toSorted((one, other) => compareDots(one.dot, other.dot));
  return [...new Map(sorted.map((member) => [canonicalJson(member.value), member])).values()].sort((one, other) =>
    compareDots(one.dot, other.dot),
  );
}

function find(members: readonly Member[], { value, dot }: Member): Member | null {
  const found = members.find(({ dot: [actor, counter] }) => actor === dot[0] && counter === dot[1]);
  if (found === undefined) return null;
  if (canonicalJson(found.value) !== canonicalJson(value)) throw new DotConflict(dot);
  return found;
}

export function latestOfEachActor(members: readonly Member[]): Member[] {
  const latest = new Map<string, Member>();
  for (const member of members) {
    const [actor, counter] = member.dot;
    if (counter > (latest.get(actor)?.dot[1] ?? 0)) latest.set(actor, member);
  }
  return [...latest.values()];
}
