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

function handOver(view: EditorView): { destroy(): void } {
  const heard = new AbortController();
  const edge = view.dom.ownerDocument.defaultView ?? window;
  const listen = { capture: true, signal: heard.signal };
  const key = (event: KeyboardEvent): void => {
    if (event.target !== view.dom || !isLetter(event)) return;
    event.stopPropagation();
    view.dispatchEvent(event);
  };
  const written = (event: Event): void => {
    if (event.target === view.dom) event.stopPropagation();
  };
  for (const type of keys) edge.addEventListener(type, key, listen);
  // The engine reads what was written from the page, not from these.
  edge.addEventListener("textInput", written, listen);
  edge.addEventListener("input", written, listen);
  return { destroy: () => heard.abort() };
}

/** Typed with no key held but Shift. */
export function isLetter({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !altKey && !metaKey;
}
