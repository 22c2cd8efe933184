import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/** What a letter sets off on its way into the text and the engine acts on. */
const keys = ["keydown", "keypress", "keyup"] as const;

/**
 * A letter in the text concerns the text alone: it is handed to the engine at the window's edge and goes no further. Menus, commands
 * and the window's components, none of which does anything with it, would otherwise each be asked, several times for every letter.
 */
export const LettersApart = Extension.create({
  name: "lettersApart",
  addProseMirrorPlugins: () => [new Plugin({ view: handOver })],
});

type Place = { node: Node | null; offset: number };

function handOver(view: EditorView): { destroy(): void } {
  const heard = new AbortController();
  const edge = view.dom.ownerDocument.defaultView ?? window;
  const listen = { capture: true, signal: heard.signal };
  /** Where the last letter put the caret; the engine has read it together with the letter. */
  let behind: Place | null = null;
  const key = (event: KeyboardEvent): void => {
    if (event.type === "keydown") behind = null;
    if (event.target !== view.dom || !isLetter(event)) return;
    event.stopPropagation();
    // The engine looks at nothing but Shift when a key comes up.
    if (event.type !== "keyup") view.dispatchEvent(event);
  };
  const written = (event: Event): void => {
    if (event.target !== view.dom) return;
    event.stopPropagation();
    if (event.type === "input") behind = caretPlace(edge);
  };
  for (const type of keys) edge.addEventListener(type, key, listen);
  // The engine reads what was written from the page, not from these.
  edge.addEventListener("textInput", written, listen);
  edge.addEventListener("input", written, listen);
  const forget = (): void => {
    behind = null;
  };
  edge.addEventListener("pointerdown", forget, listen);
  edge.addEventListener("selectionchange", (event) => behind !== null && isAt(edge, behind) && event.stopImmediatePropagation(), listen);
  return { destroy: () => heard.abort() };
}

/** Null when more than a caret is set. */
function caretPlace({ document }: Window): Place | null {
  const selection = document.getSelection();
  return selection?.isCollapsed === true ? { node: selection.anchorNode, offset: selection.anchorOffset } : null;
}

function isAt(edge: Window, { node, offset }: Place): boolean {
  const now = caretPlace(edge);
  return now !== null && now.node === node && now.offset === offset;
}

/** Typed with no key held but Shift. */
export function isLetter({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !altKey && !metaKey;
}
