import { asContext, isFillIn, sentenceStart } from "./completion-tokens.ts";

/** What has followed a context: how much of it was seen, how often each word, and the most frequent ones once they were asked for. */
type Continuations = { total: number; words: Map<string, number>; top: string[] | null };

/** The chance of each word after what stands before it, learned from sentences. */
export type WordModel = {
  /** Counts a sentence `weight` times. */
  add(words: readonly string[], weight: number): void;
  /** Counts a word by itself. */
  addWord(word: string, weight: number): void;
  /** The chance of `word` after `before`. */
  chances(before: readonly string[]): (word: string) => number;
  /** The words that have most often followed the last words of `before`. */
  followers(before: readonly string[]): Iterable<string>;
  /** All words that begin with `start`, capitals as written. */
  wordsFrom(start: string): string[];
};

/** Words that a context reaches back. */
const reach = 3;

/** How many of the words that follow a context are looked at; a rarer one is never the likeliest. */
const topSize = 12;

/**
 * An interpolated model of word sequences (Witten-Bell): the longest context that was seen counts most, and the less the fewer words
 * have followed it. Deterministic: the same sentences in the same order give the same chances.
 */
export function createWordModel(isName: (word: string) => boolean): WordModel {
  const contexts = new Map<string, Continuations>();
  const single: Continuations = { total: 1, words: new Map(), top: null };
  let sorted: string[] | null = null;

  function count(continuations: Continuations, word: string, weight: number): void {
    continuations.total += weight;
    continuations.top = null;
    continuations.words.set(word, (continuations.words.get(word) ?? 0) + weight);
  }

  function addWord(word: string, weight: number): void {
    if (sorted !== null && !single.words.has(word)) sorted.splice(firstAtLeast(sorted, word), 0, word);
    count(single, word, weight);
  }

  function add(words: readonly string[], weight: number): void {
    const context = [sentenceStart];
    for (const word of words) {
      for (const key of keysOf(context)) {
        let continuations = contexts.get(key);
        if (continuations === undefined) {
          continuations = { total: 0, words: new Map(), top: null };
          contexts.set(key, continuations);
        }
        count(continuations, word, weight);
      }
      if (!isFillIn(word)) addWord(word, weight);
      context.push(asContext(word, isName));
    }
  }

  /** The seen contexts that `before` ends with, the shortest first. */
  function seen(before: readonly string[]): Continuations[] {
    const context = [sentenceStart, ...before.slice(-reach).map((word) => asContext(word, isName))];
    const from = before.length >= reach ? context.slice(1) : context;
    return keysOf(from).flatMap((key) => contexts.get(key) ?? []);
  }

  function chances(before: readonly string[]): (word: string) => number {
    const found = seen(before);
    return (word) => {
      let chance = ((single.words.get(word) ?? 0) + 1e-6) / single.total;
      for (const { total, words } of found) chance = ((words.get(word) ?? 0) + words.size * chance) / (total + words.size);
      return chance;
    };
  }

  function followers(before: readonly string[]): Iterable<string> {
    return new Set(seen(before).flatMap(topOf));
  }

  function wordsFrom(start: string): string[] {
    sorted ??= [...single.words.keys()].sort();
    const found: string[] = [];
    for (let at = firstAtLeast(sorted, start); at < sorted.length; at += 1) {
      const word = sorted[at] ?? "";
      if (!word.startsWith(start)) break;
      found.push(word);
    }
    return found;
  }

  return { add, addWord, chances, followers, wordsFrom };
}

function topOf(continuations: Continuations): string[] {
  if (continuations.top === null) {
    const byCount = [...continuations.words].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1));
    continuations.top = byCount.slice(0, topSize).map(([word]) => word);
  }
  return continuations.top;
}

/** "b", "a b", "^ a b": the contexts that the words of `context` end with, at most `reach` long. */
function keysOf(context: readonly string[]): string[] {
  const keys: string[] = [];
  let key = "";
  for (let back = 1; back <= Math.min(reach, context.length); back += 1) {
    const word = context[context.length - back] ?? "";
    key = key === "" ? word : `${word} ${key}`;
    keys.push(key);
  }
  return keys;
}

function firstAtLeast(sorted: readonly string[], start: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
