import type { AttachmentTrouble } from "../../shared/domain/attachment-trouble.ts";
import type { ReadableDB, WritableDB } from "../store/store.ts";
import type { PageSize } from "./probe.ts";

/** A content that was looked into; `printSha256` names the bytes to print in its place, or null to print its own. */
export type Content = { sha256: string; trouble: AttachmentTrouble | null; pages: PageSize[]; printSha256: string | null };

type ContentRow = Omit<Content, "pages"> & { pages: string };

/** Null when nobody has looked into it. */
export function findContent(db: ReadableDB, sha256: string): Content | null {
  const row = db.prepare("SELECT sha256, trouble, pages, print_sha256 AS printSha256 FROM content WHERE sha256 = ?").get(sha256);
  if (row === undefined) return null;
  const { pages, ...content } = row as ContentRow;
  return { ...content, pages: JSON.parse(pages) as PageSize[] };
}

/** Remembers what was found; what was remembered of the same content before is replaced. */
export function putContent(db: WritableDB, content: Content): void {
  db.prepare(
    `INSERT INTO content (sha256, trouble, pages, print_sha256) VALUES (@sha256, @trouble, @pages, @printSha256)
     ON CONFLICT (sha256) DO UPDATE SET trouble = excluded.trouble, pages = excluded.pages, print_sha256 = excluded.print_sha256`,
  ).run({ ...content, pages: JSON.stringify(content.pages) });
}
