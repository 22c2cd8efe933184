import { Extension } from "@tiptap/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { LetterInPlace } from "../letter-in-place.ts";

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

/** The browser tells of the caret a task after the letter; what comes later than this, in milliseconds, is about something else. */
const toldWithin = 100;

function handOver(view: EditorView): { destroy(): void } {
  const heard = new AbortController();
  const edge = view.dom.ownerDocument.defaultView ?? window;
  const listen = { capture: true, signal: heard.signal };
  /** When a letter last moved the caret, which the engine has read together with the letter; never, once anything else may have moved it. */
  let movedAt = Number.NEGATIVE_INFINITY;
  const forget = (): void => {
    movedAt = Number.NEGATIVE_INFINITY;
  };
  /** The last key is a letter in the text: what is written is its doing, and not that of a composition or of dictation. */
  let byLetter = false;
  const key = (event: KeyboardEvent): void => {
    const isOurs = event.target === view.dom && isLetter(event);
    if (event.type === "keydown") {
      byLetter = isOurs && !event.isComposing;
      forget();
    }
    if (!isOurs) return;
    event.stopPropagation();
    // The engine looks at nothing but Shift when a key comes up, and at what is pressed for only when it goes over a selection.
    const isHeard = event.type === "keydown" || (event.type === "keypress" && !isPlainCaret(view));
    if (isHeard) view.dispatchEvent(event);
  };
  const inPlace = new LetterInPlace(view);
  const written = (event: Event): void => {
    if (event.target !== view.dom) return;
    event.stopPropagation();
    if (event.type !== "input" || !byLetter) return;
    movedAt = event.timeStamp;
    if (event instanceof InputEvent && event.inputType === "insertText" && event.data !== null) inPlace.take(event.data);
  };
  const moved = (event: Event): void => {
    if (event.timeStamp - movedAt < toldWithin) event.stopImmediatePropagation();
    forget();
  };
  for (const type of keys) edge.addEventListener(type, key, listen);
  edge.addEventListener("textInput", written, listen);
  edge.addEventListener("input", written, listen);
  edge.addEventListener("pointerdown", forget, listen);
  edge.addEventListener("selectionchange", moved, listen);
  return { destroy: () => heard.abort() };
}

function isPlainCaret({ state }: EditorView): boolean {
  return state.selection instanceof TextSelection && state.selection.empty;
}

/** The event that was asked about last: a dozen ask of each key, and what they ask is the browser's and dear. */
let asked: KeyboardEvent | null = null;
let answer = false;

/** Typed with no key held but Shift. */
export function isLetter(event: KeyboardEvent): boolean {
  if (event !== asked) {
    const { key, ctrlKey, altKey, metaKey } = event;
    answer = key.length === 1 && !ctrlKey && !altKey && !metaKey;
    asked = event;
  }
  return answer;
}
