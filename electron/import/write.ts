import { markFollowUps, withoutFollowUps } from "../../shared/domain/follow-up.ts";
import type { KnownName } from "../../shared/domain/known-name.ts";
import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import type { MeetingFile } from "../../shared/domain/meeting-file.ts";
import type { RichText } from "../../shared/domain/rich-text.ts";
import { printSmallMarkdown } from "../../shared/domain/small-markdown.ts";

/**
 * The meeting as its JSON format has it, rich text as small Markdown; an attachment's `file` is the name it was added under. `people`
 * are those that an import would recognise follow-ups by.
 */
export function meetingToFile(meeting: MeetingView, people: readonly KnownName[] = []): MeetingFile {
  const text = (field: RichText): string => printText(field, people);
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
        agendaText: text(item.agendaText),
        recommendations: item.recommendations.map((recommendation) => recommendation.text),
        decision: text(item.decision),
        publicDecision: text(item.publicDecision),
        attachments: item.attachments.map((attachment) => ({ title: attachment.title, file: attachment.fileName })),
        ...(item.outcome === "normal" ? {} : { outcome: item.outcome }),
      })),
    })),
  };
}

/** Follow-ups that an import recognises by itself need no bold to tell of them, so that what was read in comes out as it was. */
function printText(text: RichText, people: readonly KnownName[]): string {
  const printed = printSmallMarkdown(text);
  const bare = withoutFollowUps(text);
  return printSmallMarkdown(markFollowUps(bare, people, () => "")) === printed ? printSmallMarkdown(bare) : printed;
}

function attendanceToFile(meeting: MeetingView): NonNullable<MeetingFile["attendance"]> {
  const numbers = new Map(itemsOf(meeting).map((item) => [item.id, item.number]));
  return meeting.attendance.map(({ name, status, reason, itemId }) => ({
    ...{ name, status, reason },
    item: itemId === null ? null : (numbers.get(itemId) ?? null),
  }));
}
