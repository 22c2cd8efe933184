import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AttachmentView, wordType } from "../../shared/domain/meeting.ts";
import { safeFileName } from "../../shared/domain/meeting-name.ts";
import { AppFailure } from "../../shared/errors.ts";
import { fileFailure } from "../store/error-map.ts";
import { readBlob } from "./blobs.ts";
import { hasMacros } from "./macros.ts";

const extensions: Record<AttachmentView["mediaType"], string> = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/msword": "doc",
};

/** The name with the extension its content has, however it came to be called. Word opens a template under no other than its own. */
function openName(fileName: string, mediaType: AttachmentView["mediaType"]): string {
  const extension = mediaType === wordType && /\.dotx$/i.test(fileName) ? "dotx" : extensions[mediaType];
  return `${safeFileName(fileName.replace(/\.[a-z0-9]{1,5}$/i, ""), 100)}.${extension}`;
}

/**
 * A read-only copy of a bilag for the system's viewer, in a folder of its own below `<data>/open`. Gives its path. Throws AppFailure
 * `macros-not-opened` for a file that could run something there.
 */
export function copyForViewer(dataDir: string, attachment: Pick<AttachmentView, "fileName" | "mediaType" | "sha256">): string {
  const bytes = readBlob(dataDir, attachment.sha256);
  if (hasMacros(bytes)) throw new AppFailure({ kind: "macros-not-opened", name: attachment.fileName });
  const folder = join(dataDir, "open", randomUUID());
  const path = join(folder, openName(attachment.fileName, attachment.mediaType));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, bytes, { mode: 0o400 });
    // Windows then shows it in Protected View, as a file from elsewhere.
    if (process.platform === "win32") writeFileSync(`${path}:Zone.Identifier`, "[ZoneTransfer]\r\nZoneId=3");
  } catch (error) {
    throw fileFailure(error);
  }
  return path;
}

/** Removes the viewer's copies; one that a viewer still holds stays until next time. */
export function emptyOpenFolder(dataDir: string): void {
  try {
    rmSync(join(dataDir, "open"), { recursive: true, force: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== "EBUSY" && code !== "EPERM" && code !== "EACCES" && code !== "ENOTEMPTY") throw error;
  }
}
