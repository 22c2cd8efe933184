import type { EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ghostKey, isAtEndOfText, shownGhost, withGhost } from "./ghost-state.ts";
import { itemIdOf, partAt } from "./parts.ts";
import { editorTexts } from "./texts.ts";

export type GhostOptions = {
  /** What may follow the caret, or null when unsure. */
  complete(state: EditorState): string | null;
  /** True while another helper is open at the caret. */
  isBusy(state: EditorState): boolean;
  /** A Danish hint for a screen reader, at most once a punkt. */
  onHint(text: string): void;
};

/** Quiet after the last key before anything is offered, in milliseconds. Source: tokens.md, Ghost. */
const quiet = 120;

/** Waits for the quiet after a key, then asks once what may follow. */
export class GhostClock {
  readonly #view: EditorView;
  readonly #options: GhostOptions;
  readonly #hinted = new Set<string>();
  #timer: number | undefined;
  #typed = 0;

  constructor(view: EditorView, options: GhostOptions) {
    this.#view = view;
    this.#options = options;
    this.#tell();
  }

  update({ state }: EditorView): void {
    const { typed = 0, shown = null } = ghostKey.getState(state) ?? {};
    if (typed !== this.#typed) {
      this.#typed = typed;
      window.clearTimeout(this.#timer);
      this.#timer = typed > 0 && shown === null ? window.setTimeout(() => this.#offer(), quiet) : undefined;
    }
    this.#tell();
  }

  destroy(): void {
    window.clearTimeout(this.#timer);
  }

  #offer(): void {
    this.#timer = undefined;
    const { state } = this.#view;
    const text = this.#mayOffer() ? this.#options.complete(state) : null;
    if (text === null || text === "") this.#tell();
    else {
      this.#view.dispatch(withGhost(state.tr, { at: state.selection.head, text }));
      this.#hint(text);
    }
  }

  #mayOffer(): boolean {
    const { state, editable, composing } = this.#view;
    return editable && !composing && this.#view.hasFocus() && !this.#options.isBusy(state) && isAtEndOfText(state);
  }

  #hint(text: string): void {
    const place = partAt(this.#view.state.selection.$head);
    const id = place === null ? "" : itemIdOf(place.item.node);
    if (this.#hinted.has(id)) return;
    this.#hinted.add(id);
    this.#options.onHint(editorTexts.ghostHint(text));
  }

  #tell(): void {
    const now = this.#timer !== undefined ? "waiting" : shownGhost(this.#view.state) !== null ? "shown" : "none";
    if (this.#view.dom.dataset["ghost"] !== now) this.#view.dom.dataset["ghost"] = now;
  }
}
