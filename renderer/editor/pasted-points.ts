import type { Node, Slice } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { listEntry } from "./pasted-lines.ts";

/**
 * At-points that are pasted as a list into the indstilling: each becomes one of its own, its number taken off. Null when what is pasted
 * is no such list. The ids of the new ones are given by the structure's guard.
 */
export function pastePoints(tr: Transaction, slice: Slice): Transaction | null {
  const { $from, $to } = tr.selection;
  const point = $from.parent;
  const points = pointsIn(slice);
  if (point.type.name !== "recommendation" || !$from.sameParent($to) || points.length < 2) return null;
  const before = point.textContent.slice(0, $from.parentOffset).trim();
  const after = point.textContent.slice($to.parentOffset).trim();
  if (after !== "") return null;
  const own = before === "" ? points.slice(0, 1) : [];
  const rest = points.slice(own.length).map((text) => point.type.create(null, tr.doc.type.schema.text(text)));
  const end = $from.after();
  tr.insert(end, rest);
  if (own[0] !== undefined) tr.insertText(own[0], $from.start(), $from.end());
  const last = tr.mapping.map(end, 1) - 1;
  return tr.setSelection(TextSelection.near(tr.doc.resolve(last), -1)).scrollIntoView();
}

/** The at-points of a slice: entries of a list, numbered lines, or lines that begin with "at". */
function pointsIn(slice: Slice): string[] {
  const lines: { text: string; listed: boolean }[] = [];
  const visit = (node: Node, listed: boolean): void => {
    if (!node.isTextblock) {
      node.forEach((child) => {
        visit(child, listed || node.type.name === "listItem");
      });
      return;
    }
    for (const line of node.textBetween(0, node.content.size, " ", "\n").split("\n")) {
      const entry = listEntry(line);
      const text = (entry?.text ?? line).replace(/\s+/g, " ").trim();
      if (text !== "") lines.push({ text, listed: listed || entry !== null || /^at\s/i.test(text) });
    }
  };
  slice.content.forEach((node) => {
    visit(node, false);
  });
  // "Det indstilles," stands before the list and is printed anyway.
  const from = /^det indstilles\b/i.test(lines[0]?.text ?? "") && lines[0]?.listed === false ? 1 : 0;
  const points = lines.slice(from);
  return points.every(({ listed }) => listed) ? points.map(({ text }) => text) : [];
}
