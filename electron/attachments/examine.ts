import { existsSync } from "node:fs";
import { type AttachmentView, wordType } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { AppContext } from "../context.ts";
import { blobPath, readBlob } from "./blobs.ts";
import { type Content, findContent, putContent } from "./content-repository.ts";
import type { FileText } from "./docx/file-text.ts";

type Parts = Pick<AppContext, "store" | "prober">;
type Kept = Pick<AttachmentView, "sha256" | "mediaType">;

/** A content with what it is printed from where that is no pages. */
export type PrintContent = Content & { text?: FileText };

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

/** As `examineContents`, with the text of each Word document. */
export async function readContents(parts: Parts, attachments: readonly Kept[]): Promise<Map<string, PrintContent>> {
  const found = await examineContents(parts, attachments);
  const words = new Set(attachments.filter(({ mediaType }) => mediaType === wordType).map(({ sha256 }) => sha256));
  return new Map([...found].map(([sha256, content]) => [sha256, words.has(sha256) ? withText(parts.store.dataDir, content) : content]));
}

/** Without its text where that is gone or changed: its page then says that it is not shown. */
function withText(dataDir: string, content: Content): PrintContent {
  if (content.printSha256 === null) return content;
  try {
    return { ...content, text: JSON.parse(Buffer.from(readBlob(dataDir, content.printSha256)).toString()) as FileText };
  } catch (error) {
    if (error instanceof AppFailure) return content;
    throw error;
  }
}

async function examine({ store, prober }: Parts, { sha256, mediaType }: Kept): Promise<Content> {
  const known = store.read((db) => findContent(db, sha256));
  if (known !== null && isThere(store.dataDir, known) && !isUnread(known, mediaType)) return known;
  const content: Content = { sha256, ...(await prober.probe(store.dataDir, { sha256, mediaType })) };
  if (content.trouble !== "missing") store.write((db) => putContent(db, content));
  return content;
}

/** The bytes to print may have been left out of a backup: they are made again. */
function isThere(dataDir: string, { sha256, printSha256 }: Content): boolean {
  return existsSync(blobPath(dataDir, printSha256 ?? sha256));
}

/** A Word document from before its text was taken. */
function isUnread({ trouble, printSha256 }: Content, mediaType: AttachmentView["mediaType"]): boolean {
  return mediaType === wordType && trouble === null && printSha256 === null;
}
