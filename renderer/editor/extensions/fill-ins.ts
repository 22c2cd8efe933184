import { Extension } from "@tiptap/core";
import { toNextFillIn } from "../fill-in.ts";

/** Tab goes from one fill-in place of a phrase ("‹…›") to the next; where there is none it does what it always does. */
export const FillIns = Extension.create({
  name: "fillIns",
  priority: 1_400,
  addKeyboardShortcuts: () => ({
    Tab: ({ editor }) => {
      const tr = editor.isEditable ? toNextFillIn(editor.state) : null;
      if (tr !== null) editor.view.dispatch(tr);
      return tr !== null;
    },
  }),
});
