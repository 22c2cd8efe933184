import { nearestPlain, type SpellingParts, withoutStutter } from "./dictionary.ts";
import { upperFirst } from "./lexicon.ts";
import { doubledWords, nearWords } from "./near-words.ts";

const mostSuggestions = 8;

/** What a wrong word may have been meant as: what the house writes instead, then near names and words, then the dictionary's guesses. */
export function suggestionsFor(word: string, own: readonly string[], parts: SpellingParts): string[] {
  const { full, lexicon, wrongForms } = parts;
  const lower = word.toLowerCase();
  const near = new Set(nearWords(lower));
  const once = withoutStutter(word, full);
  const found = [
    ...(wrongForms.get(lower) ?? []),
    ...(once === null ? [] : [once]),
    ...[...own, ...lexicon.words].filter((entry) => near.has(entry.toLowerCase())),
    // A letter is sooner left out than put in.
    ...[...nearestPlain(word, parts)].sort((a, b) => b.length - a.length),
    ...twiceDoubled(lower, parts),
    ...(full.spell(word) ? [] : full.suggest(word)),
  ].map((form) => withCaseOf(word, form));
  return [...new Set(found)].filter((form) => form !== word).slice(0, mostSuggestions);
}

/** "paraleler" is two consonants away from "paralleller", which the dictionary's own guesses miss. */
function twiceDoubled(word: string, { plain, stems }: SpellingParts): string[] {
  const twice = [...doubledWords(word)].flatMap((once) => [...doubledWords(once)]);
  return twice.filter((form) => stems.mayHold(form) && plain.spell(form));
}

function withCaseOf(word: string, form: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return form.toUpperCase();
  return word.slice(0, 1) === word.slice(0, 1).toLowerCase() ? form : upperFirst(form);
}
