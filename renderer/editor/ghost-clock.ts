import type { EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ghostKey, isAtEndOfText, shownGhost, withGhost } from "./ghost-state.ts";
import { itemIdOf, partAt } from "./parts.ts";
import { editorTexts } from "./texts.ts";

export type GhostOptions = {
  /** What may follow the caret, or null when unsure. */
  complete(state: EditorState): Promise<string | null>;
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
  #turn = 0;
  #lastKey = 0;
  #told = "";
  /** True from a key until it is known whether anything is offered. */
  #waiting = false;

  constructor(view: EditorView, options: GhostOptions) {
    this.#view = view;
    this.#options = options;
    this.#tell();
  }

  update({ state }: EditorView): void {
    const { turn = 0, wanted = false } = ghostKey.getState(state) ?? {};
    if (turn !== this.#turn) {
      this.#turn = turn;
      this.#waiting = wanted;
      this.#lastKey = performance.now();
      if (wanted && this.#timer === undefined) this.#wait(quiet);
    }
    this.#tell();
  }

  // The timer is not set anew at every key: when it rings too early, it waits for the rest.
  #wait(ms: number): void {
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      const left = this.#lastKey + quiet - performance.now();
      if (left > 0 && this.#waiting) this.#wait(left);
      else if (this.#waiting) void this.#offer(this.#turn);
    }, ms);
  }

  destroy(): void {
    window.clearTimeout(this.#timer);
  }

  async #offer(turn: number): Promise<void> {
    const text = this.#mayOffer() ? await this.#options.complete(this.#view.state) : null;
    // Another key was pressed, or the caret moved, while the answer was on its way.
    if (turn !== this.#turn || this.#view.isDestroyed) return;
    this.#waiting = false;
    if (text === null || text === "" || !this.#mayOffer()) this.#tell();
    else {
      const { state } = this.#view;
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
    const now = this.#waiting ? "waiting" : shownGhost(this.#view.state) !== null ? "shown" : "none";
    if (this.#told !== now) this.#view.dom.dataset["ghost"] = now;
    this.#told = now;
  }
}
