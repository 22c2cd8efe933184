import { EventEmitter } from "node:events";
import type { App, Session, WebContents } from "electron";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { hardenApp } from "../../../electron/security/harden-app.ts";
import { hardenContents } from "../../../electron/security/harden-contents.ts";
import { hardenSession, mayLoad } from "../../../electron/security/harden-session.ts";
import { pagePreferences } from "../../../electron/window.ts";

vi.mock("electron", () => ({ BrowserWindow: class {} }));

class FakeSession extends EventEmitter {
  setPermissionRequestHandler = vi.fn();
  setPermissionCheckHandler = vi.fn();
  setDevicePermissionHandler = vi.fn();
  setDisplayMediaRequestHandler = vi.fn();
  setBluetoothPairingHandler = vi.fn();
  setSpellCheckerEnabled = vi.fn();
  setSpellCheckerLanguages = vi.fn();
  setSpellCheckerDictionaryDownloadURL = vi.fn();
  webRequest = { onBeforeRequest: vi.fn() };
}

class FakeContents extends EventEmitter {
  setWindowOpenHandler = vi.fn();
}

const handlerOf = (set: ReturnType<typeof vi.fn>): ((...args: unknown[]) => unknown) => set.mock.calls[0]?.[0];

function prevented(emitter: EventEmitter, event: string): boolean {
  const details = { preventDefault: vi.fn() };
  emitter.emit(event, details);
  return details.preventDefault.mock.calls.length === 1;
}

describe("hardenSession", () => {
  let session = new FakeSession();
  beforeEach(() => {
    session = new FakeSession();
    hardenSession(session as unknown as Session, { devTools: false });
  });

  it("refuses every permission, asked for or looked up", () => {
    const answer = vi.fn();
    for (const permission of ["media", "clipboard-read", "notifications", "fileSystem", "unknown"])
      handlerOf(session.setPermissionRequestHandler)(null, permission, answer);
    expect(answer.mock.calls).toEqual([[false], [false], [false], [false], [false]]);
    expect(handlerOf(session.setPermissionCheckHandler)(null, "media")).toBe(false);
    expect(handlerOf(session.setDevicePermissionHandler)({})).toBe(false);
  });

  it("shares no screen, pairs with nothing and downloads nothing", () => {
    const answer = vi.fn();
    handlerOf(session.setDisplayMediaRequestHandler)({}, answer);
    handlerOf(session.setBluetoothPairingHandler)({}, answer);
    expect(answer.mock.calls).toEqual([[null], [{ confirmed: false }]]);
    expect(prevented(session, "will-download")).toBe(true);
  });

  it("cancels every request but those to our own origin", () => {
    const [filter, listener] = session.webRequest.onBeforeRequest.mock.calls[0] ?? [];
    expect(filter).toEqual({ urls: ["<all_urls>"] });
    const cancelled = (url: string): boolean => {
      const answer = vi.fn();
      listener({ url }, answer);
      return answer.mock.calls[0]?.[0].cancel;
    };
    expect(cancelled("app://referat/index.html")).toBe(false);
    for (const url of ["https://example.org/", "http://127.0.0.1/", "app://referat.evil/", "file:///etc/passwd", "devtools://x", "data:,x"])
      expect(cancelled(url), url).toBe(true);
  });

  it("lets developer tools load only where a build has them", () => {
    expect(mayLoad("devtools://devtools/x", true)).toBe(true);
    expect(mayLoad("https://example.org/", true)).toBe(false);
  });

  it("fetches no dictionary", () => {
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
    expect(session.setSpellCheckerLanguages).toHaveBeenCalledWith([]);
    expect(session.setSpellCheckerDictionaryDownloadURL).toHaveBeenCalledWith("http://127.0.0.1:9/");
  });
});

describe("hardenContents", () => {
  it.each(["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"])("stops %s", (event) => {
    const contents = new FakeContents();
    hardenContents(contents as unknown as WebContents, () => undefined);
    expect(prevented(contents, event)).toBe(true);
  });

  it("opens no window and tells which link was followed", () => {
    const contents = new FakeContents();
    const followed: string[] = [];
    hardenContents(contents as unknown as WebContents, (address) => followed.push(address));
    expect(handlerOf(contents.setWindowOpenHandler)({ url: "https://example.org/" })).toEqual({ action: "deny" });
    expect(followed).toEqual(["https://example.org/"]);
  });
});

describe("hardenApp", () => {
  const fakeApp = () => Object.assign(new EventEmitter(), { enableSandbox: vi.fn(), commandLine: { appendSwitch: vi.fn() } });
  let app = fakeApp();
  beforeEach(() => {
    app = fakeApp();
    hardenApp(app as unknown as App, { devTools: false, onLink: () => undefined });
  });

  it("turns the sandbox on and name lookups off", () => {
    expect(app.enableSandbox).toHaveBeenCalledOnce();
    expect(app.commandLine.appendSwitch.mock.calls).toEqual([["host-resolver-rules", "MAP * ~NOTFOUND"], ["no-proxy-server"]]);
  });

  it("shuts each session and each window as it is made", () => {
    const session = new FakeSession();
    const contents = new FakeContents();
    app.emit("session-created", session);
    app.emit("web-contents-created", {}, contents);
    expect(session.setPermissionRequestHandler).toHaveBeenCalledOnce();
    expect(contents.setWindowOpenHandler).toHaveBeenCalledOnce();
  });

  it("shows nobody a certificate of this person", () => {
    const event = { preventDefault: vi.fn() };
    const answer = vi.fn();
    app.emit("select-client-certificate", event, null, "https://example.org", [{}], answer);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(answer.mock.calls).toEqual([[]]);
  });
});

describe("pagePreferences", () => {
  it("are exactly these", () => {
    expect(pagePreferences("/app/preload.cjs", false)).toEqual({
      preload: "/app/preload.cjs",
      partition: "referat",
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
      devTools: false,
    });
  });
});
