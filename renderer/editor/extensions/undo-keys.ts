import { Extension } from "@tiptap/core";
import { redoDepth, undoDepth } from "@tiptap/pm/history";
import { type DirtyPart, fieldOf, itemIdOf, partAt } from "../parts.ts";

/** Undo (-1) or redo (1) is asked for in a part; `own` says whether the editor has a step of its own for it. True takes the key. */
export type HearUndo = (step: -1 | 1, part: DirtyPart, own: boolean) => boolean;

/** Lets undo and redo be taken on where the editor's own steps end. */
export const UndoKeys = Extension.create<{ onUndo: HearUndo }>({
  name: "undoKeys",
  priority: 200,
  addOptions: () => ({ onUndo: () => false }),
  addKeyboardShortcuts() {
    const hear = (step: -1 | 1) => (): boolean => {
      const { state, isEditable } = this.editor;
      const place = partAt(state.selection.$head);
      if (place === null || !isEditable) return false;
      const own = (step === -1 ? undoDepth(state) : redoDepth(state)) > 0;
      return this.options.onUndo(step, { itemId: itemIdOf(place.item.node), field: fieldOf(place.part.node) }, own);
    };
    return { "Mod-z": hear(-1), "Mod-y": hear(1), "Shift-Mod-z": hear(1) };
  },
});
