import type { WrongWord } from "../../shared/ipc/contract.ts";
import { type Dictionary, hasUsualPart, nearestPlain, type SpellingParts, withoutStutter } from "./dictionary.ts";
import { isListed } from "./lexicon.ts";
import { suggestionsFor } from "./suggestions.ts";

/** `own`: the referent's added words and the known people, as they are written. */
export type SpellingEngine = {
  check(words: readonly string[], own: readonly string[]): WrongWord[];
  /** At most eight, the likeliest first. Costs up to about 300 ms. */
  suggest(word: string, own: readonly string[]): string[];
};

type Verdict = WrongWord["kind"] | "right";

/** What a dictionary may be asked about: anything else could end a C string early, or is no word. */
const spellable = /^[\p{L}\p{M}'.-]{1,80}$/u;

const initials = /^\p{Lu}{1,5}$/u;
const apostropheEnding = /^(?:s|en|ens|et|ets|er|ers|erne|ernes)$/;
const mostCached = 50_000;

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
        return kind === "right" || isListed(word, list) || isMadeOfKnown(word, list, parts) ? [] : [{ word, kind }];
      });
    },
    suggest: (word, own) => (spellable.test(word) ? suggestionsFor(word, own, parts) : []),
  };
}

function judge(word: string, parts: SpellingParts): Verdict {
  const { full, plain, lexicon, wrongForms } = parts;
  if (!spellable.test(word) || wrongForms.has(word.toLowerCase())) return "unknown";
  if (isListed(word, lexicon.words)) return "right";
  if (!isSpelled(word, full)) return "unknown";
  if (isSpelled(word, plain) || word.includes("-")) return "right";
  if (withoutStutter(word, full) !== null) return "suspicious";
  return hasUsualPart(word, parts) || nearestPlain(word, parts).next().done === true ? "right" : "suspicious";
}

/** In the text an abbreviation's dot is not part of the word. */
function isSpelled(word: string, dictionary: Dictionary): boolean {
  return dictionary.spell(word) || dictionary.spell(`${word}.`);
}

/** "MSB-deltagelse", "INCITA-forløb", "pdf'en", "mia.kr": each part is initials, an ending, listed or spelled right. */
function isMadeOfKnown(word: string, own: ReadonlySet<string>, { full, lexicon, wrongForms }: SpellingParts): boolean {
  const pieces = word.split(/[-.']/);
  if (pieces.length < 2 || !spellable.test(word) || wrongForms.has(word.toLowerCase())) return false;
  const ends = word.includes("'");
  return pieces.every((piece, at) => {
    const last = at === pieces.length - 1;
    if (last && (piece === "" || (ends && apostropheEnding.test(piece)))) return true;
    if (initials.test(piece) || isListed(piece, own) || isListed(piece, lexicon.words)) return true;
    return piece !== "" && (isSpelled(piece, full) || full.spell(`${piece}-`));
  });
}
