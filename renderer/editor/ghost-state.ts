import { isHistoryTransaction } from "@tiptap/pm/history";
import { type EditorState, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import { isStructureChange } from "./extensions/structure-guard.ts";
import { positionedText } from "./fill-in.ts";

/** Words offered at a position. */
export type OfferedWords = { at: number; text: string };

/** `turn` counts what happens at the caret; `wanted` is true where that was writing, so that something may be offered. */
export type GhostState = { shown: OfferedWords | null; turn: number; wanted: boolean };

export const ghostKey = new PluginKey<GhostState>("ghost");

export function shownGhost(state: EditorState): OfferedWords | null {
  return ghostKey.getState(state)?.shown ?? null;
}

/** Marks a transaction as the one that shows these words, or takes away what is shown. */
export function withGhost(tr: Transaction, shown: OfferedWords | null): Transaction {
  return tr.setMeta(ghostKey, { shown });
}

export function nextGhostState(tr: Transaction, before: GhostState): GhostState {
  const told = tr.getMeta(ghostKey) as Pick<GhostState, "shown"> | undefined;
  if (told !== undefined && (told.shown !== null || !tr.docChanged)) return { ...before, shown: told.shown };
  if (!tr.docChanged && !tr.selectionSet) return before;
  if (isStructureChange(tr)) return { ...before, shown: before.shown && { ...before.shown, at: tr.mapping.map(before.shown.at) } };
  const isWriting = tr.docChanged && !isHistoryTransaction(tr) && tr.getMeta("paste") === undefined;
  return { shown: null, turn: before.turn + 1, wanted: isWriting };
}

/** True where words may be offered: at a caret in running text or an at-point, with nothing but closing marks behind it, so that they push nothing aside. */
export function isAtEndOfText({ selection }: EditorState): boolean {
  const { parent, parentOffset, depth } = selection.$head;
  if (!(selection instanceof TextSelection) || !selection.empty || depth < 3 || !parent.isTextblock) return false;
  return /^[.!?;:,)]*$/.test(positionedText(parent).slice(parentOffset));
}
