import { attendanceLines } from "../../shared/domain/attendance.ts";
import { headerDate } from "../../shared/domain/date.ts";
import type { ReferatForm } from "../../shared/domain/edition.ts";
import {
  type CategoryView,
  type ItemOutcome,
  type ItemView,
  itemHeading,
  itemsOf,
  type MeetingView,
  minuteTakerLine,
} from "../../shared/domain/meeting.ts";
import { emptyRichText, type RichText } from "../../shared/domain/rich-text.ts";
import type { PrintContent } from "../attachments/examine.ts";
import { printAttachment } from "./compose-attachment.ts";
import type { PrintCategory, PrintFact, PrintItem, PrintRecommendation, ReferatDocument } from "./document.ts";
import { oneLine } from "./one-line.ts";
import { printBlocks } from "./print-text.ts";

/** `contents`: what is known of the bilag, by SHA-256; those not known are only named. */
export type ComposeOptions = { organisation: string; form?: ReferatForm; contents?: ReadonlyMap<string, PrintContent> };

/**
 * The whole meeting as it is given, closed punkter included, in the collected form or the short one. The open edition is composed of
 * what `openEdition` leaves. Source: domain.md, two layouts.
 */
export function composeReferat(meeting: MeetingView, options: ComposeOptions): ReferatDocument {
  const short = options.form === "short";
  const titleParts = short ? shortTitleParts(meeting) : titlePartsOf(meeting);
  const contents = options.contents ?? new Map<string, PrintContent>();
  return {
    form: short ? "short" : "collected",
    kicker: short ? meeting.seriesTitle.trim() : "Referat",
    organisation: options.organisation.trim(),
    title: titleParts.filter((part) => part !== "").join(" "),
    titleParts,
    runningTitle: oneLine(`Referat · ${meeting.title.trim()}`),
    runningDate: headerDate(meeting.date),
    footer: oneLine(meeting.seriesTitle.trim()),
    notice: itemsOf(meeting).some((item) => item.closed) ? "Fuld udgave – indeholder lukkede punkter" : "",
    facts: facts(meeting),
    categories: meeting.categories
      .filter((category) => category.items.length > 0)
      .map((category) => printCategory(category, (item) => (short ? printShortItem(item) : printItem(item, contents)))),
    date: documentDate(meeting),
  };
}

/** "Rådmandsmøder 2026-2029" and "(Rådmandsmøde d. 10. marts)". */
function titlePartsOf(meeting: MeetingView): [string, string] {
  const [series, title] = [meeting.seriesTitle.trim(), meeting.title.trim()];
  return series === "" || title === "" ? [series || title || "Referat", ""] : [series, `(${title})`];
}

/** "Referat" and "– Rådmandsmøde d. 10. marts". */
function shortTitleParts(meeting: MeetingView): [string, string] {
  const title = meeting.title.trim();
  return ["Referat", title === "" ? "" : `– ${title}`];
}

function facts(meeting: MeetingView): PrintFact[] {
  const numbers = new Map(itemsOf(meeting).map((item) => [item.id, item.number]));
  const { present, absent } = attendanceLines(meeting.attendance, (itemId) => numbers.get(itemId) ?? null);
  const rows = [
    { label: "Dato og tid", lines: [`${headerDate(meeting.date)} ${meeting.start} - ${meeting.end}`] },
    { label: "Sted", lines: [meeting.place] },
    { label: "Til stede", lines: present },
    { label: "Fraværende", lines: absent },
    { label: "Information", lines: informationLines(meeting) },
    { label: "Rettelse", lines: meeting.correctedAt === null ? [] : [correctionLine(meeting.correctedAt)] },
  ];
  return rows.map((row) => ({ ...row, lines: row.lines.filter((line) => line.trim() !== "") })).filter((row) => row.lines.length > 0);
}

// The day where the meeting is, whatever the PC's own time zone, so that the same meeting gives the same bytes.
const localDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" });

function correctionLine(correctedAt: string): string {
  return `Rettet efter godkendelsen, senest ${headerDate(localDay.format(new Date(correctedAt)))}.`;
}

/** The sentence about the referent comes first, and only once, also where a person has written it as a line of its own. */
function informationLines(meeting: MeetingView): string[] {
  const referent = minuteTakerLine(meeting.minuteTaker);
  return [referent, ...meeting.information.filter((line) => sameWords(line) !== sameWords(referent))];
}

function sameWords(line: string): string {
  return line
    .normalize("NFC")
    .toLocaleLowerCase("da")
    .replace(/[\s.]+/g, " ")
    .trim();
}

function printCategory(category: CategoryView, print: (item: ItemView) => PrintItem): PrintCategory {
  const name = category.name.trim();
  return { heading: name === "" ? "" : `Kategori – ${name}`, items: category.items.map(print) };
}

function printItem(item: ItemView, contents: ReadonlyMap<string, PrintContent>): PrintItem {
  const heading = itemHeading(item);
  const written = printBlocks(item.decision);
  const decided = written.length === 0 ? printBlocks(outcomeSentence(item.outcome)) : written;
  return {
    place: `Punkt ${item.number}`,
    heading,
    mark: item.closed ? "Lukket punkt" : "",
    agendaText: printBlocks(item.agendaText),
    recommendations: recommendations(item),
    decision: decided.length === 0 ? null : { heading: `Beslutning for ${heading}`, blocks: decided },
    attachments: item.attachments.map(({ sha256 }, i) => printAttachment(item, i, contents.get(sha256) ?? null)),
  };
}

/** In the short form a punkt is its title and, straight under it, its decision. */
function printShortItem(item: ItemView): PrintItem {
  return { ...printItem(item, new Map()), agendaText: [], recommendations: [], attachments: [] };
}

/** What a punkt without a decision says of itself; a decision that is written says it in its own words. Source: domain.md, idioms. */
function outcomeSentence(outcome: ItemOutcome): RichText {
  if (outcome === "normal") return emptyRichText;
  const text = outcome === "withdrawn" ? "Punktet udgik." : "Punktet blev skubbet.";
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}

/** A blank point prints nothing but keeps its number: "at 2)" of the decision answers number 2 of the indstilling. */
function recommendations(item: ItemView): PrintRecommendation[] {
  return item.recommendations
    .map(({ text }, i) => ({ number: i + 1, text: text.replace(/\s+/g, " ").trim() }))
    .filter(({ text }) => text !== "")
    .map(({ number, text }) => ({ number, text: /^at\s/i.test(text) ? text : `at ${text}` }));
}

function documentDate(meeting: MeetingView): ReferatDocument["date"] {
  const [year = 2000, month = 1, day = 1] = meeting.date.split("-").map(Number);
  const [hour = 0, minute = 0] = meeting.start.split(":").map(Number);
  return { year, month, day, hour, minute };
}
