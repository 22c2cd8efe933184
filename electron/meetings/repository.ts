import { type AttachmentTrouble, troubleTexts } from "../../shared/domain/attachment-trouble.ts";
import type { AttachmentView, CategoryView, ItemOutcome, ItemView, MeetingSummary, MeetingView } from "../../shared/domain/meeting.ts";
import { shownNumbers } from "../../shared/domain/numbering.ts";
import { isBlank, type RichText } from "../../shared/domain/rich-text.ts";
import { AppFailure } from "../../shared/errors.ts";
import { listAttendance } from "../attendance/repository.ts";
import { listSpent, listUsualMinutes } from "../clock/repository.ts";
import { listFollowUps } from "../follow-ups/repository.ts";
import { statement } from "../store/statement.ts";
import type { ReadableDB } from "../store/store.ts";
import { findPublishedAt } from "../sync/repository.ts";
import { isFixedPoint } from "./fixed-points.ts";
import { listEarlierMeetings } from "./previous-repository.ts";

export { createMeeting } from "./create-repository.ts";

type MeetingRow = Omit<MeetingView, "information" | "categories" | "locked" | "laysShort" | "previous" | "followUps" | "attendance"> & {
  information: string;
  locked: number;
  laysShort: number;
};
type ItemRow = {
  id: string;
  categoryId: string;
  title: string;
  minutes: number | null;
  closed: number;
  agendaText: string;
  decision: string;
  publicDecision: string;
  number: number | null;
  outcome: ItemOutcome;
};

function findMeetingRow(db: ReadableDB, meetingId: string): MeetingRow | null {
  const row = statement(
    db,
    `SELECT m.id, m.series_id AS seriesId, s.title AS seriesTitle, m.title, m.date, m.start, m."end", m.place,
         m.minute_taker AS minuteTaker, m.information, m.state, m.approved_at AS approvedAt, m.corrected_at AS correctedAt,
         m.locked, m.lays_short AS laysShort, m.saved_at AS savedAt,
         (SELECT coalesce(max(r.id), 0) FROM received r WHERE r.meeting_id = m.id AND r.outcome = 'merged') AS received
       FROM meeting m JOIN series s ON s.id = m.series_id WHERE m.id = ? AND m.deleted = 0`,
  ).get(meetingId) as MeetingRow | undefined;
  return row ?? null;
}

function listCategories(db: ReadableDB, meetingId: string): { id: string; name: string }[] {
  return statement(db, "SELECT id, name FROM category WHERE meeting_id = ? AND deleted = 0 ORDER BY position, id").all(meetingId) as {
    id: string;
    name: string;
  }[];
}

function listItems(db: ReadableDB, meetingId: string): ItemRow[] {
  return statement(
    db,
    `SELECT i.id, i.category_id AS categoryId, i.title, i.minutes, i.closed, i.agenda_text AS agendaText, i.decision,
         i.public_decision AS publicDecision, i.number, i.outcome
       FROM item i JOIN category c ON c.id = i.category_id
       WHERE c.meeting_id = ? AND c.deleted = 0 AND i.deleted = 0
       ORDER BY c.position, c.id, i.position, i.id`,
  ).all(meetingId) as ItemRow[];
}

const ofMeetingsItems = "item_id IN (SELECT i.id FROM item i JOIN category c ON c.id = i.category_id WHERE c.meeting_id = ?)";

function listRecommendations(db: ReadableDB, meetingId: string): Map<string, { id: string; text: string }[]> {
  const rows = statement(
    db,
    `SELECT id, item_id AS itemId, text FROM recommendation WHERE ${ofMeetingsItems} AND deleted = 0 ORDER BY position, id`,
  ).all(meetingId) as { id: string; itemId: string; text: string }[];
  return grouped(rows.map(({ itemId, ...row }) => [itemId, row]));
}

function listAttachments(db: ReadableDB, meetingId: string): Map<string, AttachmentView[]> {
  const rows = statement(
    db,
    `SELECT id, item_id AS itemId, title, file_name AS fileName, media_type AS mediaType, bytes, sha256,
         (SELECT trouble FROM content WHERE content.sha256 = attachment.sha256) AS trouble
       FROM attachment WHERE ${ofMeetingsItems} AND deleted = 0 ORDER BY position, id`,
  ).all(meetingId) as (Omit<AttachmentView, "trouble"> & { itemId: string; trouble: AttachmentTrouble | null })[];
  return grouped(rows.map(({ itemId, trouble, ...row }) => [itemId, { ...row, trouble: trouble === null ? null : troubleTexts[trouble] }]));
}

