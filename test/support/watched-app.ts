import type { Bridge } from "../../shared/ipc/bridge.ts";
import { type LaunchedApp, launchApp } from "./launch.ts";

declare global {
  interface Window {
    readonly bridge: Bridge;
    /** Policy violations since the page began to load. */
    violations: string[];
    /** Set by planted code, if it runs. */
    planted?: boolean;
  }
}

/** The app, with a page that notes every violation of its policy from its first line on. */
export async function launchWatched(dataDir: string): Promise<LaunchedApp> {
  const app = await launchApp({ dataDir });
  await app.page.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      window.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  const loaded = app.page.waitForEvent("load");
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload(), null);
  await loaded;
  await app.page.getByRole("main").waitFor();
  return app;
}
