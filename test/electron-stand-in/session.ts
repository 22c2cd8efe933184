import { EventEmitter } from "node:events";
import type { Session as ElectronSession, OnBeforeRequestListenerDetails, Protocol, WebRequest } from "electron";
import { standInApp } from "./app.ts";
import { cancellable, checkEvent } from "./events.ts";
import { guard, notImplemented, type Part } from "./unimplemented.ts";

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (details: OnBeforeRequestListenerDetails, callback: (response: Electron.CallbackResponse) => void) => void;

/** What a session says to a request before it is answered. */
type Verdict = "allowed" | "cancelled";

class StandInSession extends EventEmitter implements Part<Omit<ElectronSession, "protocol" | "webRequest">> {
  readonly #handlers = new Map<string, Handler>();
  #beforeRequest: BeforeRequest | null = null;
  #spelling = true;
  readonly protocol: Protocol = guard<Protocol>("session.protocol", {
    handle: (scheme, handler) => {
      if (this.#handlers.has(scheme)) throw new Error("Failed to register protocol: the scheme has been registered");
      this.#handlers.set(scheme, handler as Handler);
    },
    unhandle: (scheme) => {
      this.#handlers.delete(scheme);
    },
    isProtocolHandled: (scheme) => this.#handlers.has(scheme),
  });
  readonly webRequest: WebRequest = guard<WebRequest>("session.webRequest", {
    onBeforeRequest: (...given: unknown[]) => {
      const filter = given.length > 1 ? (given[0] as Electron.WebRequestFilter) : { urls: ["<all_urls>"] };
      if (filter.urls.join() !== "<all_urls>") throw notImplemented("a filter other than <all_urls>");
      this.#beforeRequest = given.at(-1) as BeforeRequest | null;
    },
  });

  override on(event: string, listener: (...args: never[]) => void): this {
    checkEvent("session", event, ["will-download"], []);
    return super.on(event, listener as () => void);
  }

  // The browser is told at its start to refuse every permission, device and stream, so none of these is ever asked.
  setPermissionRequestHandler = (_handler: unknown): void => undefined;
  setPermissionCheckHandler = (_handler: unknown): void => undefined;
  setDevicePermissionHandler = (_handler: unknown): void => undefined;
  setDisplayMediaRequestHandler = (_handler: unknown): void => undefined;
  setBluetoothPairingHandler = (_handler: unknown): void => undefined;
  setUSBProtectedClassesHandler = (_handler: unknown): void => undefined;

  setSpellCheckerEnabled = (enable: boolean): void => {
    this.#spelling = enable;
  };
  isSpellCheckerEnabled = (): boolean => this.#spelling;
  setSpellCheckerLanguages = (languages: string[]): void => {
    if (languages.length > 0) throw notImplemented("the browser's own spell checker");
  };
  setSpellCheckerDictionaryDownloadURL = (url: string): void => {
    if (!URL.canParse(url)) throw new TypeError(`not an address: ${url}`);
  };

  /** Asks the app's `onBeforeRequest`. */
  judge = (details: OnBeforeRequestListenerDetails): Promise<Verdict> =>
    new Promise((settle) => {
      if (this.#beforeRequest === null) return settle("allowed");
      return this.#beforeRequest(details, (answer) => {
        if (answer.redirectURL !== undefined) throw notImplemented("redirecting a request");
        settle(answer.cancel === true ? "cancelled" : "allowed");
      });
    });

  handlerFor = (scheme: string): Handler | undefined => this.#handlers.get(scheme);

  /** A download began; the browser refuses it in any case. */
  refuseDownload = (url: string, fileName: string): void => {
    const event = cancellable();
    this.emit("will-download", event, guard("downloadItem", { getURL: () => url, getFilename: () => fileName }), null);
    if (!event.defaultPrevented) throw notImplemented("a download that the app does not prevent");
  };
}

const sessions = new Map<string, { own: StandInSession; shown: ElectronSession }>();

function sessionOf(partition: string): { own: StandInSession; shown: ElectronSession } {
  const known = sessions.get(partition);
  if (known !== undefined) return known;
  if (!standInApp.isReady()) throw new Error("Session can only be received when app is ready");
  if (partition.startsWith("persist:")) throw notImplemented("a session that is kept on the disk");
  const own = new StandInSession();
  const made = { own, shown: guard<ElectronSession>("session", own as Part<ElectronSession>) };
  sessions.set(partition, made);
  standInApp.emit("session-created", made.shown);
  return made;
}

/** The stand-in's own side of a session. */
export const ownSession = (partition: string): StandInSession => sessionOf(partition).own;
export const shownSession = (partition: string): ElectronSession => sessionOf(partition).shown;
export const everySession = (): StandInSession[] => [...sessions.values()].map(({ own }) => own);
export type { StandInSession };

export const session = guard<typeof Electron.session>("session", {
  fromPartition: (partition: string) => shownSession(partition),
  get defaultSession() {
    return shownSession("");
  },
} as Part<typeof Electron.session>);
