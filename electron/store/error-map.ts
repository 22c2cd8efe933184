import { statfsSync } from "node:fs";
import Database from "better-sqlite3";
import { AppFailure } from "../../shared/errors.ts";

/** Below this a disk counts as full: shared memory and temporary space fail with an I/O error before SQLite says FULL. */
const fullBelowBytes = 1024 * 1024;

/** The code of an SQLite or file-system error, or null for any other. */
function codeOf(error: unknown): string | null {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code ?? null;
}

function isIoError(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_IOERR");
}

/** True when the connection may stay useless: a file that could not be opened for writing, be it once, stays read-only to it. */
export function isSpent(error: unknown): boolean {
  return isIoError(error) || (error instanceof Database.SqliteError && /^SQLITE_(READONLY|CANTOPEN)/.test(error.code));
}

/** True when the same may go well the next time: the system failed at a call, or the file could not be opened as it should. */
export function isPassing(error: unknown): boolean {
  return isSpent(error) || codeOf(error) === "EIO";
}

/** True when the database file itself is no longer what SQLite wrote. */
export function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(error.code);
}

/** True when the write failed for want of room, which SQLite does not always call FULL. */
export function isFullDisk(error: unknown, dataDir: string): boolean {
  const code = codeOf(error);
  if (code === "SQLITE_FULL" || code === "ENOSPC" || code === "EDQUOT") return true;
  return isIoError(error) && freeBytes(dataDir) < fullBelowBytes;
}

/** Bytes free to this user where the folder lies; Infinity when the system will not say. */
export function freeBytes(dataDir: string): number {
  try {
    const { bavail, bsize } = statfsSync(dataDir);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** A failed write as an AppFailure; what is no fault of disk or file comes back as it was. */
export function saveFailure(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (isFullDisk(error, dataDir)) return new AppFailure({ kind: "disk-full", where: "data" }, error);
  if (isDamage(error)) return new AppFailure({ kind: "database-unusable", reason: error.code }, error);
  return /^SQLITE_(IOERR|READONLY|CANTOPEN|BUSY|LOCKED|PERM|NOMEM)/.test(error.code)
    ? new AppFailure({ kind: "save-failed", code: error.code }, error)
    : error;
}

/** Why the database could not be opened, as an AppFailure; what is no fault of disk or file comes back as it was. */
export function openFailure(error: unknown, dataDir: string): unknown {
  if (error instanceof AppFailure) return error;
  const code = codeOf(error);
  if (code === null) return error;
  if (isFullDisk(error, dataDir)) return new AppFailure({ kind: "disk-full", where: "data" }, error);
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR|ENOENT|ELOOP)/.test(code))
    return new AppFailure({ kind: "data-folder-unwritable", code }, error);
  return new AppFailure({ kind: "database-unusable", reason: code }, error);
}

/** A failed write of a file in the data folder as an AppFailure; what is no file-system error comes back as it was. */
export function fileFailure(error: unknown): unknown {
  const code = codeOf(error);
  if (code === null || error instanceof AppFailure) return error;
  if (code === "ENOSPC" || code === "EDQUOT") return new AppFailure({ kind: "disk-full", where: "data" }, error);
  return new AppFailure({ kind: "data-folder-unwritable", code }, error);
}
