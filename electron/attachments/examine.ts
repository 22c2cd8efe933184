import { existsSync } from "node:fs";
import type { AttachmentView } from "../../shared/domain/meeting.ts";
import type { AppContext } from "../context.ts";
import { blobPath } from "./blobs.ts";
import { type Content, findContent, putContent } from "./content-repository.ts";

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
  const content: Content = { sha256, ...(await prober.probe(store.dataDir, { sha256, mediaType })) };
  if (content.trouble !== "missing") store.write((db) => putContent(db, content));
  return content;
}

/** The bytes to print may have been left out of a backup: they are made again. */
function isThere(dataDir: string, { sha256, printSha256 }: Content): boolean {
  return existsSync(blobPath(dataDir, printSha256 ?? sha256));
}
