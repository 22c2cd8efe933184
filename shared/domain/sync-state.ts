import type { AppError } from "../errors.ts";

/** The shared folder as the window shows it. `name` is the folder's last path part, never the whole path. */
export type FolderState =
  | { kind: "none" }
  | { kind: "connected"; name: string; lastPublishedAt: string | null }
  | { kind: "publishing"; name: string; meetingId: string }
  | { kind: "trouble"; name: string; error: AppError; waiting: number };

/**
 * What became of one meeting's way into the folder; `shortName` where its short referat was laid too. `pending` means the bytes wait in
 * the outbox and go when the folder can be reached.
 */
export type PublishResult =
  | { state: "published"; at: string; fileName: string; shortName: string | null }
  | { state: "pending"; error: AppError };
