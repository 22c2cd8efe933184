import type { KnownName } from "../../shared/domain/known-name.ts";

/** A standard sentence and how often it was used. */
export type OfferedPhrase = { text: string; uses: number };

/** One line of the list at the cursor: what it shows, in what words it explains, and what it writes. */
export type HelpMatch = { label: string; detail: string; text: string };

/** More than these are not shown: one types on instead. */
const most = 40;

/** The phrases in which each typed word begins a word, most used first. */
export function matchPhrases(phrases: readonly OfferedPhrase[], query: string): HelpMatch[] {
  return phrases
    .filter((phrase) => beginsWords(phrase.text, query))
    .sort((a, b) => b.uses - a.uses)
    .slice(0, most)
    .map(({ text }) => ({ label: text, detail: "", text }));
}

/**
 * The people and units whose initials begin so, and then those whose name does, each most used first. What is written is what one has
 * begun to write: the initials ("FAS"), or the name ("Fagligt Sekretariat").
 */
export function matchNames(names: readonly KnownName[], query: string, uses: ReadonlyMap<string, number>): HelpMatch[] {
  const usesOf = (known: KnownName) => uses.get(shownName(known)) ?? 0;
  const used = names.toSorted((a, b) => usesOf(b) - usesOf(a));
  const isByInitials = ({ initials }: KnownName) => initials !== "" && plain(initials).startsWith(plain(query));
  const byInitials = used.filter(isByInitials).map(({ initials, name }) => ({ label: initials, detail: name, text: initials }));
  const byName = used
    .filter((known) => !isByInitials(known) && known.name !== "" && beginsWords(known.name, query))
    .map(({ initials, name }) => ({ label: name, detail: initials, text: name }));
  return [...byInitials, ...byName].slice(0, most);
}

/** What a person or unit is called in the minutes: by initials where there are any. */
export function shownName({ initials, name }: KnownName): string {
  return initials || name;
}

function beginsWords(text: string, query: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u);
  const wanted = plain(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  return wanted.every((word) => words.some((each) => each.startsWith(word)) || plain(text).startsWith(word));
}

function plain(text: string): string {
  return text.toLocaleLowerCase("da");
}
