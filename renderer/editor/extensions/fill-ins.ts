import { Extension, type KeyboardShortcutCommand } from "@tiptap/core";
import { toFillIn } from "../fill-in.ts";

/** Tab goes from one fill-in place of a phrase ("‹…›") to the next, Shift+Tab back; where there is none they do what they always do. */
export const FillIns = Extension.create({
  name: "fillIns",
  priority: 1_400,
  addKeyboardShortcuts: () => ({ Tab: goes(1), "Shift-Tab": goes(-1) }),
});

function goes(step: 1 | -1): KeyboardShortcutCommand {
  return ({ editor }) => {
    const tr = editor.isEditable ? toFillIn(editor.state, step) : null;
    if (tr !== null) editor.view.dispatch(tr);
    return tr !== null;
  };
}
