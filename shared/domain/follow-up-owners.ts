import type { KnownName } from "./known-name.ts";

/** Who a follow-up lies with, read from the start of a clause: `length` characters, `sure` when a stranger would take it for a name. */
export type OwnersRead = { owners: string[]; length: number; sure: boolean };

type OwnerRead = { owner: string; length: number; sure: boolean };

const joiner = /^(?:\s*(?:,|&|\/)\s*|\s+(?:og|samt)\s+)/u;
const initials = /^[A-ZÆØÅ]{2,6}(?![\p{L}\p{N}])/u;
const properName = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*(?:\s+(?:\p{Lu}\p{Ll}*\.?|van|der|von|de)(?=\s)){0,3}/u;
/** "Økonomichef Michael Justesen", "driftschef Janus Hedemann": the title goes with the name. */
const title =
  /^\p{L}*(?:chef|chefen|direktør|direktøren|rådmand|leder|lederen|konsulent|konsulenten|jurist|koordinator|ansvarlig|sekretær)\s+(?=\p{Lu})/iu;
/** Bodies that do things after a meeting without being on anybody's list. */
const body =
  /^(?:forvaltningen|direktionen|sekretariatet|stabschefen|økonomichefen|driftschefen|forvaltningschefen|chefgruppen|rådmanden|direktøren|administrationen)(?!\p{L})/iu;
/** Capitals at the start of a sentence are no sign of a name in these. */
const commonNoun =
  /(?:erne|ene|elsen|elser|else|heden|heder|hed|konsulent|konsulenter|konsulenten|leder|ledere|chefer|jurister|medarbejdere|rådgivere|parter|kommuner|kommunen|udvalget|afdelinger|afdelingen|grupper|gruppen|arbejdet|tion|tioner|ingen|inger|ing|ledelse|møder|mødet|området|indsatser|sager|sagen|borgere|borgeren|centret|centeret)$/iu;
/** First names that end as common nouns do. */
const realNames = /^(?:Henning|Flemming|Erling|Inger|Lene|Irene|Helene|Malene|Marlene|Magdalene)$/u;
/** No first name is longer; a single longer word at the start of a sentence is a common noun. */
const longestFirstName = 11;
/** "Organisation og Ledelse": the capital in the middle of the sentence shows that both words are a unit's name. */
const unitName = /^\p{Lu}\p{Ll}+ og \p{Lu}\p{Ll}+(?!\p{L})/u;
const noName = new Set(
  (
    "der det dette den denne de disse han hun vi man alle begge nogle ingen mange flere herefter derefter dernæst samtidig samtidigt desuden endvidere derudover " +
    "efterfølgende hvis når som hvor hvordan hvad i på til for af med om efter før siden nu så her ligeledes også både hverken enten dog men og eller at jeg du " +
    "opfølgning godkendt punktet mødet sagen politisk kommunen byrådet magistraten udvalget følger"
  ).split(" "),
);

/** Reads "FAS & MØB", "UJU og Janus", "Økonomichef Michael Justesen" at the start of a text; null when no owner stands there. */
export function readOwners(text: string, people: readonly KnownName[]): OwnersRead | null {
  let read = readOwner(text, people, true);
  const owners: string[] = [];
  let length = 0;
  let sure = false;
  while (read !== null) {
    owners.push(read.owner);
    length += read.length;
    sure ||= read.sure;
    const joint = joiner.exec(text.slice(length));
    const following = joint && readOwner(text.slice(length + joint[0].length), people, false);
    if (joint === null || following === null) break;
    length += joint[0].length;
    read = following;
  }
  return owners.length === 0 ? null : { owners: [...new Set(owners)], length, sure };
}

function readOwner(text: string, people: readonly KnownName[], opens: boolean): OwnerRead | null {
  const known = readKnown(text, people);
  if (known !== null) return known;
  const short = initials.exec(text)?.[0];
  if (short !== undefined) return { owner: short, length: short.length, sure: true };
  const institution = body.exec(text)?.[0];
  if (institution !== undefined) return { owner: institution, length: institution.length, sure: true };
  const titled = title.exec(text)?.[0] ?? "";
  const name = readKnown(text.slice(titled.length), people) ?? readName(text.slice(titled.length), opens && titled === "");
  return name && { ...name, length: titled.length + name.length, sure: name.sure || titled !== "" };
}

/** A known person or unit, by initials, whole name or first name; the longest that fits. The owner is given by initials where there are any. */
function readKnown(text: string, people: readonly KnownName[]): OwnerRead | null {
  let best: OwnerRead | null = null;
  for (const { initials: short, name, kind } of people) {
    const first = kind === "person" ? (name.split(" ")[0] ?? "") : "";
    for (const written of [short, name, first]) {
      if (written.length < 2 || !text.startsWith(written) || /^[\p{L}\p{N}]/u.test(text.slice(written.length))) continue;
      if (best === null || written.length > best.length) best = { owner: short || name, length: written.length, sure: true };
    }
  }
  return best;
}

/** A capitalised name that is on no list. At the start of a sentence common nouns have a capital too. */
function readName(text: string, opens: boolean): OwnerRead | null {
  const match = properName.exec(text)?.[0].replace(/\s+(?:van|der|von|de)$/u, "");
  if (match === undefined) return null;
  const [first = ""] = match.split(/\s+/);
  if (noName.has(first.toLowerCase())) return null;
  if (opens && match === first && isCommonNoun(first)) {
    const unit = unitName.exec(text)?.[0];
    return unit === undefined ? null : { owner: unit, length: unit.length, sure: true };
  }
  return { owner: match, length: match.length, sure: match !== first || !opens };
}

function isCommonNoun(word: string): boolean {
  return word.length > longestFirstName || (commonNoun.test(word) && !realNames.test(word));
}

/** True for a body of the house that is named by what it is: "Forvaltningen", "Rådmanden". */
export function isBody(owner: string): boolean {
  return body.test(owner);
}
