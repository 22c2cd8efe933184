import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import { changedItems } from "../changed-items.ts";
import { findGrowthProblem } from "../field-size.ts";
import { findPart, itemIdOf } from "../parts.ts";

const structureMeta = "meetingStructure";

/** Marks a transaction as a change of the meeting's structure, told by the main process; it is not undone by Ctrl+Z. */
export function asStructureChange(tr: Transaction): Transaction {
  return tr.setMeta(structureMeta, true).setMeta("addToHistory", false);
}

export function isStructureChange(tr: Transaction): boolean {
  return tr.getMeta(structureMeta) === true;
}

/**
 * Only a structure change may touch which punkter there are, their order, facts and parts; every other transaction that would is
 * dropped whole. The same for one that grows a field past what can be stored; `onRefused` is told why in Danish.
 */
export const StructureGuard = Extension.create<{ onRefused(reason: string): void }>({
  name: "structureGuard",
  addOptions: () => ({ onRefused: () => undefined }),
  addProseMirrorPlugins() {
    const { onRefused } = this.options;
    return [
      new Plugin({
        filterTransaction(tr) {
          if (!tr.docChanged || isStructureChange(tr)) return true;
          if (!sameStructure(tr.before, tr.doc)) return false;
          const problem = findGrowthProblem(tr.before, tr.doc);
          if (problem !== null) onRefused(problem);
          return problem === null;
        },
        appendTransaction: (_transactions, before, after) => (samePoints(before.doc, after.doc) ? null : giveIds(before.doc, after.tr)),
      }),
    ];
  },
});

function sameStructure(before: Node, after: Node): boolean {
  const changed = changedItems(before, after);
  return changed?.every((item) => isSameItem(item.before, item.after)) === true;
}

function isSameItem(before: Node, after: Node): boolean {
  return before.sameMarkup(after) && before.childCount === after.childCount && itemIdOf(after) !== "";
}

function samePoints(before: Node, after: Node): boolean {
  return changedItems(before, after)?.every((item) => pointsOf(item.before) === pointsOf(item.after)) === true;
}

function pointsOf(item: Node): Node | null {
  return findPart({ node: item, pos: 0 }, "recommendations")?.node ?? null;
}

/** Two at-points never share an id, whatever split, pasted or undid them. */
function giveIds(before: Node, tr: Transaction): Transaction | null {
  tr.doc.forEach((item, pos, index) => {
    if (before.maybeChild(index) === item) return;
    const points = findPart({ node: item, pos }, "recommendations");
    const seen = new Set<string>();
    points?.node.forEach((point, offset) => {
      const id = String(point.attrs["id"]);
      const taken = id === "" || seen.has(id);
      if (taken) tr.setNodeAttribute(points.pos + 1 + offset, "id", crypto.randomUUID());
      seen.add(id);
    });
  });
  return tr.docChanged ? tr : null;
}
