import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { isLetter } from "./letters-apart.ts";

/**
 * The browser moves the caret at once and tells of it a task later. A key pressed in between, on a busy machine, would act on the old
 * selection: Ctrl+A, arrow, Backspace would delete everything. So the engine is told before each key.
 */
export const FreshSelection = Extension.create({
  name: "freshSelection",
  priority: 3_000,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view, event) => {
            if (event.isComposing || view.composing || isLetterAtCaret(view, event)) return false;
            view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
            return false;
          },
        },
      },
    }),
  ],
});

/** A letter goes where the browser's caret is, and nothing is selected that it could replace. */
function isLetterAtCaret({ state, dom }: EditorView, event: KeyboardEvent): boolean {
  if (!isLetter(event) || !state.selection.empty) return false;
  return dom.ownerDocument.getSelection()?.isCollapsed === true;
}
