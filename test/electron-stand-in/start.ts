import { standInApp } from "./app.ts";
import { browser } from "./browser.ts";
import { serveTests } from "./serve-tests.ts";

/** Main's entry module has run to its end: makes the app ready, as Electron then does. */
export function startApp(): void {
  // Without a window nothing else would keep the process alive, and an Electron app lives until it quits.
  setInterval(() => undefined, 2 ** 30);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, standInApp.quit);
  browser().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    standInApp.exit(1);
  });
  if (process.send !== undefined) serveTests();
  standInApp.becomeReady();
}
