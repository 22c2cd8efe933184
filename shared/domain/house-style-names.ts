import { isBody, readOwners } from "./follow-up-owners.ts";
import { findFollowUps } from "./follow-up-sentence.ts";
import type { Finding } from "./house-style-text.ts";
import type { KnownName } from "./known-name.ts";
import { sentencesOf } from "./sentences.ts";

/** Bodies outside the house that minutes name by their initials. */
const outside = new Set("KL EU FN FOA SL AC DI DA LO VIVE ATP KMD STAR BUPL".split(" "));

/** What someone does at a meeting, after their name at the start of a sentence. */
const takesPart =
  /^\s+(?:orienterede|orienterer|gav|oplyste|redegjorde|bemærkede|fremlagde|præsenterede|deltog|spurgte|foreslog|nævnte|kommenterede)(?!\p{L})/u;
/** "MJ: …" of *Bordet rundt*. */
const heading = /^[A-ZÆØÅ]{2,4}:/u;

/** People and units who act in a sentence and are neither on the list nor introduced by a text of the meeting. */
export function findUnknownNames(text: string, people: readonly KnownName[], introduced: readonly string[]): Finding[] {
  const isKnown = (owner: string): boolean =>
    isBody(owner) ||
    outside.has(owner) ||
    people.some(({ initials, name }) => owner === initials || owner === name) ||
    introduced.some((line) => hasWords(line, owner));
  return [...takingPart(text, people), ...followingUp(text, people)].flatMap(({ owners, from, to }) =>
    owners.flatMap((owner): Finding[] => {
      const at = text.slice(from, to).indexOf(owner);
      if (at < 0 || isKnown(owner)) return [];
      const place = { from: from + at, to: from + at + owner.length };
      return [{ ...place, kind: "unknown-name", message: `»${owner}« står ikke på listen over personer og enheder.` }];
    }),
  );
}

type Acting = { owners: string[]; from: number; to: number };

function followingUp(text: string, people: readonly KnownName[]): Acting[] {
  return findFollowUps(text, people);
}

function takingPart(text: string, people: readonly KnownName[]): Acting[] {
  return sentencesOf(text).flatMap((sentence) => {
    const read = readOwners(sentence.text, people);
    return read !== null && (heading.test(sentence.text) || takesPart.test(sentence.text.slice(read.length)))
      ? [{ owners: read.owners, from: sentence.from, to: sentence.from + read.length }]
      : [];
  });
}

function hasWords(line: string, words: string): boolean {
  const at = line.indexOf(words);
  return at >= 0 && !/\p{L}/u.test(line.charAt(at - 1)) && !/\p{L}/u.test(line.charAt(at + words.length));
}
