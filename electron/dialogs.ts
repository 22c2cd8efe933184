import { type BrowserWindow, dialog, type OpenDialogOptions } from "electron";
import type { Dialogs } from "./context.ts";

/** The system's own dialogs, in front of the window. Chosen paths stay in main. */
export function createDialogs(window: () => BrowserWindow | null): Dialogs {
  const open = async (options: OpenDialogOptions): Promise<string[] | null> => {
    const parent = window();
    const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
    return answer.canceled || answer.filePaths.length === 0 ? null : answer.filePaths;
  };
  return {
    async chooseSaveFile(suggestedName, filter) {
      const options = { title: "Gem som", buttonLabel: "Gem", defaultPath: suggestedName, filters: [filter] };
      const properties: ("createDirectory" | "showOverwriteConfirmation" | "dontAddToRecent")[] = [
        "createDirectory",
        "showOverwriteConfirmation",
        "dontAddToRecent",
      ];
      const parent = window();
      const answer = await (parent === null
        ? dialog.showSaveDialog({ ...options, properties })
        : dialog.showSaveDialog(parent, { ...options, properties }));
      return answer.canceled || answer.filePath === "" ? null : answer.filePath;
    },
    chooseOpenFiles: (filter, many) =>
      open({
        title: many ? "Vælg filer" : "Vælg en fil",
        buttonLabel: "Vælg",
        filters: [filter],
        properties: ["openFile", "dontAddToRecent", ...(many ? (["multiSelections"] as const) : [])],
      }),
    async chooseFolder(title) {
      const chosen = await open({
        title,
        buttonLabel: "Vælg mappe",
        properties: ["openDirectory", "createDirectory", "promptToCreate", "dontAddToRecent"],
      });
      return chosen?.[0] ?? null;
    },
  };
}
