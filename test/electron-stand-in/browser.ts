import { standInApp } from "./app.ts";
import { type Chromium, startChromium } from "./chromium.ts";
import type { Session, TargetInfo } from "./devtools.ts";
import { headed } from "./mode.ts";
import { everySession } from "./session.ts";

/** A page of the browser, held still until its first `Runtime.runIfWaitingForDebugger`. */
export type Page = { session: Session; targetId: string };

type Attached = { sessionId: string; targetInfo: TargetInfo };

const awaited = new Map<string, (page: Page) => void>();
const openers = new Map<string, (url: string) => void>();
const gone = new Map<string, () => void>();
let started: Promise<Chromium> | null = null;

/** The browser, started at the first call: an instance that may not run never starts one. */
export function browser(): Promise<Chromium> {
  started ??= start();
  return started;
}

async function start(): Promise<Chromium> {
  const chromium = startChromium([...standInApp.switches].map(([name, value]) => (value === "" ? `--${name}` : `--${name}=${value}`)));
  const root = chromium.devtools.browser;
  standInApp.endBrowser = chromium.kill;
  chromium.onExit(() => {
    for (const tell of [...gone.values()]) tell();
  });
  root.on("Target.attachedToTarget", (attached) => adopt(chromium, attached));
  root.on("Target.detachedFromTarget", ({ targetId }) => gone.get(targetId ?? "")?.());
  root.on("Browser.downloadWillBegin", ({ url, suggestedFilename }) => {
    for (const session of everySession()) session.refuseDownload(url, suggestedFilename);
  });
  await root.send("Browser.grantPermissions", { permissions: [] });
  await root.send("Browser.setDownloadBehavior", { behavior: "deny", eventsEnabled: true });
  await root.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: "page" }, { exclude: true }],
  });
  return chromium;
}

/** A page nobody here asked for was opened by another page: its opener hears of it, and it is closed before it runs. */
function adopt(chromium: Chromium, { sessionId, targetInfo }: Attached): void {
  const page = { session: chromium.devtools.session(sessionId), targetId: targetInfo.targetId };
  const taker = awaited.get(targetInfo.url);
  if (taker !== undefined) {
    awaited.delete(targetInfo.url);
    taker(page);
    return;
  }
  openers.get(targetInfo.openerId ?? "")?.(targetInfo.url);
  chromium.devtools.browser.send("Target.closeTarget", { targetId: targetInfo.targetId }).catch(() => undefined);
}

/** Opens a page in a window of its own. `onPopup` hears of pages it tries to open, `onGone` when it is closed or crashes away. */
export async function openPage(size: { width: number; height: number }, onPopup: (url: string) => void, onGone: () => void): Promise<Page> {
  const chromium = await browser();
  const page = await (headed ? openAppWindow(chromium, size) : openHeadless(chromium, size));
  openers.set(page.targetId, onPopup);
  gone.set(page.targetId, () => {
    gone.delete(page.targetId);
    openers.delete(page.targetId);
    onGone();
  });
  return page;
}

async function openHeadless(chromium: Chromium, size: { width: number; height: number }): Promise<Page> {
  // The browser announces the page before it answers the call that creates it, so it is known by its address, not by its id.
  const url = markedBlank();
  const announced = new Promise<Page>((found) => awaited.set(url, found));
  await chromium.devtools.browser.send("Target.createTarget", { url, newWindow: true, ...size });
  return await announced;
}

let windows = 0;
const markedBlank = (): string => `data:text/html,<title>Referent</title>#${++windows}`;

function openAppWindow(chromium: Chromium, size: { width: number; height: number }): Promise<Page> {
  const url = markedBlank();
  return new Promise((found) => {
    awaited.set(url, found);
    chromium.openAppWindow(url, size);
  });
}

export async function closePage(targetId: string): Promise<void> {
  const chromium = await browser();
  await chromium.devtools.browser.send("Target.closeTarget", { targetId });
}
