import { statement } from "../store/statement.ts";
import type { ReadableDB } from "../store/store.ts";

/** A stretch of time spent on a punkt; `seconds` is null while it runs. */
export type Span = { id: string; itemId: string; startedAt: string; seconds: number | null };

/** The spans of one punkt that count. */
export function listSpans(db: ReadableDB, itemId: string): Span[] {
  const sql = "SELECT id, item_id AS itemId, started_at AS startedAt, seconds FROM item_span WHERE item_id = ? AND deleted = 0";
  return statement(db, sql).all(itemId) as Span[];
}

/** What runs in a meeting, on deleted punkter too. */
export function listRunning(db: ReadableDB, meetingId: string): Span[] {
  const sql = `SELECT s.id, s.item_id AS itemId, s.started_at AS startedAt, s.seconds
    FROM item_span s JOIN item i ON i.id = s.item_id JOIN category c ON c.id = i.category_id
    WHERE c.meeting_id = ? AND s.deleted = 0 AND s.seconds IS NULL`;
  return statement(db, sql).all(meetingId) as Span[];
}

const meetingsLookedAt = 10;

/**
 * Whole minutes that a punkt of each title took on average at the latest of these meetings, given latest first; less than a minute is
 * no measure. Without what runs.
 */
export function listUsualMinutes(db: ReadableDB, meetingIds: readonly string[]): Map<string, number> {
  const sql = `SELECT i.title, sum(s.seconds) AS seconds
    FROM json_each(?) m JOIN category c ON c.meeting_id = m.value JOIN item i ON i.category_id = c.id JOIN item_span s ON s.item_id = i.id
    WHERE i.deleted = 0 AND s.deleted = 0 GROUP BY i.id HAVING sum(s.seconds) >= 60`;
  const rows = statement(db, sql).all(JSON.stringify(meetingIds.slice(0, meetingsLookedAt))) as { title: string; seconds: number }[];
  const times = Map.groupBy(rows, ({ title }) => title);
  return new Map(
    [...times].map(([title, all]) => [title, Math.round(all.reduce((sum, { seconds }) => sum + seconds, 0) / all.length / 60)]),
  );
}

export type Spent = { spentSeconds: number; runningSince: string | null };

/** The time spent on each punkt of a meeting that has had any. */
export function listSpent(db: ReadableDB, meetingId: string): Map<string, Spent> {
  const sql = `SELECT s.item_id AS itemId, coalesce(sum(s.seconds), 0) AS spentSeconds,
      min(CASE WHEN s.seconds IS NULL THEN s.started_at END) AS runningSince
    FROM item_span s JOIN item i ON i.id = s.item_id JOIN category c ON c.id = i.category_id
    WHERE c.meeting_id = ? AND s.deleted = 0 GROUP BY s.item_id`;
  const rows = statement(db, sql).all(meetingId) as (Spent & { itemId: string })[];
  return new Map(rows.map(({ itemId, ...spent }) => [itemId, spent]));
}
