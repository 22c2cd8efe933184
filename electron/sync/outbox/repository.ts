import type { ReadableDB, WritableDB } from "../../store/store.ts";
import type { BlobRef, Vector } from "../snapshot.ts";

/** A publication with its exact bytes, waiting for the folder. */
export type OutboxEntry = {
  id: number;
  meetingId: string;
  actor: string;
  seq: number;
  vector: Vector;
  snapshotPath: string;
  snapshotSha256: string;
  snapshot: Uint8Array;
  blobs: BlobRef[];
  /** What the PDF is named after; its edition is chosen when it is laid. */
  pdfDate: string;
  pdfTitle: string;
  /** Null when a newer publication of the same meeting took its place before it was laid. */
  pdf: Uint8Array | null;
  /** The short referat, where the meeting wants it laid too; null as `pdf` is. */
  shortPdf: Uint8Array | null;
};

/** The number the actor's next snapshot of the meeting gets, and the hash of the one before it. */
export function nextSeq(db: ReadableDB, actor: string, meetingId: string): { seq: number; parents: string[] } {
  const last = db.prepare("SELECT seq, sha256 FROM snapshot_seq WHERE actor = ? AND meeting_id = ?").get(actor, meetingId) as
    | { seq: number; sha256: string }
    | undefined;
  return last === undefined ? { seq: 1, parents: [] } : { seq: last.seq + 1, parents: [last.sha256] };
}

/** Reserves the entry's seq and keeps its bytes. Older PDFs of the meeting that still wait are dropped; their snapshots are not. */
export function insertEntry(db: WritableDB, entry: Omit<OutboxEntry, "id">, reservedAt: string): number {
  db.prepare(
    `INSERT INTO snapshot_seq (actor, meeting_id, seq, sha256) VALUES (@actor, @meetingId, @seq, @snapshotSha256)
     ON CONFLICT (actor, meeting_id) DO UPDATE SET seq = excluded.seq, sha256 = excluded.sha256`,
  ).run(entry);
  db.prepare("UPDATE outbox SET pdf = NULL, short_pdf = NULL WHERE meeting_id = ?").run(entry.meetingId);
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO outbox (meeting_id, actor, seq, reserved_at, vector, snapshot_path, snapshot_sha256, snapshot, blobs, pdf_date, pdf_title, pdf,
         short_pdf)
       VALUES (@meetingId, @actor, @seq, @reservedAt, @vector, @snapshotPath, @snapshotSha256, @snapshot, @blobs, @pdfDate, @pdfTitle, @pdf,
         @shortPdf)`,
    )
    .run({ ...entry, reservedAt, vector: JSON.stringify(entry.vector), blobs: JSON.stringify(entry.blobs) });
  return Number(lastInsertRowid);
}

/** What waits, oldest first. */
export function listWaiting(db: ReadableDB): { id: number; meetingId: string }[] {
  return db.prepare("SELECT id, meeting_id AS meetingId FROM outbox ORDER BY id").all() as { id: number; meetingId: string }[];
}

/** The entry, or null when it has been laid meanwhile. */
export function findEntry(db: ReadableDB, id: number): OutboxEntry | null {
  const row = db
    .prepare(
      `SELECT id, meeting_id AS meetingId, actor, seq, vector, snapshot_path AS snapshotPath, snapshot_sha256 AS snapshotSha256, snapshot,
         blobs, pdf_date AS pdfDate, pdf_title AS pdfTitle, pdf, short_pdf AS shortPdf
       FROM outbox WHERE id = ?`,
    )
    .get(id) as (Omit<OutboxEntry, "vector" | "blobs"> & { vector: string; blobs: string }) | undefined;
  if (row === undefined) return null;
  return { ...row, vector: JSON.parse(row.vector) as Vector, blobs: JSON.parse(row.blobs) as BlobRef[] };
}

/** False when it was gone already. */
export function deleteEntry(db: WritableDB, id: number): boolean {
  return db.prepare("DELETE FROM outbox WHERE id = ?").run(id).changes > 0;
}
