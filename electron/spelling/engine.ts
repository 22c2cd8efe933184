import type { WrongWord } from "../../shared/ipc/contract.ts";
import { isListed, type Lexicon, lowerFirst, upperFirst } from "./lexicon.ts";
import { nearWords } from "./near-words.ts";
import type { StemIndex } from "./stems.ts";

/** A loaded dictionary. `spell` takes any word of letters, hyphens, dots and apostrophes. */
export type Dictionary = { spell(word: string): boolean; suggest(word: string): string[] };

/** `full` puts words together freely, `plain` knows only what stands in the dictionary; `wrongForms` by lower-case form. */
export type SpellingParts = {
  full: Dictionary;
  plain: Dictionary;
  stems: StemIndex;
  lexicon: Lexicon;
  wrongForms: ReadonlyMap<string, string[]>;
};

/** `own`: the referent's added words and the known people, as they are written. */
export type SpellingEngine = {
  check(words: readonly string[], own: readonly string[]): WrongWord[];
  /** At most eight, the likeliest first. Costs up to about 300 ms. */
  suggest(word: string, own: readonly string[]): string[];
};

type Verdict = WrongWord["kind"] | "right";

const spellable = /^[\p{L}\p{M}'.-]{1,80}$/u;
const initials = /^\p{Lu}{1,5}$/u;
const mostCached = 50_000;
const mostSuggestions = 8;

export function createSpellingEngine(parts: SpellingParts): SpellingEngine {
  const cache = new Map<string, Verdict>();
  const verdictOf = (word: string): Verdict => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const verdict = judge(word, parts);
    if (cache.size >= mostCached) cache.clear();
    cache.set(word, verdict);
    return verdict;
  };
  return {
    check(words, own) {
      const list = new Set(own);
      return [...new Set(words)].flatMap((word) => {
        const kind = verdictOf(word);
        return kind === "right" || isListed(word, list) || isKnownCompound(word, list, parts) ? [] : [{ word, kind }];
      });
    },
    suggest: (word, own) => suggestionsFor(word, own, parts),
  };
}

function judge(word: string, { full, plain, stems, lexicon, wrongForms }: SpellingParts): Verdict {
  if (!spellable.test(word) || wrongForms.has(word.toLowerCase())) return "unknown";
  if (isListed(word, lexicon.words)) return "right";
  // An abbreviation's dot is not part of the word in the text.
  if (!full.spell(word) && !full.spell(`${word}.`)) return "unknown";
  if (plain.spell(word) || plain.spell(`${word}.`) || word.includes("-")) return "right";
  return isStuttered(word, full) || hasPlainNeighbour(word, plain, stems) ? "suspicious" : "right";
}

/** "handicapbarsbarometeret": a part written twice, and a word without the one of them. */
function isStuttered(word: string, full: Dictionary): boolean {
  const once = word.toLowerCase().replace(/(\p{L}{3,})s?\1/u, "$1");
  return once.length < word.length && full.spell(once);
}

/** "herunde" is her + unde to the compounding dictionary, but a slip away from "herunder". */
function hasPlainNeighbour(word: string, plain: Dictionary, stems: StemIndex): boolean {
  return nearestPlain(word, plain, stems).next().done !== true;
}

function* nearestPlain(word: string, plain: Dictionary, stems: StemIndex): Generator<string> {
  for (const near of nearWords(word.toLowerCase())) if (stems.mayHold(near) && plain.spell(near)) yield near;
}

/** "MSB-deltagelse", "INCITA-forløb": each part is initials, listed or spelled right. */
function isKnownCompound(word: string, own: ReadonlySet<string>, { full, lexicon, wrongForms }: SpellingParts): boolean {
  const pieces = word.split("-");
  if (pieces.length < 2 || !spellable.test(word) || wrongForms.has(word.toLowerCase())) return false;
  return pieces.every(
    (piece, at) =>
      initials.test(piece) ||
      (piece === "" && at === pieces.length - 1) ||
      isListed(piece, own) ||
      isListed(piece, lexicon.words) ||
      (spellable.test(piece) && (full.spell(piece) || full.spell(`${piece}-`))),
  );
}

function suggestionsFor(word: string, own: readonly string[], { full, plain, stems, lexicon, wrongForms }: SpellingParts): string[] {
  if (!spellable.test(word)) return [];
  const near = new Set([...nearWords(word.toLowerCase())]);
  const listed = [...own, ...lexicon.words].filter((entry) => near.has(entry.toLowerCase()));
  const once = isStuttered(word, full) ? [word.toLowerCase().replace(/(\p{L}{3,})s?\1/u, "$1")] : [];
  const found = [
    ...(wrongForms.get(word.toLowerCase()) ?? []),
    ...once,
    ...listed,
    ...(full.spell(word) ? nearestPlain(word, plain, stems) : full.suggest(word)),
  ].map((form) => withCaseOf(word, form));
  return [...new Set(found)].filter((form) => form !== word).slice(0, mostSuggestions);
}

function withCaseOf(word: string, form: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return form.toUpperCase();
  return word === lowerFirst(word) ? form : upperFirst(form);
}
