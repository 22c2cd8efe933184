import type { Lexicon } from "./lexicon.ts";
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

/** "handicapbarsbarometeret" has a part twice, and is a word without the one of them; null for a word that is not so. */
export function withoutStutter(word: string, full: Dictionary): string | null {
  const once = word.toLowerCase().replace(/(\p{L}{3,})s?\1/u, "$1");
  return once.length < word.length && full.spell(once) ? once : null;
}

/** Whether the word falls into a usual part of compounds and a word of its own, as "sags" and "chef", "børne" and "sag". */
export function hasUsualPart(word: string, { full, lexicon }: SpellingParts): boolean {
  const lower = word.toLowerCase();
  for (let at = 3; at <= lower.length - 3; at++) {
    const front = `${lower.slice(0, at)}-`;
    const back = lower.slice(at);
    if (lexicon.parts.has(front) ? full.spell(back) : lexicon.parts.has(`-${back}`) && full.spell(front)) return true;
  }
  return false;
}

/** The dictionary's words one slip away: "herunde" is her + unde to the compounding dictionary, but near "herunder". */
export function* nearestPlain(word: string, { plain, stems }: SpellingParts): Generator<string> {
  for (const near of nearWords(word.toLowerCase())) if (stems.mayHold(near) && plain.spell(near)) yield near;
}
