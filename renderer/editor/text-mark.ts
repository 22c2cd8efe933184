import { type EditorState, PluginKey } from "@tiptap/pm/state";
import type { DecorationSet } from "@tiptap/pm/view";

/** Something in the text that may be a slip; `word` is the one that the dictionary does not know, `suggestion` what to write instead. */
export type TextMark = { kind: "unknown" | "suspicious" | "style"; message: string; word?: string; suggestion?: string };

/** A mark with its place in the document. */
export type PlacedMark = TextMark & { from: number; to: number };

/** The marks that are drawn; `writing` while the last change was of the text, so that the word being typed is left in peace. */
export type TextMarks = { drawn: DecorationSet; writing: boolean };

export const textMarksKey = new PluginKey<TextMarks>("textMarks");

/** The marks that touch a range, the shortest first. */
export function marksAt(state: EditorState, from: number, to: number): PlacedMark[] {
  const found = textMarksKey.getState(state)?.drawn.find(from, to) ?? [];
  return found
    .map((each) => ({ ...(each.spec as TextMark), from: each.from, to: each.to }))
    .sort((a, b) => a.to - a.from - (b.to - b.from));
}

/** The next mark after a place (step 1) or the one before it, round the ends of the document; null when there is none. */
export function neighbourMark(state: EditorState, step: 1 | -1): PlacedMark | null {
  const all = marksAt(state, 0, state.doc.content.size).sort((a, b) => a.from - b.from);
  const { from, to } = state.selection;
  if (step === 1) return all.find((mark) => mark.from >= to && mark.to > to) ?? all[0] ?? null;
  return all.findLast((mark) => mark.to <= from && mark.from < from) ?? all.at(-1) ?? null;
}
