import type { DecisionListing } from "../../shared/domain/decision-listing.ts";
import { isBlank, plainText, type RichText } from "../../shared/domain/rich-text.ts";
import type { ReadableDB } from "../store/store.ts";

const most = 40;

type Row = Omit<DecisionListing, "quote" | "closed"> & { closed: number; decision: string };

/** The decisions of held meetings whose title or text has every word, those with all of them in the title first, then the latest. */
export function findDecisions(db: ReadableDB, text: string, exceptMeetingId: string | null): DecisionListing[] {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const found = candidates(db, words, exceptMeetingId).flatMap((row) => listing(row, words));
  return found
    .toSorted((one, other) => Number(other.inTitle) - Number(one.inTitle))
    .slice(0, most)
    .map(({ inTitle: _, ...decision }) => decision);
}

/** SQLite knows capitals of ASCII only, so any other letter stands for all of them; the rest is told apart afterwards. */
function candidates(db: ReadableDB, words: readonly string[], exceptMeetingId: string | null): Row[] {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&").replace(/[^\x20-\x7e]/g, "_")}%`);
  const fits = patterns.map(() => "(i.title LIKE ? ESCAPE '\\' OR i.decision LIKE ? ESCAPE '\\')").join(" AND ");
  const sql = `SELECT m.id AS meetingId, m.date AS meetingDate, i.id AS itemId, i.number AS itemNumber, i.title AS itemTitle, i.closed, i.decision
    FROM item i JOIN category c ON c.id = i.category_id JOIN meeting m ON m.id = c.meeting_id
    WHERE m.state IN ('draft', 'approved') AND m.deleted = 0 AND c.deleted = 0 AND i.deleted = 0 AND m.id IS NOT ? AND ${fits}
    ORDER BY m.date DESC, m.start DESC, i.number`;
  return db.prepare(sql).all(exceptMeetingId, ...patterns.flatMap((pattern) => [pattern, pattern])) as Row[];
}

function listing({ decision, closed, ...row }: Row, words: readonly string[]): (DecisionListing & { inTitle: boolean })[] {
  const text = JSON.parse(decision) as RichText;
  if (isBlank(text)) return [];
  const title = plain(row.itemTitle);
  const lines = plainText(text)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const whole = plain(lines.join("\n"));
  if (!words.every((word) => title.includes(word) || whole.includes(word))) return [];
  const hits = (line: string): number => words.filter((word) => plain(line).includes(word)).length;
  const quote = lines.reduce((best, line) => (hits(line) > hits(best) ? line : best), lines[0] ?? "");
  return [{ ...row, closed: closed === 1, quote, inTitle: words.every((word) => title.includes(word)) }];
}

function plain(text: string): string {
  return text.normalize("NFC").toLocaleLowerCase("da");
}
