import { EOL } from "node:os";
import { basename, join } from "node:path";
import { app, type BrowserWindow, ClipboardItem, clipboard, dialog, nativeTheme, protocol, session, shell } from "electron";
import { describeError } from "../shared/error-text.ts";
import { AppFailure } from "../shared/errors.ts";
import { emptyOpenFolder } from "./attachments/open-copy.ts";
import { type CloseFlow, guardClose } from "./close-flow.ts";
import { type App, openApp } from "./compose-app.ts";
import type { AppContext } from "./context.ts";
import { checkDataFolder, dataFolder } from "./data-folder.ts";
import { createDialogs } from "./dialogs.ts";
import { encodeError } from "./ipc/encode-error.ts";
import { serve } from "./ipc/serve.ts";
import { type Log, openLog } from "./log.ts";
import { setMenu } from "./menu.ts";
import { locateAppFiles } from "./resources.ts";
import { findForbiddenSwitch } from "./security/argv-guard.ts";
import { hardenApp } from "./security/harden-app.ts";
import { createLinkOffer } from "./security/open-external.ts";
import { createSchemeHandler, pageUrl, scheme, servedFiles } from "./security/scheme-handler.ts";
import { getSettings } from "./settings/repository.ts";
import { createWindow, keepHeapSmall, partition } from "./window.ts";

const argv = process.argv.slice(1);
const devTools = !app.isPackaged;
const files = locateAppFiles(import.meta.url);
let window: BrowserWindow | null = null;
let closeFlow: CloseFlow | null = null;

const emit: AppContext["emit"] = (event, payload) => {
  if (window !== null && !window.isDestroyed()) window.webContents.send(event, payload);
};

/** Everything that must be settled before Electron is ready. */
function prepare(): void {
  const offerLink = createLinkOffer(() => window);
  hardenApp(app, { devTools, onLink: (address) => void offerLink(address) });
  keepHeapSmall(app);
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  const dataDir = dataFolder(argv, { userDataDir: !app.isPackaged });
  try {
    checkDataFolder(dataDir);
  } catch (error) {
    stop(error, () => undefined);
    return;
  }
  app.setPath("userData", dataDir);
  app.setPath("sessionData", join(dataDir, "session"));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on("second-instance", showWindow);
  const log = openLog(dataDir);
  app
    .whenReady()
    .then(() => start(dataDir, log))
    .catch((error: unknown) => stop(error, log));
}

async function start(dataDir: string, log: Log): Promise<void> {
  app.configureHostResolver({ secureDnsMode: "off", enableBuiltInResolver: false });
  const opened = openInWindow(dataDir);
  const { pageFiles } = opened.context;
  session.fromPartition(partition).protocol.handle(scheme, createSchemeHandler(servedFiles(files.rendererDir), pageFiles.take));
  emptyOpenFolder(dataDir);
  reportUnexpected(log);
  serve({ handlers: opened.handlers, windowId: () => window?.webContents.id ?? null, log });
  setMenu((command) => emit("app:command-chosen", command));
  const { theme } = opened.context.store.read(getSettings);
  const dark = theme === "system" ? nativeTheme.shouldUseDarkColors : theme === "dark";
  const created = createWindow({ preload: files.preload, devTools, dark, log });
  closeFlow = guardClose(created);
  created.on("focus", () => void opened.context.publisher.pull());
  created.on("closed", () => {
    window = null;
  });
  window = created;
  app.on(
    "window-all-closed",
    () =>
      void opened.close().finally(() => {
        emptyOpenFolder(dataDir);
        log("stopped");
        app.quit();
      }),
  );
  await created.loadURL(pageUrl);
  log("started");
}

function openInWindow(dataDir: string): App {
  return openApp({
    dataDir,
    resourcesDir: files.resourcesDir,
    workerUrl: files.workerUrl,
    spellingWorkerUrl: files.spellingWorkerUrl,
    version: files.version,
    clock: { now: () => new Date() },
    standIn: process.versions["electron"] === undefined,
    dialogs: createDialogs(() => window),
    openPath,
    putOnClipboard: ({ html, text }) =>
      clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": text.replaceAll("\n", EOL) })]),
    emit,
    flushed: () => closeFlow?.flushed(),
  });
}

async function openPath(path: string): Promise<void> {
  const failure = await shell.openPath(path);
  if (failure !== "") throw new AppFailure({ kind: "file-unreadable", name: basename(path), code: "NO_VIEWER" });
}

function showWindow(): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** A fault outside every request is told in the window too; the work goes on, for what is saved is saved. */
function reportUnexpected(log: Log): void {
  const report = (error: unknown): void => emit("app:noticed", { kind: "error", error: encodeError(error, log) });
  process.on("uncaughtException", report);
  process.on("unhandledRejection", report);
}

function stop(error: unknown, log: Log): void {
  dialog.showErrorBox("Referent kan ikke starte", describeError(encodeError(error, log)));
  app.exit(1);
}

/** `Referent --cli …`: the shipped app's command line, since its executable runs nothing but itself. */
async function runCommandLine(commandLine: readonly string[]): Promise<void> {
  const { runCli } = await import("./cli/run.ts");
  const terminal = {
    print: (text: string) => process.stdout.write(`${text}\n`),
    note: (text: string) => process.stderr.write(`${text}\n`),
  };
  app.exit(await runCli(commandLine, terminal, import.meta.url));
}

const forbidden = app.isPackaged ? findForbiddenSwitch(argv) : null;
const cli = argv.indexOf("--cli");
if (forbidden !== null) {
  process.stderr.write(`Referent starter ikke med --${forbidden}.\n`);
  app.exit(1);
} else if (cli >= 0) void runCommandLine(argv.slice(cli + 1));
else prepare();
