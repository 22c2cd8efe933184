import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import type { BrowserWindowConstructorOptions, Session as ElectronSession, WebContents, WebFrameMain } from "electron";
import { standInApp } from "./app.ts";
import type { Page } from "./browser.ts";
import type { Session as PageSession } from "./devtools.ts";
import { cancellable, checkEvent } from "./events.ts";
import { listenToWindow } from "./ipc-window.ts";
import { createNames, preparePage } from "./prepare-page.ts";
import { answerRequests } from "./requests.ts";
import { toAppUrl, toBrowserUrl } from "./schemes.ts";
import { ownSession, type StandInSession, shownSession } from "./session.ts";
import { guard, notImplemented, type Part } from "./unimplemented.ts";
import { createMainFrame } from "./web-frame.ts";

type Preferences = NonNullable<BrowserWindowConstructorOptions["webPreferences"]>;
type OpenHandler = Parameters<WebContents["setWindowOpenHandler"]>[0];

const raised = "will-navigate will-frame-navigate did-navigate did-finish-load did-fail-load dom-ready render-process-gone destroyed".split(
  " ",
);
/** May be listened for, but nothing here gives rise to them. */
const neverRaised =
  "will-redirect will-attach-webview unresponsive responsive preload-error did-create-window context-menu will-prevent-unload certificate-error".split(
    " ",
  );

/** A navigation that someone outside the page asked for is not announced to the app, as in Electron. */
export const outside = { navigating: false };

let nextId = 1;

class StandInWebContents extends EventEmitter implements Part<WebContents> {
  readonly id = nextId++;
  readonly session: ElectronSession;
  readonly mainFrame: WebFrameMain;
  shown: WebContents = guard<WebContents>("webContents", this as Part<WebContents>);
  page: PageSession | null = null;
  /** Sends a message to the preload that runs now; null while there is none. */
  toWindow: ((channel: string, args: unknown[]) => void) | null = null;
  readonly attached: Promise<PageSession>;
  readonly #own: StandInSession;
  readonly #preload: string;
  #destroyed = false;
  #loading = true;
  #url = "";
  #openHandler: OpenHandler | null = null;
  #markAttached: (page: PageSession) => void = () => undefined;

  constructor(preferences: Preferences) {
    super();
    if (preferences.contextIsolation === false || preferences.nodeIntegration === true) throw notImplemented("a window without isolation");
    this.#own = ownSession(preferences.partition ?? "");
    this.session = shownSession(preferences.partition ?? "");
    this.#preload = preferences.preload === undefined ? "" : readFileSync(preferences.preload, "utf8");
    this.mainFrame = createMainFrame(this);
    this.attached = new Promise((done) => {
      this.#markAttached = done;
    });
    standInApp.emit("web-contents-created", {}, this.shown);
  }

  override on(event: string, listener: (...args: never[]) => void): this {
    checkEvent("webContents", event, raised, neverRaised);
    return super.on(event, listener as () => void);
  }
  override once(event: string, listener: (...args: never[]) => void): this {
    checkEvent("webContents", event, raised, neverRaised);
    return super.once(event, listener as () => void);
  }

  getURL = (): string => this.#url;
  isDestroyed = (): boolean => this.#destroyed;
  isLoading = (): boolean => this.#loading;
  isCrashed = (): boolean => false;
  getType = (): "window" => "window";
  focus = (): void => this.#quietly((page) => page.send("Page.bringToFront"));
  send = (channel: string, ...args: unknown[]): void => this.toWindow?.(channel, args);
  setWindowOpenHandler = (handler: OpenHandler): void => {
    this.#openHandler = handler;
  };
  reload = (): void => {
    this.#loading = true;
    this.#quietly((page) => page.send("Page.reload"));
  };
  executeJavaScript = async (code: string): Promise<unknown> => {
    const page = await this.attached;
    const { result, exceptionDetails } = await page.send("Runtime.evaluate", {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };

  loadURL = async (url: string): Promise<void> => {
    const page = await this.attached;
    const finished = new Promise<void>((done) => super.once("did-finish-load", () => done()));
    this.#loading = true;
    const { errorText } = await page.send("Page.navigate", { url: toBrowserUrl(url) });
    if (errorText === undefined || errorText === "") return finished;
    this.#loading = false;
    this.emit("did-fail-load", {}, -1, errorText, url, true);
    throw new Error(`${errorText} loading '${url}'`);
  };

  /** A page was asked for by window.open or by a link with a target. */
  askToOpen = (browserUrl: string): void => {
    const details = {
      url: toAppUrl(browserUrl),
      frameName: "",
      features: "",
      disposition: "new-window",
      referrer: { url: "", policy: "default" },
    };
    const answer = this.#openHandler?.(details as Electron.HandlerDetails) ?? { action: "allow" };
    if (answer.action === "allow") throw notImplemented("a second window opened by the page");
  };

  attach = async (page: Page): Promise<void> => {
    const { session, targetId } = page;
    const names = createNames();
    this.page = session;
    session.on("Page.frameNavigated", ({ frame }) => {
      if (frame.parentId === undefined && frame.url.startsWith("https:")) this.#navigated(toAppUrl(frame.url + (frame.urlFragment ?? "")));
    });
    session.on("Page.navigatedWithinDocument", ({ frameId, url }) => {
      if (frameId === targetId) this.#url = toAppUrl(url);
    });
    session.on("Page.windowOpen", ({ url }) => this.askToOpen(url));
    session.on("Page.domContentEventFired", () => this.#url !== "" && this.emit("dom-ready", {}));
    session.on("Page.loadEventFired", () => this.#loaded());
    session.on("Inspector.targetCrashed", () => this.#crashed());
    listenToWindow(session, names, this, this.#openedAt);
    const answering = answerRequests(session, this.#own, (url, frameId) => this.#mayNavigate(url, frameId === targetId));
    await preparePage(page, names, this.#preload, answering);
    this.#markAttached(session);
  };

  destroyed = (): void => {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.toWindow = null;
    this.emit("destroyed", {});
  };

  get navigating(): boolean {
    return this.#loading || outside.navigating;
  }

  /** The document that runs now, known from a message before the browser has told of it. */
  readonly #openedAt = (browserUrl: string): void => {
    this.#url = toAppUrl(browserUrl);
  };

  #navigated(url: string): void {
    this.#url = url;
    this.emit("did-navigate", {}, url, 200, "OK");
  }

  #loaded(): void {
    if (this.#url === "") return;
    this.#loading = false;
    this.#quietly((page) => page.send("Page.resetNavigationHistory"));
    outside.navigating = false;
    // Chromium asks before closing only a page that someone has touched; as in Electron, every page shall be asked.
    this.#quietly((page) => page.send("Runtime.evaluate", { expression: "0", userGesture: true }));
    this.emit("did-finish-load", {});
  }

  #crashed(): void {
    this.toWindow = null;
    this.emit("render-process-gone", {}, { reason: "crashed", exitCode: 1 });
  }

  #mayNavigate(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && this.navigating) return true;
    const details = { url, isSameDocument: false, isMainFrame, frame: isMainFrame ? this.mainFrame : null };
    const event = cancellable(details);
    this.emit("will-frame-navigate", event);
    if (isMainFrame && !event.defaultPrevented) this.emit("will-navigate", event, url, false, true);
    return !event.defaultPrevented;
  }

  #quietly(work: (page: PageSession) => Promise<unknown>): void {
    this.attached.then(work).catch(() => undefined);
  }
}

export type { StandInWebContents };
export const createWebContents = (preferences: Preferences): StandInWebContents => new StandInWebContents(preferences);
