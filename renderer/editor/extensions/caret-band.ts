import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

const key = new PluginKey<boolean>("caretBand");

/** Where the line being written may stand, in parts of the height. Source: tokens.md, Widths. */
const band = { top: 0.4, bottom: 0.8 };

/** Marks a move to another punkt: it may glide, where the system allows motion. Nothing glides while keys write text. */
export function asJump(tr: Transaction): Transaction {
  return tr.setMeta(key, true).scrollIntoView();
}

/** Keeps the caret's line in the middle of the column, so that the eyes know where to look and nothing covers it. */
export const CaretBand = Extension.create({
  name: "caretBand",
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key,
      state: { init: () => false, apply: (tr) => tr.getMeta(key) === true },
      props: { handleScrollToSelection: (view) => scrollToCaret(view, key.getState(view.state) === true) },
    }),
  ],
});

function scrollToCaret(view: EditorView, isJump: boolean): boolean {
  const column = columnOf(view);
  if (column === null) return false;
  const caret = view.coordsAtPos(view.state.selection.head);
  const { top, height } = column.getBoundingClientRect();
  const above = caret.top - (top + height * band.top);
  const below = caret.bottom - (top + height * band.bottom);
  const distance = below > 0 ? below : Math.min(above, 0);
  if (distance !== 0) column.scrollBy({ top: distance, behavior: isJump && motionAllowed() ? "smooth" : "instant" });
  return true;
}

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
