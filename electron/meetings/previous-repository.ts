import type { PreviousMeeting } from "../../shared/domain/meeting.ts";
import { statement } from "../store/statement.ts";
import type { ReadableDB } from "../store/store.ts";

type When = { id: string; seriesTitle: string; date: string; start: string };

/** A series goes on under a new title each council term: "Rådmandsmøder 2022-2025" and "2026-2029" are one. */
export function seriesName(title: string): string {
  return title.replace(/\s*\d{4}\s*[-–]\s*\d{4}\s*$/, "").trim();
}

/** The meetings of the same series before this one that have begun, the latest first. */
export function listEarlierMeetings(db: ReadableDB, { id, seriesTitle, date, start }: When): PreviousMeeting[] {
  const rows = statement(
    db,
    `SELECT m.id, m.title, m.date, m.state, m.approved_at AS approvedAt, s.title AS seriesTitle
     FROM meeting m JOIN series s ON s.id = m.series_id
     WHERE m.deleted = 0 AND m.state <> 'planned' AND m.id <> @id AND m.date <= @date AND (m.date < @date OR m.start < @start)
     ORDER BY m.date DESC, m.start DESC, m.id`,
  ).all({ id, date, start }) as (PreviousMeeting & { seriesTitle: string })[];
  const name = seriesName(seriesTitle);
  return rows.filter((row) => seriesName(row.seriesTitle) === name).map(({ seriesTitle: _, ...meeting }) => meeting);
}
