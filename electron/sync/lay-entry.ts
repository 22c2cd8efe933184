import type { ReferatForm } from "../../shared/domain/edition.ts";
import type { Clock } from "../context.ts";
import type { Store } from "../store/store.ts";
import type { Folder } from "./folder.ts";
import { callFailure } from "./folder-error.ts";
import { layBlobs } from "./lay-blobs.ts";
import { layPdf, pdfBase } from "./lay-pdf.ts";
import { findEntry, type OutboxEntry } from "./outbox/repository.ts";
import { findLastPdf, insertPublished, type LaidPdf } from "./repository.ts";

type Parts = { store: Store; clock: Clock; folder: Folder; repo: string };

/**
 * Lays one entry of the outbox: attachments, PDFs, and the snapshot last, read back; then it moves to the log. Every step may be
 * done again: what lies there already is left as it is. Source: storage-and-sync.md, protocol steps 4–7.
 */
export async function layEntry(parts: Parts, id: number): Promise<void> {
  const { store, clock, folder, repo } = parts;
  const entry = store.read((db) => findEntry(db, id));
  if (entry === null) return;
  await layBlobs(folder, store, repo, entry.blobs);
  const pdf = await layForm(parts, entry, "collected");
  const short = await layForm(parts, entry, "short");
  await laySnapshot(folder, entry);
  store.write((db) => insertPublished(db, repo, entry, { pdf, short }, clock.now().toISOString()));
}

async function layForm({ store, folder, repo }: Parts, entry: OutboxEntry, form: ReferatForm): Promise<LaidPdf | null> {
  const bytes = form === "short" ? entry.shortPdf : entry.pdf;
  if (bytes === null) return null;
  const pdf = { date: entry.pdfDate, title: entry.pdfTitle, form, bytes };
  const last = store.read((db) => findLastPdf(db, repo, entry.meetingId, pdfBase(pdf)));
  return layPdf(folder, pdf, last);
}

async function laySnapshot(folder: Folder, entry: OutboxEntry): Promise<void> {
  if ((await folder.holds(entry.snapshotPath, entry.snapshot)) === "same") return;
  await folder.place(entry.snapshotPath, entry.snapshot, "mine");
  if ((await folder.holds(entry.snapshotPath, entry.snapshot)) !== "same") throw callFailure("EIO");
}
