import { Extension } from "@tiptap/core";
import { isHistoryTransaction } from "@tiptap/pm/history";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import type { EditorView } from "@tiptap/pm/view";
import type { KnownName } from "../../../shared/domain/known-name.ts";
import { changedBlocks } from "../changed-blocks.ts";
import { isInDecision, markSentences, toggleFollowUp } from "../follow-up-sentences.ts";
import type { PlacedNode } from "../parts.ts";
import { typedText } from "../typed-text.ts";
import { isStructureChange } from "./structure-guard.ts";

const key = new PluginKey<boolean>("followUps");

/**
 * Recognises the follow-ups of a decision when their sentence is finished, or the paragraph is left, and marks them in the same step
 * to undo; the caret stays. Ctrl+Shift+O marks any words, or the sentence at the caret, and takes the mark off again.
 */
export const FollowUps = Extension.create<{ people(): readonly KnownName[] }>({
  name: "followUps",
  addOptions: () => ({ people: () => [] }),
  addKeyboardShortcuts() {
    return {
      "Mod-Shift-o": ({ editor }) => {
        const { tr } = editor.state;
        const { storedMarks } = tr;
        if (editor.isEditable && toggleFollowUp(tr, this.options.people())) editor.view.dispatch(tr.setStoredMarks(storedMarks));
        return true;
      },
    };
  },
  addProseMirrorPlugins() {
    const { people } = this.options;
    let view: EditorView | null = null;
    return [
      new Plugin<boolean>({
        key,
        // Whether the paragraph at the caret was written in since the caret came to it: reading old minutes marks nothing.
        state: { init: () => false, apply: (tr, written, before, after) => isWritten(tr, written, before, after) },
        view: (made) => {
          view = made;
          return {};
        },
        appendTransaction: (transactions, before, after) => {
          if (
            (before.selection.empty && transactions.every(isOneLetter)) ||
            view?.composing ||
            transactions.some((tr) => isHistoryTransaction(tr) || isStructureChange(tr))
          )
            return null;
          const finished = finishedBlocks(transactions, before, after);
          if (finished.length === 0) return null;
          const tr = after.tr;
          for (const { block, done } of finished) markSentences(tr, block, people(), done);
          return tr.docChanged ? tr.setStoredMarks(after.storedMarks) : null;
        },
      }),
    ];
  },
});

function isWritten(tr: Transaction, written: boolean, before: EditorState, after: EditorState): boolean {
  if (isStructureChange(tr)) return written;
  if (tr.docChanged) return !isHistoryTransaction(tr);
  return written && before.selection.$head.sameParent(after.selection.$head);
}

type Finished = { block: PlacedNode; done: boolean };

function finishedBlocks(transactions: readonly Transaction[], before: EditorState, after: EditorState): Finished[] {
  const here = after.selection.$head;
  const left = leftBlock(transactions, before, after);
  const changed = transactions.some(mayFinish) ? changedBlocks(before.doc, after.doc) : [];
  const finished = changed.map((block) => ({ block, done: here.depth === 0 || block.pos !== here.before() }));
  if (left !== null && !changed.some(({ pos }) => pos === left.pos)) finished.push({ block: left, done: true });
  return finished.filter(({ block }) => block.node.type.name === "paragraph" && isInDecision(after.doc, block.pos + 1));
}

/** The paragraph that the caret has just left, if it was written in. */
function leftBlock(transactions: readonly Transaction[], before: EditorState, after: EditorState): PlacedNode | null {
  if (key.getState(before) !== true || before.selection.$head.depth === 0) return null;
  const pos = transactions.reduce((at, tr) => tr.mapping.map(at, -1), before.selection.$head.start()) - 1;
  const here = after.selection.$head;
  const node = after.doc.nodeAt(pos);
  return node?.isTextblock && (here.depth === 0 || here.before() !== pos) ? { node, pos } : null;
}

/** Written where the caret was and stays. */
function isOneLetter(tr: Transaction): boolean {
  const typed = typedText(tr);
  return typed?.length === 1 && !finishing.test(typed) && tr.selection.empty;
}

const finishing = /[.!?…)"”»]/;

/** A single letter finishes nothing; a full stop, a new paragraph, a phrase or a paste may. */
function mayFinish(tr: Transaction): boolean {
  const typed = typedText(tr);
  if (typed !== null) return typed.length > 1 || finishing.test(typed);
  return tr.steps.some((step) => step instanceof ReplaceStep && step.slice.content.size > 1);
}
