import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import type { MeetingFile } from "../../shared/domain/meeting-file.ts";
import { printSmallMarkdown } from "../../shared/domain/small-markdown.ts";

/** The meeting as its JSON format has it, rich text as small Markdown; an attachment's `file` is the name it was added under. */
export function meetingToFile(meeting: MeetingView): MeetingFile {
  const { seriesTitle, title, date, start, end, place, minuteTaker, information, categories } = meeting;
  return {
    format: "referent-meeting/1",
    ...{ series: seriesTitle, title, date, start, end, place, minuteTaker, information },
    ...(meeting.attendance.length === 0 ? {} : { attendance: attendanceToFile(meeting) }),
    categories: categories.map(({ name, items }) => ({
      name,
      items: items.map((item) => ({
        number: item.number,
        title: item.title,
        minutes: item.minutes,
        closed: item.closed,
        agendaText: printSmallMarkdown(item.agendaText),
        recommendations: item.recommendations.map((recommendation) => recommendation.text),
        decision: printSmallMarkdown(item.decision),
        publicDecision: printSmallMarkdown(item.publicDecision),
        attachments: item.attachments.map((attachment) => ({ title: attachment.title, file: attachment.fileName })),
        ...(item.outcome === "normal" ? {} : { outcome: item.outcome }),
      })),
    })),
  };
}

function attendanceToFile(meeting: MeetingView): NonNullable<MeetingFile["attendance"]> {
  const numbers = new Map(itemsOf(meeting).map((item) => [item.id, item.number]));
  return meeting.attendance.map(({ name, status, reason, itemId }) => ({
    ...{ name, status, reason },
    item: itemId === null ? null : (numbers.get(itemId) ?? null),
  }));
}
