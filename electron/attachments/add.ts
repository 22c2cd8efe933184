import { stat } from "node:fs/promises";
import { limits } from "../../shared/domain/limits.ts";
import { type AppError, AppFailure } from "../../shared/errors.ts";
import type { AppContext } from "../context.ts";
import { getItem } from "../meetings/get-part.ts";
import { assertUnlocked, noteEdit } from "../meetings/note-edit.ts";
import type { ReadableDB } from "../store/store.ts";
import { type IncomingFile, shownName } from "./keep-file.ts";
import { insertAttachment, measureAttachments } from "./repository.ts";

/** Throws AppFailure `too-large` or `attachment-refused` when the meeting or the punkt takes no more. */
export function assertRoom(db: ReadableDB, meetingId: string, itemId: string, name: string, bytes: number): void {
  const measured = measureAttachments(db, meetingId, itemId);
  const total = measured.meetingBytes + bytes;
  if (total > limits.meetingAttachmentBytes)
    throw new AppFailure({
      kind: "too-large",
      what: "Mødets bilag tilsammen",
      limitBytes: limits.meetingAttachmentBytes,
      actualBytes: total,
    });
  if (measured.itemCount >= limits.attachmentsPerItem)
    throw new AppFailure({
      kind: "attachment-refused",
      name,
      reason: `punktet har ${limits.attachmentsPerItem} bilag, og flere kan det ikke have`,
    });
}

/** Adds one file to a punkt; its bytes are read, hashed and written apart from this thread, and on disk before the row that names them. */
export async function addAttachment(
  { store, prober }: Pick<AppContext, "store" | "prober">,
  itemId: string,
  file: IncomingFile,
): Promise<void> {
  const name = shownName(file);
  const size = await sizeOf(file);
  store.read((db) => {
    const { meetingId } = getItem(db, itemId);
    assertUnlocked(db, meetingId);
    assertRoom(db, meetingId, itemId, name, size);
  });
  const kept = await prober.keep(store.dataDir, file);
  store.write((db, edit) => {
    const { meetingId } = getItem(db, itemId);
    assertRoom(db, meetingId, itemId, kept.fileName, kept.bytes);
    insertAttachment(db, edit, itemId, { title: kept.fileName.replace(/\.[a-z]{3,4}$/i, ""), ...kept });
    noteEdit(db, edit, meetingId);
  });
}

/** 0 for a file that cannot be asked: that is told when it is read. */
async function sizeOf(file: IncomingFile): Promise<number> {
  if ("bytes" in file) return file.bytes.byteLength;
  return stat(file.path).then(
    ({ size }) => size,
    () => 0,
  );
}

/** Adds each file by itself; the failures that concern one file are given back, any other ends the whole. */
export async function addEach<T>(files: readonly T[], add: (file: T) => Promise<void>): Promise<AppError[]> {
  const refused: AppError[] = [];
  for (const file of files) {
    try {
      await add(file);
    } catch (error) {
      if (!(error instanceof AppFailure) || !fileKinds.has(error.appError.kind)) throw error;
      refused.push(error.appError);
    }
  }
  return refused;
}

const fileKinds = new Set<AppError["kind"]>(["attachment-refused", "too-large", "file-unreadable"]);
