import { EventEmitter } from "node:events";
import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronBrowserWindow, Rectangle, WebContents } from "electron";
import { standInApp } from "./app.ts";
import { closePage, openPage } from "./browser.ts";
import { cancellable, checkEvent } from "./events.ts";
import { addPage, removePage } from "./pages.ts";
import { guard, notImplemented, type Part } from "./unimplemented.ts";
import { createWebContents, type StandInWebContents } from "./web-contents.ts";
import { type OpenWindow, openWindows } from "./windows.ts";

const raised = "close closed ready-to-show show hide focus".split(" ");
/** May be listened for, but nothing here gives rise to them. */
const neverRaised =
  "blur page-title-updated resize resized move moved maximize unmaximize minimize restore unresponsive responsive enter-full-screen leave-full-screen session-end query-session-end".split(
    " ",
  );

const shownWindows = new Map<StandInWindow, ElectronBrowserWindow>();

class StandInWindow extends EventEmitter implements Part<ElectronBrowserWindow>, OpenWindow {
  readonly id: number;
  readonly webContents: WebContents;
  readonly contents: StandInWebContents;
  #targetId: string | null = null;
  #destroyed = false;
  #visible: boolean;
  #minimized = false;
  #title: string;
  #bounds: Rectangle;
  #closing: ((gone: boolean) => void)[] = [];

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    if (!standInApp.isReady()) throw new Error("Cannot create BrowserWindow before app is ready");
    this.#title = options.title ?? standInApp.getName();
    this.#visible = options.show !== false;
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.contents = createWebContents(options.webPreferences ?? {});
    this.id = this.contents.id;
    this.webContents = this.contents.shown;
    openWindows.add(this);
    this.contents.once("did-finish-load", () => this.emit("ready-to-show", {}));
    this.#open().catch((error: unknown) => {
      if (!this.#destroyed) throw error;
    });
  }

  override on(event: string, listener: (...args: never[]) => void): this {
    checkEvent("BrowserWindow", event, raised, neverRaised);
    return super.on(event, listener as () => void);
  }
  override once(event: string, listener: (...args: never[]) => void): this {
    checkEvent("BrowserWindow", event, raised, neverRaised);
    return super.once(event, listener as () => void);
  }

  loadURL = (url: string): Promise<void> => this.contents.loadURL(url);
  show = (): void => {
    this.#visible = true;
    this.emit("show", {});
  };
  showInactive = (): void => this.show();
  hide = (): void => {
    throw notImplemented("BrowserWindow.hide");
  };
  isVisible = (): boolean => this.#visible && !this.#minimized;
  focus = (): void => {
    this.contents.focus();
    this.emit("focus", {});
  };
  isFocused = (): boolean => this.#visible && !this.#minimized;
  minimize = (): void => {
    this.#minimized = true;
  };
  isMinimized = (): boolean => this.#minimized;
  restore = (): void => {
    this.#minimized = false;
  };
  maximize = (): void => undefined;
  isMaximized = (): boolean => false;
  isFullScreen = (): boolean => false;
  getBounds = (): Rectangle => ({ ...this.#bounds });
  getNormalBounds = (): Rectangle => ({ ...this.#bounds });
  getTitle = (): string => this.#title;
  setTitle = (title: string): void => {
    this.#title = title;
  };
  /** The stand-in's windows have no menu bar, and take their colour from the page. */
  setMenuBarVisibility = (_visible: boolean): void => undefined;
  removeMenu = (): void => undefined;
  setBackgroundColor = (_color: string): void => undefined;

  isDestroyed = (): boolean => this.#destroyed;

  close = (): void => {
    void this.tryClose();
  };

  tryClose = async (): Promise<boolean> => {
    if (this.#destroyed) return true;
    const outcome = new Promise<boolean>((settle) => this.#closing.push(settle));
    const page = await this.contents.attached;
    if (this.contents.toWindow === null) this.#decide(this.destroy);
    else {
      // Only a page someone has touched is asked; see the web contents.
      await page.send("Runtime.evaluate", { expression: "0", userGesture: true });
      page.send("Page.close").catch(() => undefined);
    }
    return outcome;
  };

  destroy = (): void => {
    if (this.#targetId !== null) closePage(this.#targetId).catch(() => undefined);
    this.#gone();
  };

  async #open(): Promise<void> {
    const page = await openPage(this.#bounds, this.#gone);
    this.#targetId = page.targetId;
    addPage(page.session);
    if (this.#destroyed) return this.destroy();
    page.session.on("Page.javascriptDialogOpening", ({ type }) => {
      if (type !== "beforeunload") return;
      const answer = (accept: boolean): void => {
        page.session.send("Page.handleJavaScriptDialog", { accept }).catch(() => undefined);
      };
      if (this.contents.navigating) return answer(true);
      this.#decide(
        () => answer(true),
        () => answer(false),
      );
    });
    await this.contents.attach(page);
  }

  /** Asks the app by the `close` event, which may keep the window open. */
  #decide(close: () => void, keep: () => void = () => undefined): void {
    const event = cancellable();
    this.emit("close", event);
    if (this.#destroyed) return;
    if (!event.defaultPrevented) {
      close();
      return;
    }
    keep();
    for (const settle of this.#closing.splice(0)) settle(false);
  }

  readonly #gone = (): void => {
    if (this.#destroyed) return;
    this.#destroyed = true;
    openWindows.delete(this);
    shownWindows.delete(this);
    if (this.contents.page !== null) removePage(this.contents.page);
    this.contents.destroyed();
    this.emit("closed", {});
    for (const settle of this.#closing.splice(0)) settle(true);
    if (openWindows.size === 0) standInApp.allWindowsClosed();
  };
}

function createWindow(options: BrowserWindowConstructorOptions = {}): ElectronBrowserWindow {
  const own = new StandInWindow(options);
  const shown = guard<ElectronBrowserWindow>("BrowserWindow", own as Part<ElectronBrowserWindow>);
  shownWindows.set(own, shown);
  standInApp.emit("browser-window-created", {}, shown);
  return shown;
}

const known = {
  getAllWindows: () => [...shownWindows.values()],
  getFocusedWindow: () => [...shownWindows.values()].find((window) => window.isFocused()) ?? null,
  fromId: (id: number) => [...shownWindows.values()].find((window) => window.id === id) ?? null,
  fromWebContents: (contents: WebContents) => [...shownWindows.values()].find((window) => window.webContents === contents) ?? null,
};

export const BrowserWindow = new Proxy(createWindow, {
  construct: (_target, [options]) => createWindow(options as BrowserWindowConstructorOptions),
  get(_target, key) {
    if (typeof key === "symbol" || key === "prototype") return Reflect.get(createWindow, key);
    if (key in known) return Reflect.get(known, key);
    throw notImplemented(`BrowserWindow.${key}`);
  },
}) as unknown as typeof Electron.BrowserWindow;
