import { randomUUID } from "node:crypto";
import type { AttachmentView, CategoryView, ItemView, MeetingView } from "../../../shared/domain/meeting.ts";
import type { Block, Inline, ListItem, Mark, RichText, TextRun } from "../../../shared/domain/rich-text.ts";
import { untouchedItem, untouchedMeeting } from "../../support/view-defaults.ts";

type Words = string | Inline;

export function text(words: string, ...marks: Mark[]): TextRun {
  return marks.length === 0 ? { type: "text", text: words } : { type: "text", text: words, marks };
}

export function paragraph(...words: Words[]): Block {
  return { type: "paragraph", content: words.map((word) => (typeof word === "string" ? text(word) : word)) };
}

function listItem(content: string | Block[]): ListItem {
  return { type: "listItem", content: typeof content === "string" ? [paragraph(content)] : content };
}

export function bullets(...items: (string | Block[])[]): Block {
  return { type: "bulletList", content: items.map(listItem) };
}

export function numbers(start: number, ...items: (string | Block[])[]): Block {
  return { type: "orderedList", attrs: { start }, content: items.map(listItem) };
}

export function rich(...blocks: (string | Block)[]): RichText {
  return { type: "doc", content: blocks.map((block) => (typeof block === "string" ? paragraph(block) : block)) };
}

export function item(number: number, title: string, parts: Partial<ItemView> = {}): ItemView {
  const blank = { minutes: null, closed: false, recommendations: [], attachments: [], ...untouchedItem() };
  return { id: randomUUID(), number, title, ...blank, agendaText: rich(), decision: rich(), publicDecision: rich(), ...parts };
}

export function recommendations(...texts: string[]): ItemView["recommendations"] {
  return texts.map((words) => ({ id: randomUUID(), text: words }));
}

export function attachment(title: string): AttachmentView {
  return { id: randomUUID(), title, fileName: "bilag.pdf", mediaType: "application/pdf", bytes: 1, sha256: "0".repeat(64), trouble: null };
}

export function category(name: string, ...items: ItemView[]): CategoryView {
  return { id: randomUUID(), name, items };
}

/** The meeting of 10 March 2026 with the given categories. */
export function meeting(parts: Partial<MeetingView> = {}): MeetingView {
  return {
    id: randomUUID(),
    seriesId: randomUUID(),
    seriesTitle: "Rådmandsmøder 2026-2029",
    title: "Rådmandsmøde d. 10. marts",
    date: "2026-03-10",
    start: "11:00",
    end: "13:00",
    place: "Rådmandens kontor, vær. 436",
    minuteTaker: "Martin",
    information: [],
    state: "draft",
    ...untouchedMeeting(),
    categories: [],
    savedAt: "2026-03-10T12:00:00.000Z",
    ...parts,
  };
}
