import type { WrongWord } from "../../shared/ipc/contract.ts";

/** The spelling of words, as the main process tells it. */
export type SpellingSource = {
  check(words: readonly string[]): Promise<readonly WrongWord[]>;
  suggest(word: string): Promise<readonly string[]>;
  add(word: string): Promise<void>;
};

/** As many words as one request takes. */
const wordsAtOnce = 2_000;

/** What is known of words: each is asked about once. */
export class SpelledWords {
  readonly #source: SpellingSource;
  readonly #known = new Map<string, WrongWord["kind"] | "right">();

  constructor(source: SpellingSource) {
    this.#source = source;
  }

  /** Undefined for a word that was not asked about yet. */
  verdict(word: string): WrongWord["kind"] | "right" | undefined {
    return this.#known.get(word);
  }

  /** Asks about words. Throws when main does not answer; they are then as unknown as before. */
  async learn(words: ReadonlySet<string>): Promise<void> {
    const asked = [...words];
    for (let at = 0; at < asked.length; at += wordsAtOnce) {
      const batch = asked.slice(at, at + wordsAtOnce);
      const wrong = new Map((await this.#source.check(batch)).map(({ word, kind }) => [word, kind]));
      for (const word of batch) this.#known.set(word, wrong.get(word) ?? "right");
    }
  }

  suggest(word: string): Promise<readonly string[]> {
    return this.#source.suggest(word);
  }

  /** The word is right from now on. Its compounds may be too, so that all wrong ones are asked about again. */
  async add(word: string): Promise<void> {
    await this.#source.add(word);
    for (const [each, verdict] of this.#known) if (verdict !== "right") this.#known.delete(each);
  }
}
