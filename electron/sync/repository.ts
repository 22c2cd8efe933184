import { findSetting, putSetting } from "../settings/repository.ts";
import { meetingVector } from "../store/meeting-entities.ts";
import { statement } from "../store/statement.ts";
import type { ReadableDB, WritableDB } from "../store/store.ts";
import { deleteEntry, type OutboxEntry } from "./outbox/repository.ts";
import { covers, type Vector } from "./snapshot.ts";

/** The folder in use: what the person chose, the root below it, and the identity it had then. */
export type ChosenFolder = { path: string; root: string; repo: string };

/** The name and edition under which a PDF lies; `base` is the name of its first edition. */
export type LaidPdf = { base: string; name: string; edition: number; sha256: string };

const folderKey = "sync.folder";

export function findFolder(db: ReadableDB): ChosenFolder | null {
  return findSetting(db, folderKey) as ChosenFolder | null;
}

export function putFolder(db: WritableDB, folder: ChosenFolder | null): void {
  putSetting(db, folderKey, folder);
}

/** The PDFs of one publication: the collected referat, and the short one where it was laid too. */
export type LaidPdfs = { pdf: LaidPdf | null; short: LaidPdf | null };

/** Moves an entry from the outbox to the log of what lies in the folder; once, also when two processes laid it. */
export function insertPublished(db: WritableDB, repo: string, entry: OutboxEntry, { pdf, short }: LaidPdfs, at: string): void {
  if (!deleteEntry(db, entry.id)) return;
  db.prepare(
    `INSERT INTO published (id, repo, meeting_id, actor, seq, published_at, vector, snapshot_sha256, pdf_base, pdf_name, pdf_edition, pdf_sha256)
     VALUES (@id, @repo, @meetingId, @actor, @seq, @at, @vector, @snapshotSha256, @base, @name, @edition, @sha256)`,
  ).run({
    ...(pdf ?? { base: null, name: null, edition: null, sha256: null }),
    id: entry.id,
    repo,
    meetingId: entry.meetingId,
    actor: entry.actor,
    seq: entry.seq,
    at,
    vector: JSON.stringify(entry.vector),
    snapshotSha256: entry.snapshotSha256,
  });
  if (short === null) return;
  db.prepare("INSERT INTO published_short (published_id, base, name, edition, sha256) VALUES (@id, @base, @name, @edition, @sha256)").run({
    id: entry.id,
    ...short,
  });
}

/** When the entry was laid and under which names its PDFs lie, or null while it waits. */
export function findPublished(db: ReadableDB, id: number): { at: string; name: string | null; shortName: string | null } | null {
  const row = db
    .prepare(
      `SELECT p.published_at AS at, p.pdf_name AS name, s.name AS shortName
       FROM published p LEFT JOIN published_short s ON s.published_id = p.id WHERE p.id = ?`,
    )
    .get(id);
  return (row as { at: string; name: string | null; shortName: string | null } | undefined) ?? null;
}

/** The PDF this installation last laid for the meeting under this base name, in either form. */
export function findLastPdf(db: ReadableDB, repo: string, meetingId: string, base: string): LaidPdf | null {
  const row = db
    .prepare(
      `SELECT base, name, edition, sha256 FROM (
         SELECT id, repo, meeting_id, pdf_base AS base, pdf_name AS name, pdf_edition AS edition, pdf_sha256 AS sha256 FROM published
         UNION ALL SELECT p.id, p.repo, p.meeting_id, s.base, s.name, s.edition, s.sha256
         FROM published p JOIN published_short s ON s.published_id = p.id)
       WHERE repo = ? AND meeting_id = ? AND base = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(repo, meetingId, base);
  return (row as LaidPdf | undefined) ?? null;
}

/** When anything was last laid in this folder. */
export function findLastPublishedAt(db: ReadableDB, repo: string): string | null {
  return db.prepare("SELECT max(published_at) FROM published WHERE repo = ?").pluck().get(repo) as string | null;
}

type Lying = { at: string; meeting: string; vector: Vector };

function lyingSql(ofMeeting: string): string {
  return `SELECT published_at AS at, meeting_id AS meeting, vector FROM published WHERE repo = @repo ${ofMeeting}
    UNION ALL SELECT received_at AS at, meeting_id AS meeting, vector FROM received
    WHERE repo = @repo AND outcome = 'merged' ${ofMeeting} ORDER BY at`;
}

/** The snapshots in the folder that are known here, laid or taken in; of one meeting, or of all. */
function listLying(db: ReadableDB, repo: string, meetingId: string | null): Lying[] {
  const sql = lyingSql(meetingId === null ? "" : "AND meeting_id = @meetingId");
  const rows = statement(db, sql).all({ repo, ...(meetingId !== null && { meetingId }) }) as (Omit<Lying, "vector"> & { vector: string })[];
  return rows.map((row) => ({ ...row, vector: JSON.parse(row.vector) as Vector }));
}

/** When all of the meeting as it is now came to lie in the folder in use; null when it does not, or was changed since. */
export function findPublishedAt(db: ReadableDB, meetingId: string): string | null {
  const folder = findFolder(db);
  if (folder === null) return null;
  const lying = listLying(db, folder.repo, meetingId);
  if (lying.length === 0) return null;
  const now = meetingVector(db, meetingId);
  return lying.findLast(({ vector }) => covers(vector, now))?.at ?? null;
}

/** True when someone here wrote in the meeting what lies nowhere in the folder in use; what others wrote is theirs to lay. */
export function hasOwnNews(db: ReadableDB, meetingId: string): boolean {
  const folder = findFolder(db);
  if (folder === null) return false;
  const own = statement(db, "SELECT id FROM actor").pluck().all() as string[];
  const lying = listLying(db, folder.repo, meetingId);
  const now = meetingVector(db, meetingId);
  return own.some((actor) => (now[actor] ?? 0) > Math.max(0, ...lying.map(({ vector }) => vector[actor] ?? 0)));
}

/** What this installation has of each meeting in the folder: meeting → vector. */
export function listLaidVectors(db: ReadableDB, repo: string): Record<string, Vector> {
  const meetings = new Set(listLying(db, repo, null).map(({ meeting }) => meeting));
  return Object.fromEntries([...meetings].map((meeting) => [meeting, meetingVector(db, meeting)]));
}

/** Where this installation saw the attachment's bytes lie in the folder, or null. */
export function findLaidBlob(db: ReadableDB, repo: string, sha256: string): string | null {
  const path = db.prepare("SELECT path FROM laid_blob WHERE repo = ? AND sha256 = ?").pluck().get(repo, sha256);
  return (path as string | undefined) ?? null;
}

export function putLaidBlob(db: WritableDB, repo: string, sha256: string, path: string): void {
  db.prepare("INSERT OR REPLACE INTO laid_blob (repo, sha256, path) VALUES (?, ?, ?)").run(repo, sha256, path);
}
