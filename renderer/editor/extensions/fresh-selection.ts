import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

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
            if (!event.isComposing && !view.composing) view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
            return false;
          },
        },
      },
    }),
  ],
});
