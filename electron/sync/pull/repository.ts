import type { ReadableDB } from "../../store/store.ts";
import type { BlobRef } from "../snapshot.ts";

/** The beginnings of the hashes of snapshots that need not be read again: taken in, refused, or laid by this installation. */
export function listKnownHashes(db: ReadableDB, chars: number): Set<string> {
  const sql = `SELECT substr(sha256, 1, @chars) FROM received WHERE outcome <> 'newer'
    UNION SELECT substr(snapshot_sha256, 1, @chars) FROM published`;
  return new Set(db.prepare(sql).pluck().all({ chars }) as string[]);
}

/** The contents that the parts of received meetings name, deleted parts left out. */
export function listReceivedBlobs(db: ReadableDB): BlobRef[] {
  const sql = `SELECT DISTINCT a.sha256, a.bytes FROM attachment a JOIN item i ON i.id = a.item_id JOIN category c ON c.id = i.category_id
    WHERE a.deleted = 0 AND c.meeting_id IN (SELECT meeting_id FROM received WHERE outcome = 'merged')`;
  return db.prepare(sql).all() as BlobRef[];
}

/** The title of a meeting, deleted or not, or null for one that is not known here. */
export function findTitle(db: ReadableDB, meetingId: string): string | null {
  return (db.prepare("SELECT title FROM meeting WHERE id = ?").pluck().get(meetingId) as string | undefined) ?? null;
}
