import { EventEmitter } from "node:events";
import { dirname, resolve } from "node:path";
import type { App, CommandLine } from "electron";
import { cancellable, checkEvent } from "./events.ts";
import { takeInstanceLock } from "./instance-lock.ts";
import { argument, type PathName, readPackage, standardPath } from "./surroundings.ts";
import { guard, type Part } from "./unimplemented.ts";
import { openWindows } from "./windows.ts";

const raised =
  "will-finish-launching ready window-all-closed before-quit will-quit quit activate second-instance session-created web-contents-created browser-window-created".split(
    " ",
  );
/** May be listened for, but nothing here gives rise to them. */
const neverRaised =
  "certificate-error select-client-certificate login render-process-gone child-process-gone open-file open-url gpu-info-update accessibility-support-changed".split(
    " ",
  );

class StandInApp extends EventEmitter implements Part<Omit<App, "commandLine">> {
  readonly isPackaged = false;
  readonly commandLine: CommandLine;
  readonly switches = new Map<string, string>();
  /** Set by the start: ends the browser. */
  endBrowser: (() => Promise<void>) | null = null;
  #name: string;
  readonly #version: string;
  readonly #appPath: string;
  readonly #paths = new Map<string, string>();
  #ready = false;
  #quitting = false;
  #exiting = false;
  #locked: (() => void) | null = null;

  constructor() {
    super();
    this.#appPath = dirname(resolve(process.argv[1] ?? "."));
    const manifest = readPackage(this.#appPath);
    this.#name = manifest.productName ?? manifest.name;
    this.#version = manifest.version;
    const { switches } = this;
    this.commandLine = guard<CommandLine>("app.commandLine", {
      appendSwitch: (name, value) => {
        switches.set(name, value ?? "");
      },
      removeSwitch: (name) => {
        switches.delete(name);
      },
      hasSwitch: (name) => switches.has(name) || process.argv.includes(`--${name}`) || argument(name) !== undefined,
      getSwitchValue: (name) => switches.get(name) ?? argument(name) ?? "",
    });
  }

  override on(event: string, listener: (...args: never[]) => void): this {
    checkEvent("app", event, raised, neverRaised);
    return super.on(event, listener as () => void);
  }
  override once(event: string, listener: (...args: never[]) => void): this {
    checkEvent("app", event, raised, neverRaised);
    return super.once(event, listener as () => void);
  }

  isReady = (): boolean => this.#ready;
  whenReady = (): Promise<void> => (this.#ready ? Promise.resolve() : new Promise((done) => super.once("ready", () => done())));

  becomeReady(): void {
    this.#ready = true;
    this.emit("ready", {}, {});
  }

  getName = (): string => this.#name;
  setName = (name: string): void => {
    this.#name = name;
  };
  getVersion = (): string => this.#version;
  getAppPath = (): string => this.#appPath;
  getLocale = (): string => "da";
  getSystemLocale = (): string => "da-DK";
  getPreferredSystemLanguages = (): string[] => ["da-DK"];

  getPath = (name: PathName): string => this.#paths.get(name) ?? standardPath(name, this.#name, this.#paths.get("userData"));
  setPath = (name: string, path: string): void => {
    this.#paths.set(name, path);
  };
  setAppLogsPath = (path?: string): void => {
    if (path !== undefined) this.#paths.set("logs", path);
  };

  /** The browser runs under its own sandbox wherever it can have one. */
  enableSandbox = (): void => this.#beforeReady("enableSandbox");
  disableHardwareAcceleration = (): void => {
    this.#beforeReady("disableHardwareAcceleration");
    this.switches.set("disable-gpu", "");
  };
  /** A name for Windows' taskbar only. */
  setAppUserModelId = (_id: string): void => undefined;
  /** Names are never looked up here, securely or not. */
  configureHostResolver = (_options: Electron.ConfigureHostResolverOptions): void => {
    if (!this.#ready) throw new Error("configureHostResolver can only be called after the app is ready");
  };

  requestSingleInstanceLock = (additionalData?: Record<never, never>): boolean => {
    const taken = takeInstanceLock(this.getPath("userData"), additionalData, (argv, cwd, data) =>
      this.emit("second-instance", cancellable(), argv, cwd, data),
    );
    this.#locked = taken;
    return taken !== null;
  };
  hasSingleInstanceLock = (): boolean => this.#locked !== null;
  releaseSingleInstanceLock = (): void => {
    this.#locked?.();
    this.#locked = null;
  };

  focus = (): void => {
    for (const window of openWindows) window.focus();
  };

  quit = (): void => {
    if (this.#quitting || this.#exiting) return;
    const before = cancellable();
    this.emit("before-quit", before);
    if (before.defaultPrevented) return;
    this.#quitting = true;
    void this.#closeAndEnd();
  };

  async #closeAndEnd(): Promise<void> {
    for (const window of [...openWindows]) {
      if (await window.tryClose()) continue;
      this.#quitting = false;
      return;
    }
    const will = cancellable();
    this.emit("will-quit", will);
    this.#quitting = false;
    if (!will.defaultPrevented) this.exit(0);
  }

  exit = (code = 0): void => {
    if (this.#exiting) return;
    this.#exiting = true;
    for (const window of [...openWindows]) window.destroy();
    this.emit("quit", {}, code);
    this.releaseSingleInstanceLock();
    const end = (): never => process.exit(code);
    if (this.endBrowser === null) end();
    else this.endBrowser().then(end, end);
  };

  /** The last window closed: quits, unless the app itself decides. */
  allWindowsClosed(): void {
    if (this.#quitting || this.#exiting) return;
    if (!this.emit("window-all-closed")) this.quit();
  }

  #beforeReady(what: string): void {
    if (this.#ready) throw new Error(`app.${what} can only be called before the app is ready`);
  }
}

/** For the stand-in's own modules; the app gets it as {@link app}. */
export const standInApp = new StandInApp();
export const app: App = guard<App>("app", standInApp as Part<App>);
