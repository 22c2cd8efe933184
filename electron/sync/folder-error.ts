import { type AppError, AppFailure } from "../../shared/errors.ts";

const unreachable = new Set([
  "ENOENT",
  "ENOTDIR",
  "ENODEV",
  "ENXIO",
  "ENOTCONN",
  "ESTALE",
  "ETIMEDOUT",
  "ENETDOWN",
  "ENETUNREACH",
  "EHOSTDOWN",
  "EHOSTUNREACH",
  "ECONNRESET",
  "ECONNABORTED",
  "ECANCELED",
]);
const readOnly = new Set(["EROFS", "EACCES", "EPERM"]);
const full = new Set(["ENOSPC", "EDQUOT"]);

/** The system's code of a failed call ("EBUSY"), or null for any other error. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** An error with a system's code, for a call that we ended ourselves. */
export function callFailure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** What a failure while working in the shared folder means to a referent. */
export function folderError(error: unknown): AppError {
  if (error instanceof AppFailure) return error.appError;
  const code = codeOf(error) ?? "UKENDT";
  if (unreachable.has(code)) return { kind: "folder-absent" };
  if (readOnly.has(code)) return { kind: "folder-read-only", code };
  if (full.has(code)) return { kind: "disk-full", where: "folder" };
  return { kind: "folder-failed", code };
}
