import { basename } from "node:path";
import type { AttachmentView } from "../../shared/domain/meeting.ts";
import { safeFileName } from "../../shared/domain/meeting-name.ts";
import { keepBlob } from "./blobs.ts";
import { readChosenFile } from "./read-file.ts";
import { sniffAttachment } from "./sniff.ts";

/** A file on its way in: its bytes as the window gave them, or the path that a person chose in the dialog. */
export type IncomingFile = { name: string; bytes: Uint8Array } | { path: string };

/** A file whose bytes are kept in the data folder. */
export type KeptFile = Pick<AttachmentView, "fileName" | "mediaType" | "sha256" | "bytes">;

const nameLimit = 120;

/** The name a bilag is shown by, before its bytes are looked at. */
export function shownName(file: IncomingFile): string {
  return safeFileName(basename("path" in file ? file.path : file.name), nameLimit);
}

/**
 * Keeps a file by its content; what it is, is read from its bytes. On disk when it resolves. Not for the main thread: it reads and looks
 * into as much as 50 MB. Throws AppFailure `file-unreadable`, `too-large`, `attachment-refused`, `disk-full` or `data-folder-unwritable`.
 */
export async function keepFile(dataDir: string, file: IncomingFile): Promise<KeptFile> {
  const fileName = shownName(file);
  const bytes = "path" in file ? readChosenFile(file.path).bytes : file.bytes;
  const mediaType = sniffAttachment(fileName, bytes);
  return { fileName, mediaType, ...(await keepBlob(dataDir, bytes)) };
}
