/**
 * Every failure a person can meet, as one discriminated union. An AppError crosses a process boundary as plain data; inside
 * one process it is thrown as {@link AppFailure}. Danish words for each kind are in `error-text.ts`.
 */
export type AppError =
  | { kind: "invalid-input"; field: string; reason: string }
  | {
      kind: "not-found";
      what: "meeting" | "item" | "category" | "attachment" | "series" | "file" | "revision" | "follow-up" | "person" | "phrase";
      id: string;
    }
  | { kind: "meeting-locked"; title: string }
  | { kind: "nothing-to-approve" }
  | { kind: "no-previous-referat"; lacks: "meeting" | "item" }
  | { kind: "too-large"; what: string; limitBytes: number; actualBytes: number }
  | { kind: "import-invalid"; field: string; reason: string }
  | { kind: "data-folder-unwritable"; code: string }
  | { kind: "data-folder-remote"; reason: string }
  | { kind: "database-too-new"; found: number; known: number }
  | { kind: "database-unusable"; reason: string }
  | { kind: "save-failed"; code: string }
  | { kind: "disk-full"; where: "data" | "folder" | "export" }
  | { kind: "file-unreadable"; name: string; code: string }
  | { kind: "file-unwritable"; name: string; code: string }
  | { kind: "folder-not-set" }
  | { kind: "folder-absent" }
  | { kind: "folder-read-only"; code: string }
  | { kind: "folder-changed"; expected: string; found: string | null }
  | { kind: "folder-failed"; code: string }
  | { kind: "two-versions"; place: string }
  | { kind: "snapshot-newer"; title: string }
  | { kind: "snapshot-contradicts"; title: string }
  | { kind: "snapshot-unreadable"; name: string }
  | { kind: "attachment-refused"; name: string; reason: string }
  | { kind: "macros-not-opened"; name: string }
  | { kind: "typeset-failed"; detail: string }
  | { kind: "referat-differs"; place: string }
  | { kind: "referat-leaks"; what: "closed" | "cpr" | "contact"; place: string }
  | { kind: "spelling-failed"; detail: string }
  | { kind: "untrusted-sender" }
  | { kind: "internal"; logId: string };

export type AppErrorKind = AppError["kind"];

/** An expected failure, thrown within a process. `appError` is what crosses to another process; the message is its kind only. */
export class AppFailure extends Error {
  readonly appError: AppError;

  constructor(appError: AppError, cause?: unknown) {
    super(appError.kind, cause === undefined ? undefined : { cause });
    this.name = "AppFailure";
    this.appError = appError;
  }
}

/** The reply of every request between processes: a value, or an error as data. No stack and no path crosses. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: AppError };

/** Fails to compile when a union gains a member that a `switch` forgot. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
