import { frequentRuns, frequentWords, usualRecommendations } from "./completion-lexicon.ts";
import { isFillIn, sentenceBefore, spaced, tokensOf } from "./completion-tokens.ts";
import type { KnownName } from "./known-name.ts";
import { atPointAnswer } from "./past-tense.ts";
import { sentencesOf } from "./sentences.ts";
import { createWordModel, type WordModel } from "./word-model.ts";

/** What the completer knows from the start. */
export type CompletionSources = {
  /** Standard sentences, with fill-in places as ‹…›, or ‹hvem› for a person or unit. */
  phrases: readonly string[];
  /** Sentences this referent has written before. */
  learned: readonly { text: string; uses: number }[];
  people: readonly KnownName[];
  /** The meeting's own words: titles, agenda texts, indstillinger, titles of bilag. */
  texts: readonly string[];
};

/** Where in the meeting is written: the indstilling of the punkt, and the numbers of its at-points that the decision has taken up. */
export type CompletionPlace = { recommendations: readonly string[]; taken: readonly number[] };

export type Completer = {
  /**
   * The most likely end of what stands before the caret in its paragraph, to be put in as it is; null when unsure. Never changes what
   * is written: it only goes on from it, in the same capitals.
   */
  suggest(before: string, place?: CompletionPlace): string | null;
  /** Takes in a finished paragraph of this meeting. */
  learn(paragraph: string): void;
};

const weights = { lexicon: 1000, runs: 1, phrase: 2, name: 1, text: 2, learned: 2, now: 3 };

/** How sure the completer must be: of a word that is begun, of one that is not, and of each one after that. */
const sure = { begun: 0.3, next: 0.28, further: 0.45, whole: 0.12 };
const longestGhost = 120;
/** Paragraphs are looked back on no further than this; no sentence that can be guessed is longer. */
const longestSentence = 600;
const signs = [".", ",", ":", ";", ")", "?", "!", "/"];

export function createCompleter(sources: CompletionSources): Completer {
  const names = new Set(sources.people.flatMap(({ initials, name }) => [initials, ...name.split(" ")]).filter((name) => name !== ""));
  const isName = (word: string): boolean => names.has(word);
  const model = createWordModel(isName);
  const add = (text: string, weight: number): void => {
    for (const { text: sentence } of sentencesOf(text)) model.add(wordsOf(sentence, isName), weight);
  };
  const mass = frequentWords.reduce((sum, _, rank) => sum + 1 / (rank + 10), 0);
  frequentWords.forEach((word, rank) => {
    model.addWord(word, weights.lexicon / (rank + 10) / mass);
  });
  for (const run of frequentRuns) addRun(model, run);
  for (const phrase of sources.phrases) addPhrase(model, phrase, sources.people, isName);
  for (const recommendation of usualRecommendations) model.add(tokensOf(recommendation), weights.runs);
  for (const { initials, name } of sources.people) addName(model, initials, name);
  for (const text of sources.texts) add(text, weights.text);
  for (const { text, uses } of sources.learned) add(text, weights.learned * (1 + Math.log2(Math.max(uses, 1))));
  return {
    suggest: (before, place) => answerGhost(before, place) ?? wordGhost(model, before),
    learn: (paragraph) => add(paragraph, weights.now),
  };
}

/** Words of a sentence as they stand inside one: the first, also of an answer to an at-point, has its capital only for being the first. */
function wordsOf(sentence: string, isName: (word: string) => boolean): string[] {
  const words = tokensOf(sentence);
  const opens = words[0] === "at" && words[2] === ")" ? 3 : 0;
  const first = words[opens] ?? "";
  if (/^\p{Lu}\p{Ll}/u.test(first) && !isName(first)) words[opens] = first.charAt(0).toLowerCase() + first.slice(1);
  return words;
}

/** A run may stand anywhere in a sentence, so it says nothing of how one begins. */
function addRun(model: WordModel, run: string): void {
  const words = tokensOf(run);
  model.add(["…", ...words], weights.runs);
}

function addName(model: WordModel, initials: string, name: string): void {
  for (const each of [initials, name]) if (each !== "") model.addWord(each, weights.name);
  if (name.includes(" ")) addRun(model, name);
}

