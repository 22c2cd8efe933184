import { once } from "node:events";
import { _electron } from "playwright-core";
import type { LaunchedApp, LaunchOptions } from "./launch.ts";

/** The real thing. Headless there is none: it needs a display. */
export async function launchElectron(program: string, main: string, options: LaunchOptions): Promise<LaunchedApp> {
  const app = await _electron.launch({
    executablePath: program,
    args: [main, `--user-data-dir=${options.dataDir}`, ...(options.args ?? [])],
    env: { ...process.env, ...options.env } as Record<string, string>,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  const child = app.process();
  if (child.pid === undefined) throw new Error("Electron did not start");
  const ended = once(child, "exit");
  return {
    kind: "electron",
    page,
    pid: child.pid,
    evaluate: (fn, arg) => app.evaluate(fn as never, arg as never),
    async close() {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await ended;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