function grouped<T>(pairs: [string, T][]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

type ReadText = (json: string) => RichText;
const parseText: ReadText = (json) => JSON.parse(json) as RichText;

function listCategoryViews(db: ReadableDB, meetingId: string, usual: ReadonlyMap<string, number>, readText: ReadText): CategoryView[] {
  const items = listItems(db, meetingId);
  const numbers = shownNumbers(items);
  const recommendations = listRecommendations(db, meetingId);
  const attachments = listAttachments(db, meetingId);
  const spent = listSpent(db, meetingId);
  const views = grouped(
    items.map((row, index): [string, ItemView] => [
      row.categoryId,
      {
        id: row.id,
        number: numbers[index] ?? index + 1,
        title: row.title,
        minutes: row.minutes,
        closed: row.closed === 1,
        agendaText: readText(row.agendaText),
        recommendations: recommendations.get(row.id) ?? [],
        decision: readText(row.decision),
        publicDecision: readText(row.publicDecision),
        attachments: attachments.get(row.id) ?? [],
        outcome: row.outcome,
        ...(spent.get(row.id) ?? { spentSeconds: 0, runningSince: null }),
        usualMinutes: row.minutes === null ? (usual.get(row.title) ?? null) : null,
      },
    ]),
  );
  return listCategories(db, meetingId).map((category) => ({ ...category, items: views.get(category.id) ?? [] }));
}

/** A whole meeting without its deleted parts. Throws AppFailure `not-found`, also when the meeting is deleted. */
export function getMeeting(db: ReadableDB, meetingId: string, readText = parseText): MeetingView {
  const row = findMeetingRow(db, meetingId);
  if (row === null) throw new AppFailure({ kind: "not-found", what: "meeting", id: meetingId });
  const { savedAt, received, information, ...meeting } = row;
  const earlier = listEarlierMeetings(db, row);
  const usual = listUsualMinutes(
    db,
    earlier.map(({ id }) => id),
  );
  return {
    ...meeting,
    information: JSON.parse(information) as string[],
    locked: row.locked === 1,
    laysShort: row.laysShort === 1,
    previous: earlier[0] ?? null,
    categories: listCategoryViews(db, meetingId, usual, readText),
    followUps: listFollowUps(db, meetingId),
    attendance: listAttendance(db, meetingId),
    savedAt,
    received,
  };
}

type SummaryRow = Omit<MeetingSummary, "cases" | "itemCount" | "decidedCount" | "publishedAt" | "locked"> & { locked: number };
type CaseRow = { meetingId: string; title: string; closed: number; decision: string };

const shownCases = 4;

/** Every meeting that is not deleted, the latest first. */
export function listMeetings(db: ReadableDB): MeetingSummary[] {
  const rows = db
    .prepare(
      `SELECT m.id, m.series_id AS seriesId, s.title AS seriesTitle, m.title, m.date, m.start, m."end", m.minute_taker AS minuteTaker, m.state,
         m.approved_at AS approvedAt, m.corrected_at AS correctedAt, m.locked
       FROM meeting m JOIN series s ON s.id = m.series_id WHERE m.deleted = 0 ORDER BY m.date DESC, m.start DESC, m.id`,
    )
    .all() as SummaryRow[];
  const cases = grouped(listCases(db).map((row) => [row.meetingId, row]));
  return rows.map((row) => {
    const items = cases.get(row.id) ?? [];
    return {
      ...row,
      locked: row.locked === 1,
      cases: items
        .filter((item) => item.closed === 0 && !isFixedPoint(item.title))
        .slice(0, shownCases)
        .map((item) => item.title),
      itemCount: items.length,
      decidedCount: items.filter((item) => isDecided(item.decision)).length,
      publishedAt: findPublishedAt(db, row.id),
    };
  });
}

/** A first run that begins with more than white space or a full stop; cheaper than reading every decision there is. */
const plainlyWritten = /"text":"[^\s."\\]/;

function isDecided(decision: string): boolean {
  return plainlyWritten.test(decision) || !isBlank(JSON.parse(decision) as RichText);
}

function listCases(db: ReadableDB): CaseRow[] {
  return db
    .prepare(
      `SELECT c.meeting_id AS meetingId, i.title, i.closed, i.decision
       FROM item i JOIN category c ON c.id = i.category_id JOIN meeting m ON m.id = c.meeting_id
       WHERE i.deleted = 0 AND c.deleted = 0 AND m.deleted = 0 ORDER BY c.meeting_id, c.position, c.id, i.position, i.id`,
    )
    .all() as CaseRow[];
}
