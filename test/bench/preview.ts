import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { launchApp } from "../support/launch.ts";
import { type BenchResult, compared, median, percentile } from "./measure.ts";
import { type PageProbe, watchKeys, watchPages } from "./preview-probe.ts";
import { type TypedMeeting, writeTypedMeetings } from "./typing-meetings.ts";

/** `limitMs`: no more from the last key to the page that shows it, at p95. `items` and `text` are what gives so many finished pages. */
const referats = [
  { pages: 10, limitMs: 150, items: 12, text: 9 },
  { pages: 40, limitMs: 400, items: 47, text: 40 },
] as const;
/** The preview may make a key this much dearer and no more. */
const keyLimit = 1.1;

const words = "borgmesteren tog orienteringen til efterretning og bad om en status til sommer ";
/** A key each this many milliseconds: someone who writes fast. */
const paceMs = 100;
const bursts = 30;
const burstKeys = 6;
const rounds = 3;
/** When nothing has been drawn for this long, nothing more will be. */
const quietMs = 700;

/** From the last key to the finished page that shows it, and what the open preview costs each key, in the built window. */
export async function benchPreview(): Promise<BenchResult[]> {
  const work = mkdtempSync(join(tmpdir(), "referent-bench-"));
  const dataDir = join(work, "data");
  const meetings = referats.map(({ pages, items, text }): TypedMeeting => ({ name: `${pages} siders referat`, items, pages: text }));
  await writeTypedMeetings(dataDir, meetings);
  const app = await launchApp({ dataDir });
  try {
    const cdp = await app.page.context().newCDPSession(app.page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    await app.page.setViewportSize({ width: 1440, height: 900 });
    const results: BenchResult[] = [];
    for (const { pages, limitMs } of referats) results.push(...(await benchReferat({ page: app.page, cdp }, { pages, limitMs })));
    return results;
  } finally {
    await app.close();
    rmSync(work, { recursive: true, force: true });
  }
}

type Window = { page: Page; cdp: CDPSession };

async function benchReferat(window: Window, { pages, limitMs }: { pages: number; limitMs: number }): Promise<BenchResult[]> {
  const { page } = window;
  await page.getByText(`${pages} siders referat`, { exact: true }).first().click();
  await page.locator(".ProseMirror-focused").waitFor();
  await showPreview(page, true);
  const set = await page.locator(".preview-page").count();
  if (set < pages || set > pages * 1.1) throw new Error(`the referat has ${set} pages, not ${pages}`);
  await page.keyboard.press("Control+4");
  const shown = await keyToPage(page);
  const keys = await keysInTurns(window);
  await page.getByRole("button", { name: "Møder" }).click();
  const name = `${set} sider`;
  return [
    compared(`sidste tast til siden vist, p50, ${name}, mod ${limitMs} ms`, { ours: percentile(shown, 50), theirs: limitMs }),
    compared(`sidste tast til siden vist, p95, ${name}, mod ${limitMs} ms`, { ours: percentile(shown, 95), theirs: limitMs }),
    compared(
      `tast til billede, median, ${name}, med siderne mod uden (højst ${keyLimit})`,
      of(keys, ({ frames }) => median(frames)),
    ),
    compared(
      `tast til billede, p95, ${name}, med siderne mod uden`,
      of(keys, ({ frames }) => percentile(frames, 95)),
    ),
    compared(
      `script pr. tast, snit, ${name}, med siderne mod uden`,
      of(keys, ({ script }) => median(script)),
    ),
  ];
}

async function showPreview(page: Page, shown: boolean): Promise<void> {
  await page.getByRole("tab", { name: shown ? "Forhåndsvisning" : /^Bilag/ }).click();
  if (shown) await page.locator(".preview-page canvas[data-drawn]").first().waitFor();
  else await page.locator(".preview-page").first().waitFor({ state: "detached" });
  await page.locator(".ProseMirror").click({ position: { x: 4, y: 4 }, force: true, noWaitAfter: true });
  await page.keyboard.press("Control+4");
  await page.waitForTimeout(quietMs);
}

async function type(page: Page, keys: string): Promise<void> {
  for (const key of keys) {
    const started = performance.now();
    await page.keyboard.press(key === " " ? "Space" : key);
    await page.waitForTimeout(Math.max(0, paceMs - (performance.now() - started)));
  }
}

/** Milliseconds from the last key of each burst until the pages in sight look as they do when all is quiet. */
async function keyToPage(page: Page): Promise<number[]> {
  await page.evaluate(watchPages);
  await page.waitForTimeout(quietMs);
  const times: number[] = [];
  const text = words.repeat(Math.ceil((bursts * burstKeys) / words.length) + 1);
  for (let burst = -2; burst < bursts; burst += 1) {
    const from = (burst + 2) * burstKeys;
    await type(page, text.slice(from, from + burstKeys - 1));
    // A last key that is no space: the page shows it.
    await page.keyboard.press("a");
    const took = await page.evaluate((quiet) => (window as unknown as { pageProbe: PageProbe }).pageProbe.take(quiet), quietMs);
    if (burst >= 0) times.push(took);
  }
  await page.evaluate(() => (window as unknown as { pageProbe: PageProbe }).pageProbe.stop());
  return times;
}

type Keys = { frames: number[]; script: number[] };
type KeysInTurns = { open: Keys; closed: Keys };

function of({ open, closed }: KeysInTurns, value: (keys: Keys) => number): { ours: number; theirs: number } {
  return { ours: value(open), theirs: value(closed) };
}

/** What a key costs with the preview open and closed, A B A B … */
async function keysInTurns({ page, cdp }: Window): Promise<KeysInTurns> {
  await page.evaluate(watchKeys);
  const keys: KeysInTurns = { open: { frames: [], script: [] }, closed: { frames: [], script: [] } };
  for (let round = -1; round < rounds; round += 1) {
    for (const state of ["open", "closed"] as const) {
      await showPreview(page, state === "open");
      const before = await scriptMs(cdp);
      await type(page, words);
      await page.waitForTimeout(quietMs);
      const script = (await scriptMs(cdp)) - before;
      const frames = await page.evaluate(() => (window as unknown as { keyProbe: { frames: number[] } }).keyProbe.frames.splice(0));
      if (round < 0) continue;
      keys[state].frames.push(...frames);
      keys[state].script.push(script / words.length);
    }
  }
  return keys;
}

async function scriptMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN) * 1_000;
}
