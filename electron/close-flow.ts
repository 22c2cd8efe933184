import { type BrowserWindow, dialog } from "electron";

/** `flushed` is called when the window has saved what it had. */
export type CloseFlow = { flushed(): void };

const patienceMs = 10_000;

/** Lets the window close only when it has saved, or when the person says so after ten seconds without an answer. */
export function guardClose(window: BrowserWindow): CloseFlow {
  let saved = Promise.withResolvers<"saved">();
  let closing = false;
  const close = async (): Promise<void> => {
    saved = Promise.withResolvers();
    window.webContents.send("app:close-requested", {});
    if ((await Promise.race([saved.promise, patience()])) === "saved" || (await mayLeaveUnsaved(window))) return window.destroy();
    // Saved while the question stood there: closing is what was asked for in the first place.
    if ((await Promise.race([saved.promise, Promise.resolve("unsaved")])) === "saved") window.destroy();
  };
  window.on("close", (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void close().finally(() => {
      closing = false;
    });
  });
  return { flushed: () => saved.resolve("saved") };
}

function patience(): Promise<"unsaved"> {
  return new Promise((resolve) => setTimeout(() => resolve("unsaved"), patienceMs));
}

async function mayLeaveUnsaved(window: BrowserWindow): Promise<boolean> {
  const answer = await dialog.showMessageBox(window, {
    type: "warning",
    title: "Referent",
    message: "Ikke alt er gemt",
    detail: "Vent: vinduet bliver åbent, og Referent prøver stadig at gemme.\nLuk alligevel: det, der ikke er gemt, går tabt.",
    buttons: ["Vent", "Luk alligevel"],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer.response === 1;
}
