import { sentencesOf } from "./sentences.ts";
import { verbOfPresent } from "./verbs.ts";

/** A place in a text that the house would write otherwise: what kind, and a Danish sentence that says what is the matter. */
export type Finding = {
  from: number;
  to: number;
  kind: "doubled" | "capital" | "present" | "unknown-name" | "attachment";
  message: string;
  suggestion?: string;
};

/** Words that Danish may well say twice in a row ("Det gør det det værd"). */
const mayRepeat = new Set("det den de der er har så ja nej meget langt".split(" "));
const longestPhrase = 4;

/** A word or phrase written twice in a row: "at at", "behandlingen af behandlingen af"; and two subjects: "at vi der lægges". */
export function findDoubled(text: string): Finding[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const length = doubledAt(text, words, at);
    if (length === 0) continue;
    const [first, last] = [words[at + length], words[at + 2 * length - 1]];
    const once = text.slice(words[at]?.from, words[at + length - 1]?.to);
    found.push({
      from: words[at]?.from ?? 0,
      to: last?.to ?? first?.to ?? 0,
      kind: "doubled",
      message: `»${once}« står to gange.`,
      suggestion: once,
    });
    at += 2 * length - 1;
  }
  return [...found, ...twoSubjects(text)];
}

type PlacedWord = { word: string; from: number; to: number };

/** The longest phrase that begins at a word and is said again at once, in words; 0 for none. Nothing but spaces may stand between. */
function doubledAt(text: string, words: readonly PlacedWord[], at: number): number {
  for (let length = longestPhrase; length >= 1; length -= 1) {
    const once = words.slice(at, at + length).map(({ word }) => word);
    const again = words.slice(at + length, at + 2 * length).map(({ word }) => word);
    if (again.length < length || once.some((word, index) => word !== again[index])) continue;
    const between = words
      .slice(at, at + 2 * length - 1)
      .every(({ to }, index) => /^[^\S\n]+$/.test(text.slice(to, words[at + index + 1]?.from)));
    if (between && !isSaidTwice(once)) return length;
  }
  return 0;
}

/** "mere og mere og", numbers, and the small words that may repeat. */
function isSaidTwice(words: readonly string[]): boolean {
  const [first = ""] = words;
  if (words.length === 1) return mayRepeat.has(first) || /\d/.test(first);
  return (words.length === 2 && words.includes("og")) || words.every((word) => /\d/.test(word)) || new Set(words).size === 1;
}

function twoSubjects(text: string): Finding[] {
  return [...text.matchAll(/(?<=(?<!\p{L})at\s)(vi|man|jeg|han|hun)\sder(?!\p{L})/gu)].map(
    ({ 0: words, 1: subject, index }): Finding => ({
      ...{ from: index, to: index + words.length, kind: "doubled" },
      message: `To grundled: »${subject}« og »der«.`,
    }),
  );
}

/** "Rådmanden" with a capital inside an at-point, where it is not the first word of a sentence: the house writes "rådmanden". */
export function findCapitalR(text: string): Finding[] {
  const lead = /^(?:at \d{1,3}\) |\d{1,3}[.)]\s+at\s|at\s)/.exec(text)?.[0];
  if (lead === undefined) return [];
  return sentencesOf(text).flatMap((sentence) =>
    [...sentence.text.matchAll(/(?<!\p{L})Rådmanden(?:s)?(?!\p{L})/gu)]
      .map((match) => ({ at: sentence.from + match.index, word: match[0] }))
      .filter(({ at }) => at > sentence.from)
      .map(
        ({ at, word }): Finding => ({
          ...{ from: at, to: at + word.length, kind: "capital" },
          message: "Stort R inde i et at-punkt.",
          suggestion: `r${word.slice(1)}`,
        }),
      ),
  );
}

/** "Rådmanden", "at 2) rådmanden" and the other bodies that decide, at the start of a sentence, up to the verb. */
const decider =
  /^(?:at \d{1,3}\) |\d{1,3}[.)] )?(?:[Rr]ådmanden|[Rr]ådmand(?: \p{Lu}\p{L}+)+|[Uu]dvalget|[Bb]yrådet|[Mm]agistraten|[Dd]irektionen) (?=\p{Ll})/u;
/** These end as a present does, and are none, or tell what has been. */
const noPresent = new Set("var bar skar har derfor herefter derefter".split(" "));
/** Present verbs that are nouns in the plural too. */
const nounToo = new Set(["aftaler", "ønsker", "deler"]);

/** A decision in the present: "at 1) rådmanden tager …", "Rådmanden bemærker, at …". What was decided upon, after a comma, may be. */
export function findPresentTense(text: string): Finding[] {
  return sentencesOf(text).flatMap((sentence) => {
    const lead = decider.exec(sentence.text)?.[0].length;
    if (lead === undefined) return [];
    const main = /^[^,;:]*?(?= at | om, | som |[,;:]|$)/u.exec(sentence.text.slice(lead))?.[0] ?? "";
    const unknown = sentence.text.startsWith("at ") ? unknownPresent(main, sentence.from + lead) : [];
    const known = [...main.matchAll(/(?:^|(?<= og ))\p{Ll}+(?!\p{L})/gu)].flatMap(({ 0: word, index }): Finding[] => {
      const past = verbOfPresent(word)?.past;
      if (past === undefined || (index > 0 && nounToo.has(word))) return [];
      const from = sentence.from + lead + index;
      return [{ from, to: from + word.length, kind: "present", message: `Beslutninger står i datid: »${past}«.`, suggestion: past }];
    });
    return [...unknown, ...known];
  });
}

/** The verb of an at-point whose past is on no list, as Ctrl+Enter leaves it: the referent must know it. */
function unknownPresent(main: string, from: number): Finding[] {
  const verb = /^\p{Ll}{3,}r(?!\p{L})/u.exec(main)?.[0] ?? "";
  if (verb === "" || noPresent.has(verb) || verbOfPresent(verb) !== null) return [];
  return [{ from, to: from + verb.length, kind: "present", message: `Beslutninger står i datid, og »${verb}« ser ud til at være nutid.` }];
}
