import type { EventEmitter } from "node:events";
import { standInApp } from "./app.ts";
import { browser } from "./browser.ts";
import type { Message } from "./devtools.ts";
import * as electron from "./electron.ts";
import { shareDevTools } from "./tunnel.ts";

/** What a test tells the app's main process, over the channel that `fork` opens. */
export type FromTest = { kind: "evaluate"; id: number; source: string; arg: unknown } | { kind: "devtools"; message: Message };
/** What it hears. */
export type ToTest =
  /** The first window has loaded. */
  | { kind: "started"; browserPid: number; profile: string }
  | { kind: "evaluated"; id: number; ok: true; value: unknown }
  | { kind: "evaluated"; id: number; ok: false; message: string }
  | { kind: "devtools"; message: Message };

const tell = (message: ToTest): void => {
  if (process.connected) process.send?.(message);
};

/** Serves the test that started this process: it may run functions here with `electron`, and drive the browser over the same pipe. */
export function serveTests(): void {
  const tunnel = browser().then((chromium) => shareDevTools(chromium.devtools, (message) => tell({ kind: "devtools", message })));
  process.on("message", (message: FromTest) => {
    if (message.kind === "evaluate") void evaluate(message);
    else tunnel.then((send) => send(message.message)).catch(() => undefined);
  });
  // The test is gone, so nobody will close the window.
  process.once("disconnect", () => standInApp.exit(1));
  // Only when the window stands still: Playwright loses sight of a page that navigates while it attaches.
  Promise.all([tunnel.then(() => browser()), firstWindow()]).then(([{ pid, profile }]) =>
    tell({ kind: "started", browserPid: pid, profile }),
  );
}

function firstWindow(): Promise<void> {
  return new Promise((resolve) => {
    standInApp.once("web-contents-created", (_event: unknown, contents: EventEmitter) => {
      contents.once("did-finish-load", () => resolve());
    });
  });
}

async function evaluate({ id, source, arg }: Extract<FromTest, { kind: "evaluate" }>): Promise<void> {
  try {
    // A function of a test, sent as its text like Playwright does for the real Electron.
    const run = new Function(`return (${source});`)() as (module: typeof electron, arg: unknown) => unknown;
    tell({ kind: "evaluated", id, ok: true, value: await run(electron, arg) });
  } catch (error) {
    tell({ kind: "evaluated", id, ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
