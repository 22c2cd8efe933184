import type { DecisionListing, DecisionSearch } from "../../shared/domain/decision-listing.ts";
import { matterShare, matterWords } from "../../shared/domain/matter.ts";
import { isBlank, plainText, type RichText } from "../../shared/domain/rich-text.ts";
import type { ReadableDB } from "../store/store.ts";

const most = 40;
/** So much of a matter a title must have, or a decision, to be on the same one. */
const sameMatter = { title: 0.4, decision: 0.6 };
/** With so much of it in the title it is the matter itself, and the latest comes first. */
const theMatter = 0.7;
/** So many letters of a word are looked for first: its ending may be another. */
const stem = 5;

type Row = Omit<DecisionListing, "quote" | "lines" | "closed"> & { closed: number; decision: string; agendaText: string; points: string };
type Ranked = DecisionListing & { rank: number };

/**
 * The decisions of held meetings that have every word somewhere in their punkt (`words`), or that are on the same matter as a title
 * (`matter`), those of the matter itself first, then the latest.
 */
export function findDecisions(db: ReadableDB, { text, by = "words", exceptMeetingId }: DecisionSearch): DecisionListing[] {
  const words = by === "matter" ? matterWords(text) : plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = by === "matter" ? onMatter(db, words, exceptMeetingId ?? null) : withWords(db, words, exceptMeetingId ?? null);
  return found
    .toSorted((one, other) => other.rank - one.rank)
    .slice(0, most)
    .map(({ rank: _, ...decision }) => decision);
}

function withWords(db: ReadableDB, words: readonly string[], exceptMeetingId: string | null): Ranked[] {
  return candidates(db, words, "AND", exceptMeetingId).flatMap((row) => {
    const lines = linesIn(row.decision);
    const title = plain(row.itemTitle);
    const whole = plain([...lines, ...linesIn(row.agendaText), row.points].join("\n"));
    if (!words.every((word) => title.includes(word) || whole.includes(word))) return [];
    const hits = (line: string): number => words.filter((word) => plain(line).includes(word)).length;
    return listing(row, lines, hits, words.every((word) => title.includes(word)) ? 1 : 0);
  });
}

function onMatter(db: ReadableDB, words: readonly string[], exceptMeetingId: string | null): Ranked[] {
  const stems = words.map((word) => word.slice(0, stem));
  return candidates(db, stems, "OR", exceptMeetingId).flatMap((row) => {
    const lines = linesIn(row.decision);
    const inTitle = matterShare(words, row.itemTitle);
    if (inTitle < sameMatter.title && matterShare(words, lines.join("\n")) < sameMatter.decision) return [];
    return listing(row, lines, (line) => matterShare(words, line), inTitle >= theMatter ? 1 : 0);
  });
}

/** SQLite knows capitals of ASCII only, so any other letter stands for all of them; the rest is told apart afterwards. */
function candidates(db: ReadableDB, words: readonly string[], joint: "AND" | "OR", exceptMeetingId: string | null): Row[] {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&").replace(/[^\x20-\x7e]/g, "_")}%`);
  const fits = patterns.map(() => "(title || char(10) || decision || char(10) || agendaText || char(10) || points) LIKE ? ESCAPE '\\'");
  const sql = `SELECT meetingId, meetingDate, itemId, itemNumber, title AS itemTitle, closed, decision, agendaText, points FROM (
      SELECT m.id AS meetingId, m.date AS meetingDate, m.start, i.id AS itemId, i.number AS itemNumber, i.title, i.closed, i.decision,
        i.agenda_text AS agendaText,
        coalesce((SELECT group_concat(r.text, char(10)) FROM recommendation r WHERE r.item_id = i.id AND r.deleted = 0), '') AS points
      FROM item i JOIN category c ON c.id = i.category_id JOIN meeting m ON m.id = c.meeting_id
      WHERE m.state IN ('draft', 'approved') AND m.deleted = 0 AND c.deleted = 0 AND i.deleted = 0 AND m.id IS NOT ?)
    WHERE ${fits.join(` ${joint} `)}
    ORDER BY meetingDate DESC, start DESC, itemNumber`;
  return db.prepare(sql).all(exceptMeetingId, ...patterns) as Row[];
}

/** What was decided, with the line that fits best; nothing where nothing was. */
function listing(row: Row, lines: readonly string[], hits: (line: string) => number, rank: number): Ranked[] {
  const [first] = lines;
  if (first === undefined) return [];
  const { decision: _decision, agendaText: _agendaText, points: _points, closed, ...rest } = row;
  const quote = lines.reduce((best, line) => (hits(line) > hits(best) ? line : best), first);
  return [{ ...rest, closed: closed === 1, quote, lines: [...lines], rank }];
}

function linesIn(stored: string): string[] {
  const text = JSON.parse(stored) as RichText;
  if (isBlank(text)) return [];
  return plainText(text)
    .split("\n")
    .filter((line) => line.trim() !== "");
}

function plain(text: string): string {
  return text.normalize("NFC").toLocaleLowerCase("da");
}
