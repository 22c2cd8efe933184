import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { limits } from "../../shared/domain/limits.ts";
import { safeFileName } from "../../shared/domain/meeting-name.ts";
import { AppFailure } from "../../shared/errors.ts";

/** The bytes of a file a person chose; its size is known before it is read. Throws AppFailure `file-unreadable` or `too-large`. */
export function readChosenFile(path: string): { name: string; bytes: Uint8Array } {
  const name = basename(path);
  const shown = safeFileName(name);
  let file: number | null = null;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const { size } = assertFile(fstatSync(file), shown);
    if (size > limits.attachmentBytes)
      throw new AppFailure({ kind: "too-large", what: shown, limitBytes: limits.attachmentBytes, actualBytes: size });
    return { name, bytes: readFileSync(file) };
  } catch (error) {
    if (error instanceof AppFailure) throw error;
    throw new AppFailure({ kind: "file-unreadable", name: shown, code: (error as NodeJS.ErrnoException).code ?? "EIO" }, error);
  } finally {
    if (file !== null) closeSync(file);
  }
}

function assertFile(stat: { isFile(): boolean; size: number }, name: string): { size: number } {
  if (!stat.isFile()) throw new AppFailure({ kind: "file-unreadable", name, code: "EISDIR" });
  return stat;
}
