import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { typedText } from "../typed-text.ts";

/** `letters` counts those written since the caret came here otherwise. */
type Move = { jump: boolean; letters: number };

const key = new PluginKey<Move>("caretBand");
const still: Move = { jump: false, letters: 0 };

/** Where the line being written may stand, in parts of the height. Source: tokens.md, Widths. */
const band = { top: 0.4, bottom: 0.8 };

/** While this many letters are written the caret comes no further than to the next line, of which the band leaves room for more. */
const lineLetters = 12;

/** Marks a move to another punkt: it may glide, where the system allows motion. Nothing glides while keys write text. */
export function asJump(tr: Transaction): Transaction {
  return tr.setMeta(key, true).scrollIntoView();
}

/** Keeps the caret's line in the middle of the column, so that the eyes know where to look and nothing covers it. */
export const CaretBand = Extension.create({
  name: "caretBand",
  addProseMirrorPlugins: () => [
    new Plugin<Move>({
      key,
      state: { init: () => still, apply: follow },
      props: { handleScrollToSelection: (view) => scrollToCaret(view, key.getState(view.state) ?? still) },
      view: followSize,
    }),
  ],
});

function follow(tr: Transaction, { letters }: Move): Move {
  if (tr.getMeta(key) === true) return { jump: true, letters: 0 };
  return typedText(tr)?.length === 1 ? { jump: false, letters: letters + 1 } : still;
}

function scrollToCaret(view: EditorView, { jump, letters }: Move): boolean {
  const column = columnOf(view);
  if (column === null) return false;
  if (letters > 1 && letters % lineLetters !== 0 && column.scrollTop === lookedAt.get(column)) return true;
  const caret = view.coordsAtPos(view.state.selection.head);
  const { top, height } = column.getBoundingClientRect();
  const above = caret.top - (top + height * band.top);
  const below = caret.bottom - (top + height * band.bottom);
  const distance = below > 0 ? below : Math.min(above, 0);
  if (distance !== 0) column.scrollBy({ top: distance, behavior: jump && motionAllowed() ? "smooth" : "instant" });
  lookedAt.set(column, column.scrollTop);
  return true;
}

/** A column of another height has its band elsewhere: the line is looked for at once, not first at the end of a word. */
function followSize(view: EditorView): { destroy(): void } {
  const observer = new ResizeObserver(() => view.hasFocus() && scrollToCaret(view, still));
  const column = columnOf(view);
  if (column !== null) observer.observe(column);
  return { destroy: () => observer.disconnect() };
}

/** Where each column stood when the caret's line was last looked for. */
const lookedAt = new WeakMap<Element, number>();

// Asking for styles at every key costs more than the key.
const columns = new WeakMap<EditorView, Element>();

function columnOf(view: EditorView): Element | null {
  const known = columns.get(view);
  if (known?.contains(view.dom)) return known;
  const column = scrollingParent(view.dom);
  if (column !== null) columns.set(view, column);
  return column;
}

/** The column that the text scrolls in, or null. */
export function scrollingParent(element: Element): Element | null {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement)
    if (/^(auto|scroll)$/.test(getComputedStyle(parent).overflowY)) return parent;
  return null;
}

function motionAllowed(): boolean {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
