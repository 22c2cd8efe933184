import type { Node } from "@tiptap/pm/model";

/** A punkt that is another one than before, and its place among the punkter. */
export type ChangedItem = { index: number; before: Node; after: Node };

type Compared = { before: Node; changed: ChangedItem[] };

// Several ask this of each key; documents never change, so what was found for two of them stays true.
const compared = new WeakMap<Node, Compared>();

/** The punkter that differ between two documents with equally many; null when the numbers differ. */
export function changedItems(before: Node, after: Node): readonly ChangedItem[] | null {
  if (before.childCount !== after.childCount) return null;
  const known = compared.get(after);
  if (known?.before === before) return known.changed;
  const changed: ChangedItem[] = [];
  for (let index = 0; index < after.childCount; index++)
    if (before.child(index) !== after.child(index)) changed.push({ index, before: before.child(index), after: after.child(index) });
  compared.set(after, { before, changed });
  return changed;
}
