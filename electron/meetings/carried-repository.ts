import type { AttachmentView } from "../../shared/domain/meeting.ts";
import type { RichText } from "../../shared/domain/rich-text.ts";
import type { MeetingProposal } from "../../shared/domain/template.ts";
import { statement } from "../store/statement.ts";
import type { ReadableDB } from "../store/store.ts";
import { notFound } from "./get-part.ts";
import type { NewMeeting } from "./new-meeting.ts";
import { seriesName } from "./previous-repository.ts";
import { listRecommendations } from "./recommendations-repository.ts";

type NewItem = NewMeeting["categories"][number]["items"][number];
type ProposedItem = MeetingProposal["categories"][number]["items"][number];

/** The punkter that were postponed in the series before a date and that no later meeting has taken up, the oldest first. */
export function listPostponed(db: ReadableDB, seriesTitle: string, date: string): ProposedItem[] {
  const rows = statement(
    db,
    `SELECT i.id AS carriedFrom, i.title, i.minutes, s.title AS seriesTitle
     FROM item i JOIN category c ON c.id = i.category_id JOIN meeting m ON m.id = c.meeting_id JOIN series s ON s.id = m.series_id
     WHERE i.outcome = 'postponed' AND i.deleted = 0 AND c.deleted = 0 AND m.deleted = 0 AND m.date < @date
       AND NOT EXISTS (
         SELECT 1 FROM item t JOIN category tc ON tc.id = t.category_id JOIN meeting tm ON tm.id = tc.meeting_id
         WHERE t.carried_from = i.id AND t.deleted = 0 AND tc.deleted = 0 AND tm.deleted = 0)
     ORDER BY m.date, m.start, c.position, c.id, i.position, i.id`,
  ).all({ date }) as (Required<ProposedItem> & { seriesTitle: string })[];
  return rows
    .filter((row) => seriesName(row.seriesTitle) === seriesName(seriesTitle))
    .map(({ carriedFrom, title, minutes }) => ({ title, minutes, carriedFrom }));
}

function listAttachments(db: ReadableDB, itemId: string): NewItem["attachments"] {
  return statement(
    db,
    `SELECT title, file_name AS fileName, media_type AS mediaType, bytes, sha256 FROM attachment
     WHERE item_id = ? AND deleted = 0 ORDER BY position, id`,
  ).all(itemId) as Omit<AttachmentView, "id" | "trouble">[];
}

function carry(db: ReadableDB, item: NewItem): NewItem {
  if (item.carriedFrom === undefined) return item;
  const row = statement(db, "SELECT closed, agenda_text AS agendaText FROM item WHERE id = ?").get(item.carriedFrom) as
    | { closed: number; agendaText: string }
    | undefined;
  if (row === undefined) throw notFound("item", item.carriedFrom);
  return {
    ...item,
    closed: row.closed === 1,
    agendaText: JSON.parse(row.agendaText) as RichText,
    recommendations: listRecommendations(db, item.carriedFrom).map(({ text }) => text),
    attachments: listAttachments(db, item.carriedFrom),
  };
}

/** The meeting with what the punkter carried over bring along: agenda text, indstilling, bilag, and that they are closed. */
export function withCarried(db: ReadableDB, meeting: NewMeeting): NewMeeting {
  const categories = meeting.categories.map(({ name, items }) => ({ name, items: items.map((item) => carry(db, item)) }));
  return { ...meeting, categories };
}
