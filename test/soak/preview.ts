import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { percentile } from "../bench/measure.ts";
import { writeTypedMeetings } from "../bench/typing-meetings.ts";
import { launchApp } from "../support/launch.ts";
import { pick, type SoakOptions, type SoakResult, seeded } from "./result.ts";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const name = "10 siders referat";
/** The memory is read once for so many keys. */
const sampleEvery = 10;

/**
 * Key after key in the built window with the preview open, each one's page awaited: memory of main and all of the window's processes.
 * `growthMb`: the most of the last quarter less the most of the first, warm-up left out. Linux.
 */
export async function soakPreview({ runs, seed, onRun }: SoakOptions): Promise<SoakResult> {
  const work = mkdtempSync(join(tmpdir(), "referent-soak-"));
  const dataDir = join(work, "data");
  await writeTypedMeetings(dataDir, [{ name, items: 12, pages: 9 }]);
  const app = await launchApp({ dataDir });
  const random = seeded(seed);
  const memory: number[] = [];
  const times: number[] = [];
  try {
    await openPreview(app.page);
    for (let run = 0; run < runs; run += 1) {
      // A space at the end of a line is not seen: a letter follows at once.
      if (run % 7 === 6) await app.page.keyboard.press("Space");
      times.push(await keyToDrawn(app.page, pick(random, letters)));
      if (run % sampleEvery === 0) memory.push(megabytesOf(app.pid));
      onRun?.(run + 1);
    }
    return { soak: "preview", runs, lost: 0, unreported: 0, failedToOpen: 0, ...memoryOf(memory), ...timesOf(times) };
  } finally {
    await app.close();
    rmSync(work, { recursive: true, force: true });
  }
}

async function openPreview(page: Page): Promise<void> {
  await page.getByText(name, { exact: true }).first().click();
  await page.locator(".ProseMirror-focused").waitFor();
  await page.keyboard.press("Control+P");
  await page.locator(".preview-page canvas[data-drawn]").first().waitFor();
  await page.keyboard.press("Control+4");
}

/** Milliseconds until a page in sight has been drawn anew. */
async function keyToDrawn(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const drawn = new Promise<void>((resolve) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        resolve();
      });
      watch.observe(document.body, { subtree: true, attributeFilter: ["data-drawn"] });
    });
    Object.assign(window, { drawn });
  });
  const started = performance.now();
  await page.keyboard.press(key);
  await page.evaluate(() => (window as unknown as { drawn: Promise<void> }).drawn);
  return performance.now() - started;
}

function memoryOf(samples: readonly number[]): { firstMb: number; lastMb: number; growthMb: number } {
  const quarter = Math.floor(samples.length / 4);
  const warm = Math.floor(samples.length / 20);
  const firstMb = Math.round(Math.max(...samples.slice(warm, quarter)));
  const lastMb = Math.round(Math.max(...samples.slice(-quarter)));
  return { firstMb, lastMb, growthMb: lastMb - firstMb };
}

function timesOf(times: readonly number[]): { p50Ms: number; p95Ms: number; slowestMs: number } {
  const at = (percent: number): number => Math.round(percentile(times, percent));
  return { p50Ms: at(50), p95Ms: at(95), slowestMs: at(100) };
}

/** What a process and its descendants hold, what they share counted once. */
function megabytesOf(pid: number): number {
  const parents = new Map(
    readdirSync("/proc")
      .filter((entry) => /^\d+$/.test(entry))
      .map((entry) => [Number(entry), Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${entry}/status`))?.[1] ?? 0)]),
  );
  const isOurs = (each: number): boolean => each === pid || (each > 1 && isOurs(parents.get(each) ?? 0));
  const kilobytes = [...parents.keys()]
    .filter(isOurs)
    .map((each) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${each}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

/** "" for a process that has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
