import type { AttendanceEntry } from "../../shared/domain/attendance.ts";
import { type ItemView, itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { emptyRichText, isBlank, type RichText } from "../../shared/domain/rich-text.ts";

/** `tellClosed`: a closed punkt without a public decision text is told of by its number, "Punkt 5 er lukket", instead of being a gap. */
export type OpenEditionOptions = { tellClosed: boolean };

/**
 * The meeting as anyone may read it. A closed punkt is gone, its number a gap; one with a public decision text stands as "Lukket punkt"
 * with that text and nothing else. Made before anything is composed, so that what comes after never sees what is closed.
 */
export function openEdition(meeting: MeetingView, { tellClosed }: OpenEditionOptions = { tellClosed: false }): MeetingView {
  const closed = new Set(itemsOf(meeting).flatMap((item) => (item.closed ? [item.id] : [])));
  return {
    ...meeting,
    categories: meeting.categories
      .map((category) => ({ ...category, items: category.items.flatMap((item) => openItem(item, tellClosed)) }))
      // The name of one that holds nothing else tells of what is closed.
      .filter(({ items }) => items.length > 0),
    followUps: meeting.followUps.filter(({ itemId }) => !closed.has(itemId)),
    attendance: openAttendance(meeting.attendance, closed),
  };
}

function openItem(item: ItemView, tellClosed: boolean): ItemView[] {
  if (!item.closed) return [{ ...item, publicDecision: emptyRichText }];
  const isTold = !isBlank(item.publicDecision);
  if (!isTold && !tellClosed) return [];
  return [
    {
      id: item.id,
      number: item.number,
      title: "Lukket punkt",
      minutes: null,
      closed: false,
      agendaText: isTold ? emptyRichText : sentence(`Punkt ${item.number} er lukket.`),
      recommendations: [],
      decision: item.publicDecision,
      publicDecision: emptyRichText,
      attachments: [],
      outcome: "normal",
      spentSeconds: 0,
      runningSince: null,
      usualMinutes: null,
    },
  ];
}

function sentence(text: string): RichText {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}

/** Who was there for closed punkter only is not told; who came or left at one is, but not at which, nor why. */
function openAttendance(entries: readonly AttendanceEntry[], closed: ReadonlySet<string>): AttendanceEntry[] {
  const atClosed = (entry: AttendanceEntry): boolean => entry.itemId !== null && closed.has(entry.itemId);
  const only = (name: string): boolean =>
    (["arrived", "left"] as const).every((status) =>
      entries.some((entry) => entry.name === name && entry.status === status && atClosed(entry)),
    );
  return entries.filter(({ name }) => !only(name)).map((entry) => (atClosed(entry) ? { ...entry, itemId: null, reason: "" } : entry));
}
