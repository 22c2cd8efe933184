import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { partAt, partsOf } from "./parts.ts";

/** True when a selection reaches from one part into another, where the editor's own deletion would tear the structure. */
export function crossesParts({ empty, $from, $to }: Selection): boolean {
  if (empty) return false;
  const [from, to] = [partAt($from), partAt($to)];
  return from === null || to === null || from.part.pos !== to.part.pos;
}

/** Deletes the selected text of every part the range touches; the parts stay. The caret lands where the range began. */
export function clearRange(tr: Transaction, from: number, to: number): Transaction {
  for (const [start, end] of coveredRanges(tr.doc, from, to).reverse()) clearWithin(tr, start, end);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), 1));
}

/** How many punkter a range touches. */
export function itemsTouched(doc: Node, from: number, to: number): number {
  let count = 0;
  doc.forEach((item, pos) => {
    if (pos < to && pos + item.nodeSize > from) count += 1;
  });
  return count;
}

function coveredRanges(doc: Node, from: number, to: number): [number, number][] {
  const ranges: [number, number][] = [];
  doc.forEach((node, pos) => {
    for (const part of partsOf({ node, pos })) {
      const start = Math.max(from, part.pos + 1);
      const end = Math.min(to, part.pos + part.node.nodeSize - 1);
      if (start < end) ranges.push([start, end]);
    }
  });
  return ranges;
}

function clearWithin(tr: Transaction, from: number, to: number): void {
  const place = partAt(tr.doc.resolve(from));
  if (place === null) return;
  const { node, pos } = place.part;
  const whole = from === pos + 1 && to === pos + node.nodeSize - 1;
  const filler = node.type.contentMatch.defaultType;
  if (whole && filler && !node.isTextblock) tr.replaceWith(from, to, filler.create());
  else tr.delete(from, to);
}

/** Where pasted or typed text goes: the selection's start, once what is selected across parts is cleared. */
export function clearCrossing(state: EditorState): Transaction {
  const { selection } = state;
  return crossesParts(selection) ? clearRange(state.tr, selection.from, selection.to) : state.tr;
}

/** The part's own text, from its first to its last place for a caret. */
export function wholePart($pos: ResolvedPos): Selection | null {
  const place = partAt($pos);
  if (place === null) return null;
  const { node, pos } = place.part;
  return within($pos.doc, pos + 1, pos + node.nodeSize - 1);
}

/** The text of a whole punkt. */
export function wholeItem($pos: ResolvedPos): Selection | null {
  const place = partAt($pos);
  if (place === null) return null;
  const { node, pos } = place.item;
  return within($pos.doc, pos + 1, pos + node.nodeSize - 1);
}

function within(doc: Node, from: number, to: number): Selection {
  return TextSelection.between(doc.resolve(from), doc.resolve(to), 1);
}
