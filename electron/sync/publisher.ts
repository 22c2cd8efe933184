import type { FolderState, PublishResult } from "../../shared/domain/sync-state.ts";
import type { Watch } from "../referat/watch.ts";
import type { PullResult } from "./pull/pull.ts";

/** The shared folder (storage-and-sync.md, the protocol). Never blocks the window. */
export type Publisher = {
  state(): FolderState;
  /** Takes a folder into use: reads its identity marker, or writes marker and readme when the folder is new. */
  choose(path: string): Promise<FolderState>;
  forget(): FolderState;
  /**
   * Reserves seq and bytes in the outbox, then tries to lay them in the folder. Resolves `pending` when the folder is not there. Throws
   * the watch's reason when it is stopped before anything is reserved; from then on it goes on. A meeting whose publication was stopped or
   * failed before that is no more held than it was.
   */
  publish(meetingId: string, watch?: Watch): Promise<PublishResult>;
  /** Tries what waits in the outbox. */
  retry(): Promise<FolderState>;
  /** Takes in what others laid and is not known here; the window is told of it. A run that goes on is not begun twice. */
  pull(): Promise<PullResult>;
  close(): Promise<void>;
};
