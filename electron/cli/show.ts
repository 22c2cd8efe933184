import { screenTime } from "../../shared/domain/date.ts";
import { type ItemView, itemHeading, type MeetingState, type MeetingView, minuteTakerLine } from "../../shared/domain/meeting.ts";
import type { RichText } from "../../shared/domain/rich-text.ts";
import { printSmallMarkdown } from "../../shared/domain/small-markdown.ts";

export const stateNames: Record<MeetingState, string> = { planned: "planlagt", running: "i gang", draft: "kladde", approved: "godkendt" };

/** A meeting to read in a terminal: the text as small Markdown, indented under each punkt. */
export function meetingText(meeting: MeetingView): string {
  const information = [minuteTakerLine(meeting.minuteTaker), ...meeting.information].filter((line) => line !== "");
  const head = [
    `${meeting.seriesTitle} (${meeting.title})`,
    `${meeting.date} ${screenTime(meeting.start)}–${screenTime(meeting.end)} · ${meeting.place}`,
    `${meeting.id} · ${stateNames[meeting.state]}`,
    ...information,
  ];
  const body = meeting.categories.flatMap(({ name, items }) => [
    ...(name === "" ? [] : ["", name.toUpperCase()]),
    ...items.flatMap(itemLines),
  ]);
  return [...head, ...body].join("\n");
}

function itemLines(item: ItemView): string[] {
  return [
    "",
    `${itemHeading(item)}${item.closed ? " [lukket]" : ""}`,
    ...indented("", item.agendaText),
    ...item.recommendations.map((recommendation, index) => `  Indstilling ${index + 1}: ${recommendation.text}`),
    ...indented("Beslutning:", item.decision),
    ...indented("Offentlig beslutning:", item.publicDecision),
    ...item.attachments.map((attachment, index) => `  Bilag ${index + 1}: ${attachment.title}`),
  ];
}

function indented(label: string, text: RichText): string[] {
  const printed = printSmallMarkdown(text);
  if (printed === "") return [];
  return [...(label === "" ? [] : [`  ${label}`]), ...printed.split("\n").map((line) => (line === "" ? "" : `  ${line}`))];
}
