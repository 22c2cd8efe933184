import { type EditorState, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { asJump } from "./extensions/caret-band.ts";
import { findCurrentItem } from "./extensions/current-item.ts";
import { findWords } from "./find-words.ts";
import { descend, factsOf, findItem, findPart, isBlankPart, itemIdOf, type PartField } from "./parts.ts";

/** Words in a part of a punkt: `block` is the way to the paragraph they were seen in, `from` their offset in it. */
export type WordsAt = { field: PartField; block: readonly number[]; from: number; words: string };

/** Puts the caret at the end of a part of a punkt and brings it into sight. Null when there is no such punkt. */
export function toItem(state: EditorState, itemId: string, field: PartField = "decision"): Transaction | null {
  const item = findItem(state.doc, itemId);
  const part = item && findPart(item, field);
  if (!part) return null;
  const end = state.doc.resolve(part.pos + part.node.nodeSize - 1);
  return asJump(state.tr.setSelection(part.node.isTextblock ? TextSelection.create(state.doc, end.pos) : Selection.near(end, -1)));
}

/** Selects words in a punkt, those nearest to where they were seen, and brings them into sight; where they are no more, puts the caret at the end of the part. */
export function toWords(state: EditorState, itemId: string, { field, block, from, words }: WordsAt): Transaction | null {
  const item = findItem(state.doc, itemId);
  const part = item && findPart(item, field);
  if (!part) return null;
  const meant = (descend(part, block) ?? part).pos + 1 + from;
  const [nearest] = findWords(state.doc, words)
    .filter((place) => place.from > part.pos && place.to < part.pos + part.node.nodeSize)
    .sort((one, other) => Math.abs(one.from - meant) - Math.abs(other.from - meant));
  if (nearest === undefined) return toItem(state, itemId, field);
  return asJump(state.tr.setSelection(TextSelection.create(state.doc, nearest.from, nearest.to)));
}

/** The next punkt (1) or the one before (-1). Null at either end. */
export function toNeighbour(state: EditorState, step: 1 | -1): Transaction | null {
  const current = findCurrentItem(state);
  const ids = state.doc.children.map(itemIdOf);
  const id = current === null ? ids[0] : ids[ids.indexOf(itemIdOf(current.node)) + step];
  return id === undefined ? null : toItem(state, id);
}

export function toNumber(state: EditorState, number: number): Transaction | null {
  const item = state.doc.children.find((node) => factsOf(node).number === number);
  return item === undefined ? null : toItem(state, itemIdOf(item));
}

/**
 * The end of the last decision, also where it is empty and its punkt does not show it yet: the browser's own way ends at what is shown, which
 * is the title then. `selects`: from where the selection began.
 */
export function toEnd(state: EditorState, selects: boolean): Transaction | null {
  const tr = state.doc.lastChild === null ? null : toItem(state, itemIdOf(state.doc.lastChild));
  if (tr === null || !selects) return tr;
  return tr.setSelection(TextSelection.between(tr.doc.resolve(state.selection.anchor), tr.selection.$head));
}

/** The first punkt without a decision, where writing goes on; the first of all when every one has its decision. */
export function toFirstOpen(state: EditorState): Transaction | null {
  const open = state.doc.children.find((node) => {
    const decision = findPart({ node, pos: 0 }, "decision");
    return decision !== null && isBlankPart(decision.node);
  });
  const item = open ?? state.doc.firstChild;
  return item ? toItem(state, itemIdOf(item)) : null;
}
