import { type ItemView, itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { plainText } from "../../shared/domain/rich-text.ts";
import { findContact } from "./contacts.ts";
import { findCpr } from "./cpr.ts";
import { lettersOf } from "./letters.ts";
import type { ReadReferat } from "./read-pdf.ts";

/** What must not be in an open edition, and where it was found, in the referent's words. */
export type Leak = { what: "closed" | "cpr" | "phone" | "email"; place: string };

/** What an open edition may say: standard sentences, which are no one punkt's own, and contacts that everybody may know. */
export type Allowed = { phrases: readonly string[]; contacts: readonly string[] };

const fewestWords = 4;

/** What every other punkt says too tells nothing of a closed one. Source: domain.md, idioms of a decision. */
const commonplace = ["rådmanden tager orienteringen til efterretning", "rådmanden tog orienteringen til efterretning"];

/**
 * Looks for every sentence of four words or more of a closed punkt, and for CPR numbers, in all of an open edition's file: pages, bookmarks, descriptions, names and embedded files.
 */
export function findLeak(whole: MeetingView, { phrases }: Allowed, read: ReadReferat): Leak | null {
  const closed = itemsOf(whole).filter((item) => item.closed);
  const told = closed.flatMap((item) => sentencesOf(plainText(item.publicDecision)));
  const common = new Set([...commonplace, ...phrases.flatMap(sentencesOf), ...told].map(keyOf));
  const places = placesOf(read);
  for (const item of closed) {
    const keys = closedTexts(item).flatMap(sentencesOf).map(keyOf);
    for (const key of keys.filter((each) => !common.has(each))) {
      const found = places.find(({ letters }) => letters.includes(key));
      if (found !== undefined) return { what: "closed", place: `${found.place} (fra Punkt ${item.number})` };
    }
  }
  for (const { place, text } of places) {
    const cpr = findCpr(text);
    if (cpr !== null) return { what: "cpr", place: `${place}: ${cpr.shown}${cpr.checksumFits ? ", og kontrolcifret passer" : ""}` };
  }
  return null;
}

/**
 * Looks for telephone numbers and e-mail addresses that are not public, in what the referat itself says. The pages of its bilag are not
 * looked at (`bilag`, counted from 1), nor are the strings of the file when it has any: those may be theirs. `links` are the referat's own.
 */
export function findContactLeak(
  { contacts }: Allowed,
  read: ReadReferat,
  own: { links: readonly string[]; bilag: ReadonlySet<number> } = { links: [], bilag: new Set() },
): Leak | null {
  const pages = read.pages.map(({ all }, i) => ({ place: `side ${i + 1}`, text: own.bilag.has(i + 1) ? "" : all }));
  const strings = own.bilag.size > 0 ? own.links : [...own.links, ...read.strings];
  const rest = placesOf({ ...read, pages: [], strings: [...strings] });
  for (const { place, text } of [...pages, ...rest]) {
    const contact = findContact(text, contacts);
    if (contact !== null) return { what: contact.kind, place: `${place}: ${contact.text}` };
  }
  return null;
}

function placesOf(read: ReadReferat): { place: string; text: string; letters: string }[] {
  const pages = read.pages.map(({ all }, i) => ({ place: `side ${i + 1}`, text: all }));
  // A sentence may run over from one page to the next; header and footer are left out of it.
  const across = read.pages.map(({ own }, i) => ({ place: `side ${i + 1}`, text: `${own}${read.pages[i + 1]?.own ?? ""}` }));
  const rest = [
    { place: "bogmærkerne", text: read.bookmarks.map(({ title }) => title).join("\n") },
    { place: "filens oplysninger", text: read.strings.join("\n") },
    { place: "de indlejrede filer", text: read.embedded.join("\n") },
  ];
  return [...pages, ...across, ...rest].map((each) => ({ ...each, letters: lettersOf(each.text) }));
}

function closedTexts(item: ItemView): string[] {
  const bilag = item.attachments.flatMap(({ title, fileName }) => [title, fileName]);
  const texts = [item.agendaText, item.decision].map(plainText);
  return [item.title, ...texts, ...item.recommendations.map(({ text }) => text), ...bilag];
}

function sentencesOf(text: string): string[] {
  return text
    .split(/[\n.!?;]+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).length >= fewestWords);
}

/** Without the "at 2)" or "at" it may open with, which differs from place to place. */
function keyOf(sentence: string): string {
  return lettersOf(sentence.replace(/^at\s+(\d+\)\s*)?/i, ""));
}
