import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { changedItems } from "../changed-items.ts";
import { type DirtyPart, fieldOf, itemIdOf } from "../parts.ts";
import { isStructureChange } from "./structure-guard.ts";

/** Tells which parts an edit changed. Nodes never change in place, so unchanged ones are known by identity: nothing is read or serialised. */
export const DirtyParts = Extension.create<{ onDirty(part: DirtyPart): void }>({
  name: "dirtyParts",
  addOptions: () => ({ onDirty: () => undefined }),
  onTransaction({ transaction, editor }) {
    if (isStructureChange(transaction) || transaction.before === editor.state.doc) return;
    for (const part of changedParts(transaction.before, editor.state.doc)) this.options.onDirty(part);
  },
});

/** Both documents have the same punkter in the same order, as the structure guard holds them to. */
function changedParts(before: Node, after: Node): DirtyPart[] {
  const changed: DirtyPart[] = [];
  for (const { before: oldItem, after: item } of changedItems(before, after) ?? []) {
    for (let p = 0; p < item.childCount; p++)
      if (oldItem.child(p) !== item.child(p)) changed.push({ itemId: itemIdOf(item), field: fieldOf(item.child(p)) });
  }
  return changed;
}
