import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import {
  type FindMatches,
  type HelpList,
  type HelpSign,
  helpListKey,
  nextHelpList,
  openHelpList,
  opensHelp,
  withHelp,
} from "../help-list-state.ts";
import { HelpListView, helpAttributes } from "../help-list-view.ts";
import { insertHelp } from "../insert-help.ts";

type HelpListOptions = {
  find: FindMatches;
  /** Words were chosen from a list and now stand in the text. */
  onChosen(sign: HelpSign, text: string): void;
};

/**
 * "/" at the start of a line or after a space opens the phrases at the cursor, "@" people and units; what is typed on narrows them.
 * ↑ ↓ choose, Enter and Tab write, Esc closes and leaves what was typed. The focus never leaves the text.
 */
export const HelpLists = Extension.create<HelpListOptions>({
  name: "helpLists",
  priority: 1_600,
  addOptions: () => ({ find: () => [], onChosen: () => undefined }),
  addProseMirrorPlugins() {
    const { find, onChosen } = this.options;
    const choose = (view: EditorView, index: number): boolean => {
      const list = openHelpList(view.state);
      const match = list?.matches[index];
      if (!list || match === undefined || !view.editable) return false;
      const range = { from: list.at, to: view.state.selection.head };
      insertHelp(view, range, match.text, (tr) => withHelp(tr, { close: true }));
      onChosen(list.sign, match.text);
      return true;
    };
    return [
      new Plugin<HelpList | null>({
        key: helpListKey,
        state: { init: () => null, apply: (tr, before) => nextHelpList(tr, before, find) },
        props: {
          attributes: (state) => helpAttributes(openHelpList(state)),
          handleTextInput: (view, from, to, text) => {
            if (view.composing || !view.editable || !opensHelp(view.state, text, from)) return false;
            view.dispatch(withHelp(view.state.tr.insertText(text, from, to), { open: { sign: text, at: from } }).scrollIntoView());
            return true;
          },
          handleKeyDown: (view, event) => press(view, event, (index) => choose(view, index)),
          handleDOMEvents: { blur: (view) => void close(view) },
        },
        view: (view) => new HelpListView(view, (index) => choose(view, index)),
      }),
    ];
  },
});

function close(view: EditorView): void {
  if (openHelpList(view.state) !== null) view.dispatch(withHelp(view.state.tr, { close: true }));
}

function press(view: EditorView, event: KeyboardEvent, choose: (index: number) => boolean): boolean {
  const list = openHelpList(view.state);
  if (list === null || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  if (event.key === "Enter" || event.key === "Tab") return choose(list.index);
  if (event.key === "Escape") {
    // Esc has closed the list; it is not to leave the text as well.
    event.stopPropagation();
    close(view);
    return true;
  }
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return false;
  const index = (list.index + step + list.matches.length) % list.matches.length;
  view.dispatch(withHelp(view.state.tr, { index }));
  return true;
}
