import { type Decoration, DecorationSet, type DecorationSource } from "@tiptap/pm/view";
import { drawsSame, partsOfSet } from "./engine-parts.ts";

/** Text that came to stand somewhere between `from` and `to`, which no decoration begins or ends between. */
export type Insertion = { from: number; to: number; length: number };

/**
 * Whether `after` is `before` with nothing but its places moved by the insertion: then what they draw stands as it is. What lies inside
 * the node at the insertion is left out when `nested`: it is a question for that node.
 */
export function onlyMoved(before: DecorationSource, after: DecorationSource, insertion: Insertion, nested: boolean): boolean {
  if (before instanceof DecorationSet && after instanceof DecorationSet) return isMoved(before, after, insertion, nested);
  const old = setsOf(before);
  const now = setsOf(after);
  return old.length === now.length && old.every((set, index) => isMoved(set, now[index] as DecorationSet, insertion, nested));
}

function setsOf(source: DecorationSource): DecorationSet[] {
  const sets: DecorationSet[] = [];
  source.forEachSet((set) => sets.push(set));
  return sets;
}

function isMoved(before: DecorationSet, after: DecorationSet, insertion: Insertion, nested: boolean): boolean {
  const old = partsOfSet(before);
  const now = partsOfSet(after);
  if (old.local.length !== now.local.length || old.children.length !== now.children.length) return false;
  for (let index = 0; index < old.local.length; index += 1)
    if (!isSameMark(old.local[index] as Decoration, now.local[index] as Decoration, insertion)) return false;
  for (let index = 0; index < old.children.length; index += 3) {
    const start = old.children[index] as number;
    const end = old.children[index + 1] as number;
    if (placeAfter(start, insertion) !== now.children[index] || placeAfter(end, insertion) !== now.children[index + 1]) return false;
    const child = old.children[index + 2] as DecorationSet;
    const newChild = now.children[index + 2] as DecorationSet;
    const isAround = nested && start === insertion.from;
    if (!isAround && child !== newChild && !sameSets(child, newChild)) return false;
  }
  return true;
}

function isSameMark(before: Decoration, after: Decoration, insertion: Insertion): boolean {
  return placeAfter(before.from, insertion) === after.from && placeAfter(before.to, insertion) === after.to && drawsSame(before, after);
}

/** Where a place is found after the insertion; no number, and so equal to none, when it lies between. */
function placeAfter(place: number, { from, to, length }: Insertion): number {
  if (place <= from) return place;
  return place >= to ? place + length : Number.NaN;
}

function sameSets(one: DecorationSet, other: DecorationSet): boolean {
  return onlyMoved(one, other, { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY, length: 0 }, false);
}
