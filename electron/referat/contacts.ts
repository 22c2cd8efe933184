import { isListed } from "../../shared/domain/public-contact.ts";
import { withoutUnseen } from "./letters.ts";

/** `key` is the same for the same contact; `shown` is as much of it as one needs to find it again; `index` is about where it begins. */
export type FoundContact = { key: string; shown: string; index: number };

const space = String.raw`[ \t\u00a0\u2007\u2009\u202f]`;
const gap = String.raw`[\s\u00a0]{1,2}`;
const country = String.raw`(?:(?:\+|00)45${space}?)?`;
const groups = [
  String.raw`[2-9]\d(?:${gap}\d\d){3}`,
  String.raw`[2-9]\d(?:-\d\d){3}`,
  String.raw`[2-9]\d(?:\.\d\d){3}`,
  // In a table, four digits stand beside four.
  String.raw`(?<!\d${space})[2-9]\d{3}${space}\d{4}(?!${space}\d)`,
  String.raw`[2-9]\d{7}`,
].join("|");
// Neither a part of a longer number, of a code with letters or dashes, nor of a row of pairs, as in a table.
const before = String.raw`(?<![\p{L}\p{N}+])(?<!\d[.,\-/])(?<![\p{L}\p{N}]-)(?<!(?<!\d)\d\d${space})`;
const after = String.raw`(?![\p{L}\p{N}]|-[\p{L}\p{N}]|[.,]\d|${space}\d\d(?!\d))`;
const danish = new RegExp(`${before}${country}(?:${groups})${after}`, "gu");
const foreign = /(?<![\p{L}\p{N}])\+(?!45)\d(?:[ \u00a0-]?\d){7,13}(?!\d)/gu;
// From the beginning of a word only: else a long one would be tried from each of its letters.
const email = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@\n?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;

/** What is looked at before and after a number, to tell what it is. */
const nearby = 40;

const phoneLabel = /(?:tlf|telefon|telefonnr|telefonnummer|mobil|mobilnr|mobilnummer|mob|ring)\P{N}{0,4}$/iu;
const otherLabel =
  /(?:\bcvr|\bse|\bean|\bgln|\bp-?n(?:r|ummer)|sag\w*|journal\w*|j\.?\s?nr|dokument\w*|konto\w*|faktura\w*|matr\w*|\bid)[^\p{N}]{0,10}$/iu;
const amount = /^\s?(?:kr|mio|mia|dkk|%)/iu;
const day = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const twoYears = /^(?:19|20)\d\d\s+(?:19|20)\d\d$/;

/** In the head of an official letter the caseworker's own contacts stand about this label, at most 80 characters from it in the samples. */
const caseworker = /^sagsbehandler(?::|[ \t]*$)/gimu;
const letterHead = 150;

/**
 * Telephone numbers and addresses in a text that are not on the list of public contacts. `official`: the page of a bilag, where those in
 * the letter's head, about its caseworker, are the authority's own. Source: decision 0013.
 */
export function listPrivateContacts(text: string, listed: readonly string[], official = false): FoundContact[] {
  const plain = withoutUnseen(text);
  const heads = official ? [...plain.matchAll(caseworker)].map(({ index }) => index) : [];
  const found = [...numbersIn(plain), ...addressesIn(plain)];
  return found.filter(({ words, index }) => !isListed(listed, words) && !heads.some((head) => Math.abs(head - index) < letterHead));
}

type Hit = FoundContact & { words: string };

function numbersIn(text: string): Hit[] {
  return [...text.matchAll(danish), ...text.matchAll(foreign)]
    .filter((match) =>
      isPhone(
        match[0],
        text.slice(Math.max(0, match.index - nearby), match.index),
        text.slice(match.index + match[0].length, match.index + match[0].length + nearby),
      ),
    )
    .map(({ 0: words, index }) => {
      const digits = words.replace(/\D/g, "");
      return { words, index, key: digits.slice(-8), shown: `${digits.slice(-8, -6)} •• •• ${digits.slice(-2)}` };
    });
}

function isPhone(words: string, left: string, right: string): boolean {
  // A column of pairs is no number; one broken over a line is.
  if (words.split("\n").length > 2) return false;
  if (words.startsWith("+") || words.startsWith("00") || phoneLabel.test(left)) return true;
  return !day.test(words) && !twoYears.test(words) && !otherLabel.test(left) && !amount.test(right);
}

function addressesIn(text: string): Hit[] {
  return [...text.matchAll(email)].map(({ 0: match, index }) => {
    const words = match.replace("\n", "");
    const at = words.lastIndexOf("@");
    return { words, index, key: words.toLowerCase(), shown: `${words.slice(0, 1)}…${words.slice(at)}` };
  });
}
