import type { Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { type CheckStyle, itemMarks, unaskedWords } from "./item-marks.ts";
import type { PlacedNode } from "./parts.ts";
import type { SpelledWords } from "./spelled-words.ts";
import { type PlacedMark, textMarksKey } from "./text-mark.ts";

/** The hand must rest this long before anything is looked at. */
const restMs = 400;
/** And then only this much at a time, so that the next key finds the window free. */
const sliceMs = 8;
/** A dictionary that did not answer is asked again after this long, and after twice as long each time that it does not. */
const retryMs = { first: 2_000, last: 60_000 };

export type CheckedItem = { item: PlacedNode; marks: PlacedMark[] };

/** Looks at what was written while the hand rests, a punkt at a time, and hands the marks to the editor. A key costs it a look at the clock. */
export class TextChecker {
  readonly #view: EditorView;
  readonly #spelled: SpelledWords;
  readonly #checkStyle: CheckStyle;
  /** Punkter that are marked as they stand. */
  #done = new WeakSet<Node>();
  #seen: Node;
  #lastKey = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #asking = false;
  /** The dictionary did not answer: until it is asked again the rest is looked at without it. */
  #silent = false;
  #retryIn = retryMs.first;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #ended = false;

  constructor(view: EditorView, spelled: SpelledWords, checkStyle: CheckStyle) {
    this.#view = view;
    this.#spelled = spelled;
    this.#checkStyle = checkStyle;
    this.#seen = view.state.doc;
    this.#wait(restMs);
  }

  update(): void {
    if (this.#view.state.doc === this.#seen) return;
    this.#seen = this.#view.state.doc;
    this.#lastKey = performance.now();
    this.#silent = false;
    if (this.#timer === null) this.#wait(restMs);
  }

  /** Looks at everything anew: other words are right, or other people known. */
  again(): void {
    this.#done = new WeakSet();
    if (this.#timer === null) this.#wait(0);
  }

  destroy(): void {
    this.#ended = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#retry !== null) clearTimeout(this.#retry);
  }

  #wait(ms: number): void {
    if (this.#ended) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const left = this.#lastKey + restMs - performance.now();
      if (left > 0 || this.#view.composing) this.#wait(Math.max(left, 50));
      else void this.#look();
    }, ms);
  }

  async #look(): Promise<void> {
    if (this.#asking) return;
    const started = performance.now();
    const { doc } = this.#view.state;
    const checked: CheckedItem[] = [];
    const unasked = new Set<string>();
    let left = false;
    doc.forEach((node, pos) => {
      if (left || this.#done.has(node)) return;
      if (performance.now() - started > sliceMs) left = true;
      else this.#lookAt({ node, pos }, checked, unasked);
    });
    if (checked.length > 0) this.#view.dispatch(this.#view.state.tr.setMeta(textMarksKey, checked).setMeta("addToHistory", false));
    if (unasked.size > 0) await this.#ask(unasked);
    else if (left) this.#wait(0);
  }

  #lookAt(item: PlacedNode, checked: CheckedItem[], unasked: Set<string>): void {
    const words = this.#silent ? new Set<string>() : unaskedWords(item, this.#spelled);
    for (const word of words) unasked.add(word);
    if (words.size > 0) return;
    checked.push({ item, marks: itemMarks(item, this.#spelled, this.#checkStyle) });
    this.#done.add(item.node);
  }

  async #ask(words: ReadonlySet<string>): Promise<void> {
    this.#asking = true;
    this.#silent = !(await this.#spelled.learn(words).then(
      () => true,
      () => false,
    ));
    this.#asking = false;
    if (this.#silent) this.#askLater();
    else this.#retryIn = retryMs.first;
    if (this.#timer === null) this.#wait(0);
  }

  /** What was looked at without the dictionary is looked at anew then, though nothing is written any more. */
  #askLater(): void {
    if (this.#ended || this.#retry !== null) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      this.#silent = false;
      this.again();
    }, this.#retryIn);
    this.#retryIn = Math.min(2 * this.#retryIn, retryMs.last);
  }
}
