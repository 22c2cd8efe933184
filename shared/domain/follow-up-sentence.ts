import { dueIn, limitIn } from "./due.ts";
import { readOwners } from "./follow-up-owners.ts";
import type { KnownName } from "./known-name.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

/**
 * A follow-up in a paragraph's plain text: offsets, owners (by their initials where they are known) and when, in the text's own
 * words. Both may be missing: "KL skal orienteres".
 */
export type FoundFollowUp = { from: number; to: number; owners: string[]; due: string | null };

const adverbs =
  "(?:\\s+(?:evt\\.?|eventuelt|også|selv|straks|snarest|løbende|nu|herefter|derefter|efterfølgende|desuden|fortsat|tæt|kort|hurtigt|sammen|videre|så))*";
/** What an owner does after the meeting. Source: domain.md, follow-ups as they are really written. */
const promises = [
  `følger${adverbs}\\s+op`,
  `(?:skal|vil|bør|bedes|må)${adverbs}\\s+følge${adverbs}\\s+op`,
  `vender${adverbs}(?:,|\\s+(?:om|tilbage|det|dette|sagen|spørgsmålet|med|hvordan|hvorvidt))`,
  `rækker${adverbs}\\s+ud\\s+til`,
  `hjælper(?:\\s+\\S+){0,4}?\\s+med`,
  `(?:afklarer|undersøger)(?:,|\\s)`,
  `tager${adverbs}\\s+(?:kontakt\\s+til|fat\\s+i)`,
  "kontakter",
  "koordinerer\\s+med",
  "sørger\\s+for",
  `samler${adverbs}\\s+op\\s+på`,
].join("|");
const promise = new RegExp(`^\\s+(?:${promises})(?!\\p{L})`, "u");
const bodies =
  "[Rr]ådmanden|[Bb]orgmesteren|[Bb]yrådet|[Mm]agistraten|[Uu]dvalget|[Uu]dvalgsformanden|[Dd]irektionen|[Rr]egionen|[Mm]inisteriet|[Mm]inisteren|[Pp]ressen|[Ff]orvaltningen";
const told = "orienteres|inddrages|kontaktes|informeres|høres|inviteres|underrettes|involveres";
/** Someone must be told, and nobody is named to do it. The subject stands first, so that "om byrådet også skal orienteres" is none. */
const ownerless = [
  /^[Dd]er\s+(?:skal\s+)?følges\s+op(?!\p{L})/u,
  new RegExp(
    `^(?:[A-ZÆØÅ]{2,6}|${bodies})(?:\\s+(?:og|samt)\\s+\\S+)?\\s+skal(?:\\s+(?:også|evt\\.|derfor|desuden|straks|herefter))*\\s+(?:${told})(?!\\p{L})`,
    "u",
  ),
];
/** Where a clause of its own begins inside a sentence. */
const clauseStart = /(?:,\s+(?:og|men|så)(?:\s+at)?|(?<!\p{L})at|;|:|\s[–-])\s+(?=\S)/gu;

/** All follow-ups of one paragraph's plain text (a line feed is a line break), at most one a sentence. Source: domain.md. */
export function findFollowUps(text: string, people: readonly KnownName[]): FoundFollowUp[] {
  const sentences = sentencesOf(text);
  return sentences.flatMap((sentence, index) => {
    const found = inSentence(sentence, people);
    if (found === null) return [];
    const own = text.slice(found.from, found.to);
    const before = sentences[index - 1];
    const due = dueIn(own) ?? (before !== undefined && isBare(own) ? limitIn(before.text) : null);
    return [{ from: found.from, to: found.to, owners: found.owners, due }];
  });
}

/** "FAS følger op." says nothing of what or when: the sentence before does. */
function isBare(text: string): boolean {
  return /\sop[.!]?$/u.test(text);
}

function inSentence(sentence: Sentence, people: readonly KnownName[]): { from: number; to: number; owners: string[] } | null {
  if (sentence.text.endsWith("?")) return null;
  const lead = /^(?:at\s+\d{1,3}\)\s+|\d{1,3}[.)]\s+|[–•-]\s+)?/u.exec(sentence.text)?.[0].length ?? 0;
  for (const { at, opens } of clausesOf(sentence.text, lead)) {
    const owners = ownersOf(sentence.text.slice(at), people, opens);
    if (owners !== null) return { from: sentence.from + at, to: sentence.to, owners };
  }
  return null;
}

function clausesOf(text: string, lead: number): { at: number; opens: boolean }[] {
  const inner = [...text.slice(lead).matchAll(clauseStart)].map((match) => ({ at: lead + match.index + match[0].length, opens: false }));
  return [{ at: lead, opens: true }, ...inner];
}

/** The owners of the promise that a clause makes; [] for one without an owner, null for a clause that promises nothing. */
function ownersOf(clause: string, people: readonly KnownName[], opens: boolean): string[] | null {
  const read = readOwners(clause, people);
  if (read !== null && (opens || read.sure) && promise.test(clause.slice(read.length))) return read.owners;
  return ownerless.some((form) => form.test(clause)) ? [] : null;
}
