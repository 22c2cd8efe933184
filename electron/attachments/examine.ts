import { existsSync } from "node:fs";
import type { AttachmentView } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { AppContext } from "../context.ts";
import { blobPath, readBlob, writeBlob } from "./blobs.ts";
import { type Content, findContent, putContent } from "./content-repository.ts";
import type { Probe } from "./probe.ts";

type Parts = Pick<AppContext, "store" | "prober">;
type Kept = Pick<AttachmentView, "sha256" | "mediaType">;

/**
 * Looks into the contents that nobody has looked into yet, and remembers what was found. Never throws for a content: bytes that
 * are gone or changed are trouble too, told but not remembered, since a sync may bring them back.
 */
export async function examineContents(parts: Parts, attachments: readonly Kept[]): Promise<Map<string, Content>> {
  const found = new Map<string, Content>();
  for (const attachment of attachments) {
    if (!found.has(attachment.sha256)) found.set(attachment.sha256, await examine(parts, attachment));
  }
  return found;
}

async function examine({ store, prober }: Parts, { sha256, mediaType }: Kept): Promise<Content> {
  const known = store.read((db) => findContent(db, sha256));
  if (known !== null && isThere(store.dataDir, known)) return known;
  const bytes = findBytes(store.dataDir, sha256);
  if (bytes === null) return { sha256, trouble: "missing", pages: [], printSha256: null };
  const { print, ...probe }: Probe = await prober.probe(bytes, mediaType);
  const content: Content = { sha256, ...probe, printSha256: print === null ? null : writeBlob(store.dataDir, print).sha256 };
  store.write((db) => putContent(db, content));
  return content;
}

/** The bytes to print may have been left out of a backup: they are made again. */
function isThere(dataDir: string, { sha256, printSha256 }: Content): boolean {
  return existsSync(blobPath(dataDir, printSha256 ?? sha256));
}

function findBytes(dataDir: string, sha256: string): Uint8Array | null {
  try {
    return readBlob(dataDir, sha256);
  } catch (error) {
    if (error instanceof AppFailure) return null;
    throw error;
  }
}
