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
  addProseMirrorPlugins() {
    /** Only letters have moved the caret since it was found at one place: it need not be looked for at the next. */
    let followed = false;
    const forget = (): void => {
      followed = false;
    };
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (view, event) => {
              if (event.isComposing || view.composing) return false;
              followed = isLetter(event) && view.state.selection.empty && (followed || isAtOnePlace(view));
              if (!followed) view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
              return false;
            },
            mousedown: forget,
          },
        },
        view: ({ dom: { ownerDocument } }) => {
          // What a letter does to the selection is not heard here.
          ownerDocument.addEventListener("selectionchange", forget);
          return { destroy: () => ownerDocument.removeEventListener("selectionchange", forget) };
        },
      }),
    ];
  },
});

/** A letter goes where the browser's caret is, and nothing is selected that it could replace. */
function isAtOnePlace({ dom }: EditorView): boolean {
  return dom.ownerDocument.getSelection()?.isCollapsed === true;
}
