import { type App, BrowserWindow, type WebPreferences } from "electron";
import type { Log } from "./log.ts";

/** Without "persist:", so that nothing of the page is kept on disk. */
export const partition = "referat";

/** What the page may do: nothing beyond a page. Written out in full, so that a change of Electron's defaults changes nothing. */
export function pagePreferences(preload: string, devTools: boolean): WebPreferences {
  return {
    preload,
    partition,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools,
  };
}

/** The background behind the first paint; the canvas of tokens.md. */
const canvas = { light: "#FFFFFF", dark: "#17191B" } as const;

/**
 * The part of the window's heap where objects begin is held at 4 MB a half, before Electron is ready. Left to itself the engine doubles it
 * to 16 in each thread of the window while one writes, and keeps it. Source: docs/decisions/0014.
 */
export function keepHeapSmall(app: Pick<App, "commandLine">): void {
  app.commandLine.appendSwitch("js-flags", "--max-semi-space-size=4");
}

/** The app's one window, not yet loaded; it is shown once it can be painted. */
export function createWindow(options: { preload: string; devTools: boolean; dark: boolean; log: Log }): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 600,
    title: "Referent",
    show: false,
    backgroundColor: options.dark ? canvas.dark : canvas.light,
    webPreferences: pagePreferences(options.preload, options.devTools),
  });
  window.once("ready-to-show", () => window.show());
  // The title bar and the task bar are seen by others: the meeting's name stays out of them.
  window.on("page-title-updated", (event) => event.preventDefault());
  window.webContents.on("render-process-gone", (_event, details) => {
    options.log("window-gone", { exitCode: details.exitCode });
    if (details.reason !== "clean-exit") window.webContents.reload();
  });
  return window;
}
