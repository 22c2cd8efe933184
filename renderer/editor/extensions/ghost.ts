import { Extension } from "@tiptap/core";
import { type EditorState, Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { nextWordOf } from "../../../shared/domain/completion.ts";
import { GhostClock, type GhostOptions } from "../ghost-clock.ts";
import { ghostElement } from "../ghost-element.ts";
import { type GhostState, ghostKey, nextGhostState, shownGhost, withGhost } from "../ghost-state.ts";
import { insertHelp } from "../insert-help.ts";

/**
 * The most likely end of what is being written, in grey after the caret: Tab takes it, → takes a word, any other key removes it.
 * Nothing is ever inserted otherwise. `data-ghost` on the surface is "waiting" after a key, then "shown" or "none".
 */
export const Ghost = Extension.create<GhostOptions>({
  name: "ghost",
  priority: 1_500,
  addOptions: () => ({ complete: async () => null, isBusy: () => false, onHint: () => undefined }),
  addProseMirrorPlugins() {
    const options = this.options;
    return [
      new Plugin<GhostState>({
        key: ghostKey,
        state: { init: () => ({ shown: null, turn: 0, wanted: false }), apply: nextGhostState },
        props: {
          decorations: decorate,
          handleKeyDown: press,
          handleDOMEvents: {
            blur: (view) => void hide(view),
            compositionstart: (view) => void hide(view),
          },
        },
        view: (view) => new GhostClock(view, options),
      }),
    ];
  },
});

function decorate(state: EditorState): DecorationSet | null {
  const shown = shownGhost(state);
  if (shown === null) return null;
  const draw = () => ghostElement(shown.text);
  return DecorationSet.create(state.doc, [
    Decoration.widget(shown.at, draw, { side: 1, key: `ghost:${shown.text}`, ignoreSelection: true }),
  ]);
}

/** A modifier alone is no key; what writes or moves takes the ghost away by what it does. */
function press(view: EditorView, event: KeyboardEvent): boolean {
  if (shownGhost(view.state) === null || event.isComposing || /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock)$/.test(event.key))
    return false;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  if (isPlain && event.key === "Tab") return take(view, (text) => text);
  if (isPlain && event.key === "ArrowRight") return take(view, nextWordOf);
  if (event.key.length > 1 || event.ctrlKey || event.metaKey) hide(view);
  if (!isPlain || event.key !== "Escape") return false;
  // Esc has taken the words away; it is not to leave the text as well.
  event.stopPropagation();
  return true;
}

function hide(view: EditorView): void {
  if (shownGhost(view.state) !== null) view.dispatch(withGhost(view.state.tr, null));
}

function take(view: EditorView, part: (text: string) => string): boolean {
  const shown = shownGhost(view.state);
  if (shown === null || !view.editable) return false;
  const taken = part(shown.text);
  const rest = { at: shown.at + taken.length, text: shown.text.slice(taken.length) };
  insertHelp(view, { from: shown.at, to: shown.at }, taken, (tr) => (rest.text === "" ? tr : withGhost(tr, rest)));
  return true;
}
