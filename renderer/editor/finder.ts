import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { scrollingParent } from "./extensions/caret-band.ts";
import { type FoundWords, findWords, placeFrom } from "./find-words.ts";

/** How many places were found, and which of them is shown, counted from 1; 0 when none is. */
export type FindResult = { count: number; at: number };

/** Where in the height of the column the place looked at is brought. */
const eyeLevel = 0.45;

/** Looks for words from the caret on: selects them, brings them into sight and shows every other place too. The focus stays where it is. */
export function findInText(view: EditorView, words: string, step: 0 | 1 | -1): FindResult {
  const found = findWords(view.state.doc, words);
  const at = placeFrom(found, view.state.selection.from, step);
  const place = found[at];
  if (place !== undefined) {
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place.from, place.to)));
    bringIntoSight(view, place.from);
  }
  CSS.highlights.set("found", new Highlight(...rangesOf(view, found)));
  CSS.highlights.set("found-now", new Highlight(...rangesOf(view, place === undefined ? [] : [place])));
  return { count: found.length, at: at + 1 };
}

/** Nothing is shown as found any more. */
export function forgetFound(): void {
  CSS.highlights.delete("found");
  CSS.highlights.delete("found-now");
}

// By the page's own highlights: decorations would cost every later key.
function rangesOf(view: EditorView, found: readonly FoundWords[]): Range[] {
  return found.map(({ from, to }) => {
    const range = document.createRange();
    const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range;
  });
}

/** The engine scrolls only to a selection that has the focus. */
function bringIntoSight(view: EditorView, position: number): void {
  const column = scrollingParent(view.dom);
  if (column === null) return;
  const { top, height } = column.getBoundingClientRect();
  const place = view.coordsAtPos(position);
  if (place.top < top + height * 0.1 || place.bottom > top + height * 0.85)
    column.scrollBy({ top: place.top - (top + height * eyeLevel), behavior: "instant" });
}
