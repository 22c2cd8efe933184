import type { Dialog } from "electron";
import { ask, confirmInWindow, tellInWindow } from "./dialog-window.ts";
import { headed } from "./mode.ts";
import { guard, notImplemented } from "./unimplemented.ts";

type Given = unknown[];

/** Electron's dialogs take an optional window first, then the options. */
function optionsOf<T extends object>(given: Given): T {
  return (given.at(-1) ?? {}) as T;
}

function needPerson(name: string): void {
  if (!headed) throw new Error(`dialog.${name}: nobody is there to answer it. Replace the function from the test.`);
}

/** Without a window to see, a dialog that no script has replaced is an error. With one, the browser's own prompt asks for paths. */
export const dialog: Dialog = guard<Dialog>("dialog", {
  showSaveDialog: async (...given: Given) => {
    needPerson("showSaveDialog");
    const { title, defaultPath } = optionsOf<Electron.SaveDialogOptions>(given);
    const path = await ask(title ?? "Gem som (hele stien)", defaultPath ?? "");
    return { canceled: path === null, filePath: path ?? "" };
  },
  showOpenDialog: async (...given: Given) => {
    needPerson("showOpenDialog");
    const { title, defaultPath, properties = [] } = optionsOf<Electron.OpenDialogOptions>(given);
    const many = properties.includes("multiSelections") ? " – flere adskilles af |" : "";
    const path = await ask(`${title ?? "Åbn"} (hele stien${many})`, defaultPath ?? "");
    return { canceled: path === null, filePaths: path === null ? [] : path.split("|").map((each) => each.trim()) };
  },
  showMessageBox: async (...given: Given) => {
    needPerson("showMessageBox");
    const { message, detail, buttons = [], cancelId } = optionsOf<Electron.MessageBoxOptions>(given);
    const text = [message, detail].filter((part) => part !== undefined).join("\n\n");
    if (buttons.length < 2) {
      await tellInWindow(text);
      return { response: 0, checkboxChecked: false };
    }
    if (buttons.length > 2) throw notImplemented("a message box with more than two buttons");
    // Escape must mean what it means in Electron.
    const cancel = cancelId === 0 ? 0 : 1;
    const other = 1 - cancel;
    const sure = await confirmInWindow(`${text}\n\nOK: ${buttons[other]}\nAnnuller: ${buttons[cancel]}`);
    return { response: sure ? other : cancel, checkboxChecked: false };
  },
  /** As Electron on Linux before it is ready: to stderr, and the app goes on. */
  showErrorBox: (title: string, content: string) => {
    process.stderr.write(`${title}\n${content}\n`);
  },
});
