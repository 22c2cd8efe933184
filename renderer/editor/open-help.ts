import type { EditorView } from "@tiptap/pm/view";
import { type HelpSign, opensHelp, withHelp } from "./help-list-state.ts";

/** Opens the phrases or the people and units at the caret, for one who chose them by name: writes their sign, after a space where there is none. */
export function openHelp(view: EditorView, sign: HelpSign): void {
  const { from, to } = view.state.selection;
  const space = opensHelp(view.state, sign, from) ? "" : " ";
  const tr = view.state.tr.insertText(space + sign, from, to);
  if (space !== "" && !opensHelp(view.state.apply(view.state.tr.insertText(space, from, to)), sign, from + 1)) return;
  view.dispatch(withHelp(tr, { open: { sign, at: from + space.length } }).scrollIntoView());
}
