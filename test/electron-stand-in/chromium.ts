import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { browserArgs, browserPath } from "../support/browser.ts";
import { DevTools } from "./devtools.ts";
import { headed } from "./mode.ts";

/** The browser in Electron's place. Its profile is a temporary folder: the app keeps nothing in the browser. */
export type Chromium = {
  devtools: DevTools;
  pid: number;
  /** Headed: opens a window without tabs or address bar, at this address. */
  openAppWindow(url: string, size: { width: number; height: number }): void;
  /** The folder that is removed at the end. */
  profile: string;
  ended: Promise<void>;
  end(): Promise<void>;
};

const quiet = [
  "--remote-debugging-pipe",
  "--no-startup-window",
  "--no-default-browser-check",
  "--no-service-autorun",
  "--disable-breakpad",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-field-trial-config",
  "--disable-search-engine-choice-screen",
  "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,InterestFeedContentSuggestions",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--disable-popup-blocking",
  "--metrics-recording-only",
  "--no-pings",
  "--password-store=basic",
  "--use-mock-keychain",
  "--lang=da",
  "--ozone-platform-hint=auto",
];

/** Nothing has an address here, whatever the app itself asks for: the app's own files are answered before names are looked up. */
const noNames = "--host-resolver-rules=MAP * ~NOTFOUND";

/** Starts the browser. `switches` are those the app appended to its command line. */
export function startChromium(switches: readonly string[]): Chromium {
  const profile = mkdtempSync(join(tmpdir(), "referent-stand-in-"));
  const program = browserPath();
  const base = [...browserArgs(), `--user-data-dir=${profile}`];
  const own = switches.some((each) => each.startsWith("--host-resolver-rules=")) ? switches : [...switches, noNames];
  const child = spawn(program, [...base, ...quiet, ...own, ...(headed ? [] : ["--headless"])], {
    // A Ctrl+C in the terminal is for main, which lets the window save; the browser shall not hear of it.
    detached: process.platform !== "win32",
    stdio: ["ignore", "ignore", process.env["REFERENT_STAND_IN_LOG"] === undefined ? "ignore" : "inherit", "pipe", "pipe"],
  });
  if (process.getuid?.() === 0) process.stderr.write("Erstatningen kører som root: Chromium uden sandkasse.\n");
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  return {
    devtools: new DevTools(child.stdio[4] as Readable, child.stdio[3] as Writable),
    pid: pidOf(child),
    openAppWindow(url, { width, height }) {
      spawn(program, [...base, `--app=${url}`, `--window-size=${width},${height}`], { stdio: "ignore" });
    },
    profile,
    ended,
    async end() {
      child.kill("SIGKILL");
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error("Chromium kunne ikke startes.");
  return child.pid;
}
