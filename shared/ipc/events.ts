import type { FolderState } from "../domain/sync-state.ts";
import type { Notice } from "./contract.ts";

/** Menu entries of the native menu that the window carries out. */
export type MenuCommand = "new-meeting" | "import" | "export" | "publish" | "settings" | "keys" | "meetings";

/** The payload of each event. */
export type EventPayloads = {
  "folder:changed": FolderState;
  /** The window is closing: save what is unsaved, then call `app:flushed`. */
  "app:close-requested": Record<string, never>;
  "app:noticed": Notice;
  "app:command-chosen": MenuCommand;
};
