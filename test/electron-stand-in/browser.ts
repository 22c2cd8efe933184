import { standInApp } from "./app.ts";
import { type Chromium, startChromium } from "./chromium.ts";
import type { Session, TargetInfo } from "./devtools.ts";
import { headed } from "./mode.ts";
import { toAppUrl } from "./schemes.ts";
import { everySession } from "./session.ts";

/**
 * A page of the browser, held still until its first `Runtime.runIfWaitingForDebugger`. It then goes to an empty document, whose
 * address ends in `fragment`; what the page is told before that is undone.
 */
export type Page = { session: Session; targetId: string; fragment: string };

type Size = { width: number; height: number };
type Attached = { sessionId: string; targetInfo: TargetInfo };

const awaited = new Map<string, (page: Page) => void>();
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
  standInApp.endBrowser = chromium.end;
  chromium.ended.then(() => {
    for (const tell of [...gone.values()]) tell();
  });
  root.on("Target.attachedToTarget", (attached) => adopt(chromium, attached));
  root.on("Target.detachedFromTarget", ({ targetId }) => gone.get(targetId ?? "")?.());
  root.on("Browser.downloadWillBegin", ({ url, suggestedFilename }) => {
    for (const session of everySession()) session.refuseDownload(toAppUrl(url), suggestedFilename);
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

/** A page nobody here asked for was opened by another page, which the app has heard of: it is closed before it runs. */
function adopt(chromium: Chromium, { sessionId, targetInfo }: Attached): void {
  const fragment = /#\d+$/.exec(targetInfo.url)?.[0] ?? "";
  const page = { session: chromium.devtools.session(sessionId), targetId: targetInfo.targetId, fragment };
  const taker = awaited.get(targetInfo.url);
  if (taker !== undefined) {
    awaited.delete(targetInfo.url);
    taker(page);
    return;
  }
  chromium.devtools.browser.send("Target.closeTarget", { targetId: targetInfo.targetId }).catch(() => undefined);
}

let windows = 0;

/** Opens a page in a window of its own. `onGone` hears when it is closed. */
export async function openPage(size: Size, onGone: () => void): Promise<Page> {
  const chromium = await browser();
  const page = await (headed ? openAppWindow(chromium, size) : openHeadless(chromium, size));
  // The browser counts its own tabs and address bar in; an Electron window has none.
  const root = chromium.devtools.browser;
  const { windowId } = await root.send("Browser.getWindowForTarget", { targetId: page.targetId });
  await root.send("Browser.setContentsSize", { windowId, width: size.width, height: size.height });
  gone.set(page.targetId, () => {
    gone.delete(page.targetId);
    onGone();
  });
  return page;
}

async function openHeadless(chromium: Chromium, size: Size): Promise<Page> {
  // The browser announces the page before it answers the call that creates it, so it is known by its address, not by its id.
  const url = `about:blank#${++windows}`;
  const announced = new Promise<Page>((found) => awaited.set(url, found));
  await chromium.devtools.browser.send("Target.createTarget", { url, newWindow: true, ...size });
  return await announced;
}

function openAppWindow(chromium: Chromium, size: Size): Promise<Page> {
  const url = `data:text/html,<title>Referent</title>#${++windows}`;
  return new Promise((found) => {
    awaited.set(url, found);
    chromium.openAppWindow(url, size);
  });
}

export async function closePage(targetId: string): Promise<void> {
  const chromium = await browser();
  await chromium.devtools.browser.send("Target.closeTarget", { targetId });
}
