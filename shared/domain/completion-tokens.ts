import { sentencesOf } from "./sentences.ts";

/** A word, number or sign of a sentence as it is written. */
const token = /[\p{L}\p{N}]+(?:[-'’./][\p{L}\p{N}]+)*%?|‹[^›]*›|[^\s\p{L}\p{N}]/gu;

/** Begins every sentence, as what its first words are predicted from. */
export const sentenceStart = "^";

/** Stands for the place in a phrase that is filled in; nothing is predicted past it. */
export const isFillIn = (word: string): boolean => word.startsWith("‹");

export function tokensOf(sentence: string): string[] {
  return sentence.match(token) ?? [];
}

/** The sign or word that follows, with the space that belongs before it. */
export function spaced(next: string, before: string): string {
  const tight = /^[,.:;!?)%/]$/.test(next) || /[(/]$/.test(before) || before === "";
  return tight ? next : ` ${next}`;
}

/** The sentence that the caret stands in, from its first word up to the caret; "" at the start of a new one. */
export function sentenceBefore(before: string): string {
  const open = /\s$/.test(before) ? `${before}X` : before;
  const last = sentencesOf(open).at(-1);
  if (last === undefined) return "";
  return before.slice(last.from);
}

/**
 * A word as what comes after it is predicted from: small letters, all numbers alike, and all initials alike, so that what follows one
 * unit follows any other.
 */
export function asContext(word: string, isName: (word: string) => boolean): string {
  if (/^\d/.test(word)) return "#";
  if (isName(word) || /^\p{Lu}{2,6}$/u.test(word) || word === "‹hvem›") return "§";
  return word.toLowerCase();
}
