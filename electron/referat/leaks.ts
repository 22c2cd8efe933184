import { type ItemView, itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { plainText } from "../../shared/domain/rich-text.ts";
import { listPrivateContacts } from "./contacts.ts";
import { findCpr } from "./cpr.ts";
import { lettersOf } from "./letters.ts";
import type { ReadReferat } from "./read-pdf.ts";

/** What must not be in an open edition, and where it was found, in the referent's words. */
export type Leak = { what: "closed" | "cpr" | "contact"; place: string };

/** What may stand in it: `phrases` are standard sentences, which are no one punkt's own; `publicContacts` the list in the settings. */
export type OpenRules = { phrases: readonly string[]; publicContacts: readonly string[] };

const fewestWords = 4;

/** What every other punkt says too tells nothing of a closed one. Source: domain.md, idioms of a decision. */
const commonplace = ["rådmanden tager orienteringen til efterretning", "rådmanden tog orienteringen til efterretning"];

/**
 * Looks for every sentence of four words or more of a closed punkt, for CPR numbers, and for contacts that are not on the public list, in
 * all of an open edition's file: pages, bookmarks, descriptions, names and embedded files.
 */
export function findLeak(whole: MeetingView, { phrases, publicContacts }: OpenRules, read: ReadReferat): Leak | null {
  const places = placesOf(read);
  return findClosed(whole, phrases, places) ?? findNumber(places) ?? findContacts(places, publicContacts);
}

function findClosed(whole: MeetingView, phrases: readonly string[], places: readonly Place[]): Leak | null {
  const closed = itemsOf(whole).filter((item) => item.closed);
  const told = closed.flatMap((item) => sentencesOf(plainText(item.publicDecision)));
  const common = new Set([...commonplace, ...phrases.flatMap(sentencesOf), ...told].map(keyOf));
  for (const item of closed) {
    const keys = closedTexts(item, whole).flatMap(sentencesOf).map(keyOf);
    for (const key of keys.filter((each) => !common.has(each))) {
      const found = places.find(({ letters }) => letters.includes(key));
      if (found !== undefined) return { what: "closed", place: `${found.place} (fra Punkt ${item.number})` };
    }
  }
  return null;
}

function findNumber(places: readonly Place[]): Leak | null {
  for (const { nameAt, text } of places) {
    const cpr = findCpr(text);
    if (cpr !== null)
      return { what: "cpr", place: `${nameAt(cpr.index)}: ${cpr.shown}${cpr.checksumFits ? ", og kontrolcifret passer" : ""}` };
  }
  return null;
}

const mostTold = 5;

/** All of them are told at once, each where it first stands, so that the referent need not export once for each. */
function findContacts(places: readonly Place[], publicContacts: readonly string[]): Leak | null {
  const found = new Map<string, string>();
  for (const { nameAt, text, isBilag } of places)
    for (const { key, shown, index } of listPrivateContacts(text, publicContacts, isBilag))
      if (!found.has(key)) found.set(key, `${nameAt(index)}: ${shown}`);
  if (found.size === 0) return null;
  const told = [...found.values()].slice(0, mostTold).join("; ");
  return { what: "contact", place: found.size > mostTold ? `${told}; og ${found.size - mostTold} til` : told };
}

/** `nameAt` tells more of the place: also the punkt that the text at an index belongs to. */
type Place = { place: string; nameAt(index: number): string; text: string; letters: string; isBilag: boolean };

function placesOf(read: ReadReferat): Place[] {
  const isBilag = read.pages.map((_, i) =>
    /^Punkt \d+, Bilag \d+:/.test(read.bookmarks.findLast(({ page }) => page <= i + 1)?.title ?? ""),
  );
  const onPage = (i: number, text: string) => ({
    ...{ place: `side ${i + 1}`, text, isBilag: isBilag[i] ?? false },
    nameAt: (index: number) => `side ${i + 1}${punktAt(read, i + 1, text.slice(0, index))}`,
  });
  const pages = read.pages.map(({ all }, i) => onPage(i, all));
  // A sentence may run over from one page to the next, but not into a bilag; header and footer are left out of it.
  const across = read.pages.flatMap(({ own }, i) =>
    isBilag[i] === isBilag[i + 1] ? [onPage(i, `${own}${read.pages[i + 1]?.own ?? ""}`)] : [],
  );
  const rest = [
    { place: "bogmærkerne", text: read.bookmarks.map(({ title }) => title).join("\n") },
    { place: "filens oplysninger", text: read.strings.join("\n") },
    { place: "de indlejrede filer", text: read.embedded.join("\n") },
  ].map((each) => ({ ...each, nameAt: () => each.place, isBilag: false }));
  return [...pages, ...across, ...rest].map((each) => ({ ...each, letters: lettersOf(each.text) }));
}

/** " (Punkt 4, Bilag 1)": of the last heading before it, on its page or an earlier one. */
function punktAt(read: ReadReferat, page: number, before: string): string {
  const passed = lettersOf(before);
  const last = read.bookmarks.findLast((mark) => mark.page < page || (mark.page === page && passed.includes(lettersOf(mark.title))));
  const punkt = /^(?:Beslutning for )?(Punkt \d+(?:, Bilag \d+)?)/.exec(last?.title ?? "")?.[1];
  return punkt === undefined ? "" : ` (${punkt})`;
}

function closedTexts(item: ItemView, { followUps, attendance }: MeetingView): string[] {
  const bilag = item.attachments.flatMap(({ title, fileName }) => [title, fileName]);
  const texts = [item.agendaText, item.decision].map(plainText);
  const ofItem = ({ itemId }: { itemId: string | null }): boolean => itemId === item.id;
  const beside = [...followUps.filter(ofItem).map(({ text }) => text), ...attendance.filter(ofItem).map(({ reason }) => reason)];
  return [item.title, ...texts, ...item.recommendations.map(({ text }) => text), ...bilag, ...beside];
}

/** Not the dot in "12.500", nor of a shortened word: what they part may be too short to be looked for. */
const sureEnd = /\n+|(?<!(?<!\p{L})(?:kr|mio|mia|ca|nr|pkt|jf|kl|stk|tlf|evt|vedr|inkl|ekskl|hhv|d))[.!?;]+(?![\p{L}\p{N}])/iu;

/** And every dot, for "… 12 mio. kr. Sælger er …", which is two sentences, and for a file's name. */
const anyEnd = /[\n.!?;]+/;

/** Cut both ways: half of what is one sentence to the one is a whole one to the other. */
function sentencesOf(text: string): string[] {
  return [sureEnd, anyEnd]
    .flatMap((end) => text.split(end))
    .map((sentence) => sentence.trim())
    .filter((sentence) => (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).length >= fewestWords);
}

/** Without the "at 2)" or "at" it may open with, which differs from place to place. */
function keyOf(sentence: string): string {
  return lettersOf(sentence.replace(/^at\s+(\d+\)\s*)?/i, ""));
}
