import { closeHistory } from "@tiptap/pm/history";
import type { Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { selectFillIn } from "./fill-in.ts";

/** Carries out an edit as a step of its own to undo, whatever is typed right before and after it. */
export function dispatchAlone(view: EditorView, tr: Transaction): void {
  view.dispatch(closeHistory(tr));
  view.dispatch(closeHistory(view.state.tr));
}

/** Puts offered words in place of a range as one step to undo, and selects the first place to fill in. `mark` may add to the transaction. */
export function insertHelp(view: EditorView, range: { from: number; to: number }, text: string, mark = (tr: Transaction) => tr): void {
  const tr = view.state.tr.insertText(text, range.from, range.to);
  selectFillIn(tr, range.from, range.from + text.length);
  dispatchAlone(view, mark(tr.scrollIntoView()));
}
