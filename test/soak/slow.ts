import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { LaunchedApp } from "../support/launch.ts";
import { readKilled } from "./killed.ts";
import { openWindow } from "./open-window.ts";
import type { SoakOptions, SoakResult } from "./result.ts";
import { makeMeeting, openRooms } from "./rooms.ts";
import { shimEnv } from "./shim.ts";
import { type Seen, shownDecisions, watch } from "./watched-window.ts";

const keyMs = 60;
/** From the gate to the first save that meets it, with time to spare. */
const beginMs = 800;

type Typist = { typed: string; longestPause: number };

/**
 * Types from within the page, for a driver outside it goes through main, which waits for the disk. Counts the longest time in which the
 * page could do nothing.
 */
function startTypist(page: Page, ms: number): Promise<void> {
  return page.evaluate(
    ({ ms, keyMs }) => {
      const typist: Typist = { typed: "", longestPause: 0 };
      Object.assign(window, { typist });
      const started = performance.now();
      let last = started;
      const timer = setInterval(() => {
        const now = performance.now();
        typist.longestPause = Math.max(typist.longestPause, Math.round(now - last - keyMs));
        last = now;
        if (now - started > ms) return clearInterval(timer);
        const letter = "rådmanden orienterede om sagen "[typist.typed.length % 31] ?? " ";
        document.execCommand("insertText", false, letter);
        typist.typed += letter;
      }, keyMs);
    },
    { ms, keyMs },
  );
}

const readTypist = (page: Page): Promise<Typist> => page.evaluate(() => (window as unknown as { typist: Typist }).typist);

type Tally = {
  runs: number;
  lost: number;
  unreported: number;
  failedToOpen: number;
  typedMeanwhile: number;
  longestPauseMs: number;
  savedAfterMs: number;
};

type Slow = { app: LaunchedApp; gate: string; waitMs: number; tally: Tally };

/** Types while the disk does not answer. Gives the text as the window then holds it. */
async function typeThrough({ app, gate, waitMs, tally }: Slow): Promise<{ seen: Seen; openedAt: number }> {
  await app.page.keyboard.press("Control+1");
  const seen = await watch(app.page);
  await startTypist(app.page, waitMs * 0.9);
  writeFileSync(gate, "");
  const openedAt = Date.now();
  const { typed, longestPause } = await app.page
    .waitForFunction(
      (length) => (window as unknown as { typist: Typist }).typist.typed.length >= length,
      Math.floor((waitMs * 0.6) / keyMs),
    )
    .then(() => readTypist(app.page));
  tally.typedMeanwhile += typed.length;
  tally.longestPauseMs = Math.max(tally.longestPauseMs, longestPause);
  return { seen, openedAt };
}

async function waitUntilSaved(page: Page, ms: number): Promise<void> {
  await page.waitForFunction(() => document.querySelector(".save-status")?.textContent?.startsWith("Gemt") === true, null, { timeout: ms });
}

async function runSlow(slow: Slow, dataDir: string, copy: string): Promise<void> {
  const { app, waitMs, tally } = slow;
  const { seen, openedAt } = await typeThrough(slow);
  await app.page.waitForTimeout(waitMs * 0.3);
  await waitUntilSaved(app.page, waitMs * 3);
  tally.savedAfterMs = Math.max(tally.savedAfterMs, (seen.saved.at(-1)?.at ?? 0) - openedAt);
  // Nothing new may be called saved while the disk has not answered.
  if (seen.saved.some(({ at }) => at > openedAt + beginMs && at < openedAt + waitMs)) tally.unreported += 1;
  const shown = await shownDecisions(app.page);
  const { typed } = await readTypist(app.page);
  if (!shown[0]?.replaceAll("\u00a0", " ").endsWith(typed)) tally.lost += 1;
  await app.kill();
  const { texts } = await readKilled(dataDir, copy);
  if (texts[0] !== shown[0]) tally.lost += 1;
}

export type SlowOptions = SoakOptions & { waitMs?: number };

/** A save whose fsync takes 10 s while the typing goes on, and a kill as soon as the window says that all is saved. */
export async function soakSlow({ runs, seed, onRun, waitMs = 10_000 }: SlowOptions): Promise<SoakResult> {
  const work = mkdtempSync(join(tmpdir(), "referent-soak-slow-"));
  const tally: Tally = { runs: 0, lost: 0, unreported: 0, failedToOpen: 0, typedMeanwhile: 0, longestPauseMs: 0, savedAfterMs: 0 };
  try {
    for (; tally.runs < runs; tally.runs += 1) {
      const dataDir = join(work, `data-${tally.runs}`);
      const gate = join(work, `gate-${tally.runs}`);
      const rooms = openRooms(dataDir);
      await makeMeeting(rooms, "2026-03-10");
      rooms.store.close();
      const { app } = await openWindow(dataDir, shimEnv({ dir: dataDir, gate, from: 1, only: "sync", what: { kind: "wait", ms: waitMs } }));
      try {
        await runSlow({ app, gate, waitMs, tally }, dataDir, join(work, "copy"));
      } catch (error) {
        await app.kill();
        throw error;
      }
      onRun?.(tally.runs + 1);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { soak: "slow", seed, waitMs, ...tally };
}
