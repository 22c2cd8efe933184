import { basename } from "node:path";
import { limits } from "../../shared/domain/limits.ts";
import { safeFileName } from "../../shared/domain/meeting-name.ts";
import { type AppError, AppFailure } from "../../shared/errors.ts";
import { getItem } from "../meetings/get-part.ts";
import { assertUnlocked, noteEdit } from "../meetings/note-edit.ts";
import type { ReadableDB, Store } from "../store/store.ts";
import { writeBlob } from "./blobs.ts";
import { insertAttachment, measureAttachments } from "./repository.ts";
import { sniffAttachment } from "./sniff.ts";

const meetingBytes = 200 * 1024 * 1024;
const nameLimit = 120;

function assertRoom(db: ReadableDB, meetingId: string, itemId: string, name: string, bytes: number): void {
  const measured = measureAttachments(db, meetingId, itemId);
  const total = measured.meetingBytes + bytes;
  if (total > meetingBytes)
    throw new AppFailure({ kind: "too-large", what: "Mødets bilag tilsammen", limitBytes: meetingBytes, actualBytes: total });
  if (measured.itemCount >= limits.attachmentsPerItem)
    throw new AppFailure({
      kind: "attachment-refused",
      name,
      reason: `punktet har ${limits.attachmentsPerItem} bilag, og flere kan det ikke have`,
    });
}

/** Adds one file to a punkt: what it is, is read from its bytes; the bytes are on disk before the row that names them. */
export function addAttachment(store: Store, itemId: string, file: { name: string; bytes: Uint8Array }): void {
  const fileName = safeFileName(basename(file.name), nameLimit);
  const mediaType = sniffAttachment(fileName, file.bytes);
  store.read((db) => {
    const { meetingId } = getItem(db, itemId);
    assertUnlocked(db, meetingId);
    assertRoom(db, meetingId, itemId, fileName, file.bytes.byteLength);
  });
  const blob = writeBlob(store.dataDir, file.bytes);
  store.write((db, edit) => {
    const { meetingId } = getItem(db, itemId);
    assertRoom(db, meetingId, itemId, fileName, blob.bytes);
    insertAttachment(db, edit, itemId, { title: fileName.replace(/\.[a-z]{3,4}$/i, ""), fileName, mediaType, ...blob });
    noteEdit(db, edit, meetingId);
  });
}

/** Adds each file by itself; the failures that concern one file are given back, any other ends the whole. */
export function addEach<T>(files: readonly T[], add: (file: T) => void): AppError[] {
  const refused: AppError[] = [];
  for (const file of files) {
    try {
      add(file);
    } catch (error) {
      if (!(error instanceof AppFailure) || !fileKinds.has(error.appError.kind)) throw error;
      refused.push(error.appError);
    }
  }
  return refused;
}

const fileKinds = new Set<AppError["kind"]>(["attachment-refused", "too-large", "file-unreadable"]);
