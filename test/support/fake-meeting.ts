import { type ItemView, itemsOf, type MeetingSummary, type MeetingView } from "../../shared/domain/meeting.ts";
import { meetingTitle, seriesTitle } from "../../shared/domain/meeting-name.ts";
import { emptyRichText, isBlank, type RichText } from "../../shared/domain/rich-text.ts";
import type { MeetingProposal } from "../../shared/domain/template.ts";
import { untouchedItem, untouchedMeeting } from "./view-defaults.ts";

type Place = { categoryId: string; afterId: string | null };

export function text(...lines: string[]): RichText {
  return { type: "doc", content: lines.map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] })) };
}

export function newItem(title: string, minutes: number | null, fields: Partial<ItemView> = {}): ItemView {
  return {
    id: crypto.randomUUID(),
    number: 0,
    title,
    minutes,
    closed: false,
    agendaText: emptyRichText,
    recommendations: [],
    decision: emptyRichText,
    publicDecision: emptyRichText,
    attachments: [],
    ...untouchedItem(),
    ...fields,
  };
}

/** A meeting as the tests need it, with the numbers its order gives. */
export function newMeeting(fields: Partial<MeetingView> = {}): MeetingView {
  const meeting: MeetingView = {
    id: crypto.randomUUID(),
    seriesId: "00000000-0000-4000-8000-000000000001",
    seriesTitle: "Rådmandsmøder 2026-2029",
    title: "Rådmandsmøde d. 10. marts",
    date: "2026-03-10",
    start: "11:00",
    end: "13:00",
    place: "Rådmandens kontor, vær. 436",
    minuteTaker: "Martin",
    information: [],
    state: "planned",
    ...untouchedMeeting(),
    categories: [
      {
        id: crypto.randomUUID(),
        name: "Til godkendelse",
        items: ["Dagsorden", "Referat", "Handicapbarometer"].map((title) => newItem(title, null)),
      },
      {
        id: crypto.randomUUID(),
        name: "Faste orienteringspunkter",
        items: [newItem("Orientering fra Magistraten", null), newItem("Bordet rundt", 5)],
      },
    ],
    savedAt: "2026-03-10T10:00:00.000Z",
    ...fields,
  };
  renumbered(meeting);
  return meeting;
}

export function renumbered(meeting: MeetingView): void {
  itemsOf(meeting).forEach((item, index) => {
    item.number = index + 1;
  });
}

export function itemIn(meeting: MeetingView, itemId: string): ItemView {
  const found = itemsOf(meeting).find((item) => item.id === itemId);
  if (found === undefined) throw new Error(`no punkt ${itemId}`);
  return found;
}

function putIn(meeting: MeetingView, item: ItemView, { categoryId, afterId }: Place): void {
  const items = meeting.categories.find((category) => category.id === categoryId)?.items ?? [];
  items.splice(items.findIndex((each) => each.id === afterId) + 1, 0, item);
}

export function addItemTo(meeting: MeetingView, place: Place, title: string, minutes: number | null): string {
  const item = newItem(title, minutes);
  putIn(meeting, item, place);
  return item.id;
}

export function moveItemIn(meeting: MeetingView, itemId: string, place: Place): void {
  const item = itemIn(meeting, itemId);
  for (const category of meeting.categories) category.items = category.items.filter((each) => each.id !== itemId);
  putIn(meeting, item, place);
}

export function summaryOf(meeting: MeetingView, publishedAt: string | null): MeetingSummary {
  const { id, seriesId, title, date, start, end, minuteTaker, state, approvedAt, correctedAt, locked } = meeting;
  const items = itemsOf(meeting);
  const cases = items.filter((item) => item.title === "Handicapbarometer").map((item) => item.title);
  const decidedCount = items.filter((item) => !isBlank(item.decision)).length;
  const facts = {
    id,
    seriesId,
    seriesTitle: meeting.seriesTitle,
    title,
    date,
    start,
    end,
    minuteTaker,
    state,
    approvedAt,
    correctedAt,
    locked,
  };
  return { ...facts, cases, itemCount: items.length, decidedCount, publishedAt };
}

export function proposalFor(date: string, minuteTaker: string): MeetingProposal {
  return {
    seriesTitle: seriesTitle("Rådmandsmøder", date),
    title: meetingTitle("Rådmandsmøde", date),
    date,
    start: "11:00",
    end: "13:00",
    place: "Rådmandens kontor, vær. 436",
    minuteTaker,
    information: [],
    categories: [
      { name: "Til godkendelse", items: [fixed("Dagsorden"), fixed("Referat")] },
      { name: "Faste orienteringspunkter", items: [fixed("Orientering fra Magistraten"), fixed("Bordet rundt")] },
    ],
  };
}

function fixed(title: string): { title: string; minutes: null } {
  return { title, minutes: null };
}

export function viewOfProposal(proposal: MeetingProposal, savedAt: string): MeetingView {
  const { categories, ...facts } = proposal;
  return newMeeting({
    ...facts,
    savedAt,
    categories: categories.map(({ name, items }) => ({
      id: crypto.randomUUID(),
      name,
      items: items.map((item) => newItem(item.title, item.minutes)),
    })),
  });
}
