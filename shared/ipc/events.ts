import type { FolderState } from "../domain/sync-state.ts";
import type { Notice } from "./contract.ts";

/** What the window can be asked to do by name: an entry each of the native menu and of the palette. */
export type MenuCommand =
  | "new-meeting"
  | "import"
  | "export"
  | "export-as"
  | "export-short"
  | "export-open"
  | "export-short-open"
  | "copy-formatted"
  | "copy-referat"
  | "copy-referat-open"
  | "publish"
  | "save"
  | "settings"
  | "keys"
  | "palette"
  | "find"
  | "find-everywhere"
  | "meetings"
  | "follow-ups"
  | "add-item"
  | "next-item"
  | "previous-item"
  | "usual-decision"
  | "mark-follow-up"
  | "phrases"
  | "names"
  | "show-preview"
  | "show-attachments"
  | "show-details"
  | "show-follow-ups"
  | "show-history"
  | "show-earlier"
  | "show-attendance"
  | "name-version"
  | "toggle-clock"
  | "say-clock"
  | "postpone"
  | "withdraw"
  | "start-meeting"
  | "hold-meeting"
  | "end-meeting"
  | "approve-previous"
  | "add-previous-referat"
  | "lock-meeting"
  | "reopen-meeting";

/** To a punkt by its number, "item-3": an entry each of the native menu. */
export type ItemChoice = `item-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

/** How far an export is: its bilag looked into (`done` of `total`), its pages set, the file read again. */
export type ExportProgress = { stage: "bilag" | "pages" | "reading"; done: number; total: number };

/** The payload of each event. */
export type EventPayloads = {
  "folder:changed": FolderState;
  /** These meetings are others by what came from the shared folder. */
  "meetings:received": { meetingIds: string[] };
  /** The window is closing: save what is unsaved, then call `app:flushed`. */
  "app:close-requested": Record<string, never>;
  "app:noticed": Notice;
  "app:command-chosen": MenuCommand | ItemChoice;
  "referat:progressed": ExportProgress;
};
