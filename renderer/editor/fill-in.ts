import type { Node } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { partAt } from "./parts.ts";

const fillInPlace = /‹[^‹›]{1,40}›/g;

/** The words of a textblock with one character for each position in it, so that offsets are positions. */
export function positionedText(textblock: Node): string {
  return textblock.textBetween(0, textblock.content.size, undefined, "\n");
}

/** Selects the first fill-in place ("‹…›") between two positions, or leaves the selection where there is none. */
export function selectFillIn(tr: Transaction, from: number, to: number): Transaction {
  const place = fillInsBetween(tr.doc, from, to)[0];
  return place === undefined ? tr : tr.setSelection(TextSelection.create(tr.doc, place.from, place.to));
}

/** Selects the next fill-in place (1) or the one before (-1): in the same line, or in all of the part while one is selected. Null where there is none. */
export function toFillIn(state: EditorState, step: 1 | -1): Transaction | null {
  const { $from, from, to } = state.selection;
  const place = partAt($from);
  if (place === null || !$from.parent.isTextblock) return null;
  const isOnOne = fillInsBetween(state.doc, from, to).some((each) => each.from === from && each.to === to);
  const [start, end] = isOnOne ? [place.part.pos, place.part.pos + place.part.node.nodeSize] : [$from.start(), $from.end()];
  const next = step === 1 ? fillInsBetween(state.doc, to, end)[0] : fillInsBetween(state.doc, start, from).at(-1);
  return next === undefined ? null : state.tr.setSelection(TextSelection.create(state.doc, next.from, next.to)).scrollIntoView();
}

function fillInsBetween(doc: Node, from: number, to: number): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    for (const match of positionedText(node).matchAll(fillInPlace)) {
      const start = pos + 1 + match.index;
      if (start >= from && start + match[0].length <= to) places.push({ from: start, to: start + match[0].length });
    }
    return false;
  });
  return places;
}
