import { existsSync } from "node:fs";

/** An installed Chromium-based browser. `REFERENT_BROWSER` names another one. */
export function browserPath(): string {
  const candidates = [
    process.env["REFERENT_BROWSER"],
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ];
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (found === undefined) throw new Error("Ingen Chromium, Chrome eller Edge fundet. Kør: node scripts/setup.mjs --browser");
  return found;
}

/** Flags for every browser a test starts. A sandbox cannot be had as root (containers, CI). */
export function browserArgs(): string[] {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"];
  return process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet;
}
