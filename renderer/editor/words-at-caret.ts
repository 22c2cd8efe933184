import type { EditorState } from "@tiptap/pm/state";
import { findCurrentItem } from "./extensions/current-item.ts";
import { itemIdOf } from "./parts.ts";

/**
 * What stands before the caret in its punkt, to be found again on a finished page: the last letters of its paragraph without spaces,
 * and how many times they have come in the punkt by then.
 */
export type WordsAtCaret = { itemId: string; words: string; times: number };

/** Enough to be rare, short enough to be found where a page ends. */
const longest = 40;

/** Null without a punkt, and where nothing is written before the caret. */
export function wordsAtCaret(state: EditorState): WordsAtCaret | null {
  const item = findCurrentItem(state);
  if (item === null) return null;
  const { $head } = state.selection;
  const before = solid(state.doc.textBetween(item.pos, $head.pos));
  const own = solid($head.parent.isTextblock ? $head.parent.textBetween(0, $head.parentOffset) : "");
  const words = (own === "" ? before : own).slice(-longest);
  return words === "" ? null : { itemId: itemIdOf(item.node), words, times: before.split(words).length - 1 };
}

function solid(text: string): string {
  return text.normalize("NFC").replace(/\s/g, "");
}