function addPhrase(model: WordModel, phrase: string, people: readonly KnownName[], isName: (word: string) => boolean): void {
  const who = people.map(({ initials, name }) => initials || name);
  if (!phrase.includes("‹hvem›") || who.length === 0) model.add(wordsOf(phrase, isName), weights.phrase);
  else for (const name of who) model.add(wordsOf(phrase.replace("‹hvem›", name), isName), weights.phrase / who.length);
}

/** The first word of a ghost, with the space before it, or the signs that stand there: what → takes. */
export function nextWordOf(ghost: string): string {
  return /^\s*(?:[\p{L}\p{N}]+(?:[-'’./][\p{L}\p{N}]+)*%?|[^\s\p{L}\p{N}]+|$)/u.exec(ghost)?.[0] ?? ghost;
}

/** The answer to the next at-point of the indstilling, without its full stop: the referent may want to go on. */
function answerGhost(before: string, place: CompletionPlace | undefined): string | null {
  if (place === undefined) return null;
  for (const [index, text] of place.recommendations.entries()) {
    if (text.trim() === "" || place.taken.includes(index + 1)) continue;
    const answer = atPointAnswer(index + 1, text).replace(/\.$/, "");
    if (answer.length > before.length + 1 && answer.startsWith(before)) return answer.slice(before.length);
    if (before === "") return null;
  }
  return null;
}

function wordGhost(model: WordModel, before: string): string | null {
  const words = tokensOf(sentenceBefore(before.slice(-longestSentence)));
  const begun = /[\p{L}\p{N}]$/u.test(before) ? (words.pop() ?? "") : "";
  if (begun === "" && (words.length === 0 || !/\s$/.test(before))) return null;
  const first = bestWord(model, words, begun);
  if (first === null) return null;
  const written = [...words, first.word];
  const more = goOn(model, written);
  const ghost = first.word.slice(begun.length) + more;
  return ghost.trim().length < 2 ? null : ghost;
}

function bestWord(model: WordModel, words: readonly string[], begun: string): { word: string; chance: number } | null {
  const chance = model.chances(words);
  const candidates = begun === "" ? [...model.followers(words)].filter((word) => !isFillIn(word)) : begunWith(model, words, begun);
  let all = begun === "" ? 1 : 0;
  let best: { word: string; chance: number; gain: number } | null = null;
  for (const word of candidates) {
    const each = chance(word);
    if (begun !== "") all += each;
    const gain = each * (word.length - begun.length + 2);
    if (best === null || gain > best.gain) best = { word, chance: each, gain };
  }
  if (best === null || best.chance / all < (begun === "" ? sure.next : sure.begun)) return null;
  return { word: best.word, chance: best.chance / all };
}

/** Words that go on from `begun` in the same capitals; at the start of a sentence any word may have one. */
function begunWith(model: WordModel, words: readonly string[], begun: string): string[] {
  const same = model.wordsFrom(begun);
  const opens = words.length === 0 && /^\p{Lu}(?!\p{Lu})/u.test(begun);
  return opens ? [...same, ...model.wordsFrom(begun.charAt(0).toLowerCase() + begun.slice(1))] : same;
}

/** The words that most likely follow, for as long as that is likely enough, and the space to go on from. */
function goOn(model: WordModel, words: readonly string[]): string {
  const written = [...words];
  let ghost = "";
  let together = 1;
  for (;;) {
    const chance = model.chances(written);
    let best: { word: string; chance: number } | null = null;
    for (const word of model.followers(written)) {
      const each = chance(word);
      if (best === null || each > best.chance) best = { word, chance: each };
    }
    together *= best?.chance ?? 0;
    const last = written.at(-1) ?? "";
    if (best === null || best.chance < sure.further || together < sure.whole || isFillIn(best.word) || ghost.length > longestGhost)
      return signs.reduce((sum, sign) => sum + chance(sign), 0) < 0.5 ? `${ghost} ` : ghost;
    ghost += spaced(best.word, last);
    if (/^[.!?]$/.test(best.word)) return ghost;
    written.push(best.word);
  }
}
