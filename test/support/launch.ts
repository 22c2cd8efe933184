import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { launchElectron } from "./launch-electron.ts";
import { launchStandIn } from "./launch-stand-in.ts";

export type LaunchedApp = {
  kind: "electron" | "stand-in";
  page: Page;
  /** Runs a function in main, with the `electron` module. It is sent as text, so it sees nothing of the test but `arg`. */
  evaluate<T, A>(fn: (electron: typeof import("electron"), arg: A) => T | Promise<T>, arg: A): Promise<T>;
  /** The main process. */
  pid: number;
  /** Closes the window as a person does, so that the app saves first, and waits until the app has ended. */
  close(): Promise<void>;
  /** Ends main and browser at once, as a power cut would. */
  kill(): Promise<void>;
};

export type LaunchOptions = {
  dataDir: string;
  headed?: boolean;
  env?: Record<string, string>;
  /** The bundle of another main process than the app's own. */
  main?: string;
  /** Further arguments to main. */
  args?: string[];
};

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Electron's program where it has been fetched and can show a window; merely asking for the package would try to fetch it. */
function findElectron(): string | null {
  if (process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) return null;
  const folder = join(root, "node_modules", "electron");
  const named = join(folder, "path.txt");
  if (!existsSync(named)) return null;
  const program = join(folder, "dist", readFileSync(named, "utf8").trim());
  return existsSync(program) ? program : null;
}

let said = "";

/** Once for each run: what the app runs on. */
function say(launcher: string): void {
  if (said !== launcher) process.stderr.write(`Referent kører på: ${launcher}\n`);
  said = launcher;
}

/** Starts the built app (`dist/`) on Electron, or on the stand-in where Electron's program is not here, and waits for its window. */
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const main = options.main ?? join(root, "dist", "electron", "main.js");
  if (!existsSync(main)) throw new Error(`${main} is not built: run vite build --app first`);
  const electron = findElectron();
  say(electron === null ? "erstatningen for Electron" : electron);
  return electron === null ? await launchStandIn(main, options) : await launchElectron(electron, main, options);
}
