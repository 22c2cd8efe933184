import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { percentile } from "../bench/measure.ts";
import { sentences, writeTypedMeetings } from "../bench/typing-meetings.ts";
import { type LaunchedApp, launchApp } from "../support/launch.ts";
import { type Megabytes, megabytesOf } from "./process-memory.ts";
import { pick, type Random, type SoakOptions, type SoakResult, seeded } from "./result.ts";

const name = "10 siders referat";
/** The memory is read once for so many keys. */
const sampleEvery = 10;
/** A pause in which the engines collect what is done with, as they do when nobody writes. */
const restMs = 15_000;

/**
 * Key after key in the built window with the preview open, each letter's page awaited: memory of main and all of the window's processes.
 * What is written are words in sentences and paragraphs, as in a meeting: nonsense in one paragraph has each word marked by the spelling, and
 * what the browser needs to lay it out grows with it, with the preview and without.
 * `growthMb`: the most of the last quarter less the most of the first, warm-up left out, with what the engines have not yet collected. After each quarter nobody writes for 15 s: `keptGrowthMb` is what is held then at the end more than
 * after the first. Of each kind of process, and of main's heap, the most of each quarter is told. Linux.
 */
export async function soakPreview({ runs, seed, onRun }: SoakOptions): Promise<SoakResult> {
  const work = mkdtempSync(join(tmpdir(), "referent-soak-"));
  const dataDir = join(work, "data");
  await writeTypedMeetings(dataDir, [{ name, items: 12, pages: 9 }]);
  const app = await launchApp({ dataDir });
  const random = seeded(seed);
  const keys = keysOf(random, runs);
  const memory: Sample[] = [];
  const rested: number[] = [];
  const times: number[] = [];
  try {
    await openPreview(app.page);
    for (const [run, { before, letter }] of keys.entries()) {
      for (const key of before) await app.page.keyboard.press(key);
      times.push(await keyToDrawn(app.page, letter));
      if (run % sampleEvery === 0) memory.push({ ...megabytesOf(app.pid), mainHeap: await heapOf(app) });
      onRun?.(run + 1);
      if ((run + 1) % Math.ceil(runs / 4) === 0 || run + 1 === runs) {
        await new Promise((resolve) => setTimeout(resolve, restMs));
        rested.push(wholeOf(megabytesOf(app.pid)));
      }
    }
    return { soak: "preview", runs, lost: 0, unreported: 0, failedToOpen: 0, ...keptOf(rested), ...memoryOf(memory), ...timesOf(times) };
  } finally {
    await app.close();
    rmSync(work, { recursive: true, force: true });
  }
}

/** What is pressed before a letter is not seen by itself: a space at the end of a line, an empty paragraph. */
type Key = { before: string[]; letter: string };

/** Words in any order, of letters that the driver has keys for; ten to a sentence, sixty to a paragraph. */
function keysOf(random: Random, letters: number): Key[] {
  const words = sentences.flatMap((sentence) => sentence.split(/[\s,.]+/)).filter((word) => /^[a-z]+$/.test(word));
  const keys: Key[] = [];
  let before: string[] = [];
  for (let count = 1; keys.length < letters; count += 1) {
    for (const letter of pick(random, words)) {
      keys.push({ before, letter });
      before = [];
    }
    before = [...(count % 10 === 0 ? ["."] : []), count % 60 === 0 ? "Enter" : "Space"];
  }
  return keys.slice(0, letters);
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

/** What main's own scripts hold, and what is laid outside of the heap for them. */
type Sample = Megabytes & { mainHeap: number };

async function heapOf(app: LaunchedApp): Promise<number> {
  const { heapTotal, external } = await app.evaluate(() => process.memoryUsage(), null);
  return (heapTotal + external) / 1024 / 1024;
}

type Told = { firstMb: number; lastMb: number; growthMb: number; [of: string]: number | string };

const wholeOf = ({ main, window, drawing, browser, others }: Megabytes): number => main + window + drawing + browser + others;

function keptOf(rested: readonly number[]): { keptGrowthMb: number; restedMb: string } {
  return { keptGrowthMb: Math.round((rested.at(-1) ?? 0) - (rested[0] ?? 0)), restedMb: rested.map(Math.round).join(" ") };
}

function memoryOf(samples: readonly Sample[]): Told {
  const whole = quartersOf(samples.map(wholeOf));
  const [firstMb = 0, lastMb = 0] = [whole[0], whole[3]];
  const each = (["main", "window", "drawing", "browser", "others", "mainHeap"] as const).map((kind) => [
    `${kind}Mb`,
    quartersOf(samples.map((sample) => sample[kind])).join(" "),
  ]);
  return { firstMb, lastMb, growthMb: lastMb - firstMb, ...Object.fromEntries(each) };
}

/** The most of each quarter of the samples, warm-up left out. */
function quartersOf(samples: readonly number[]): number[] {
  const quarter = Math.floor(samples.length / 4);
  const warm = Math.floor(samples.length / 20);
  const parts = [samples.slice(warm, quarter), samples.slice(quarter, -2 * quarter), samples.slice(-2 * quarter, -quarter)];
  return [...parts, samples.slice(-quarter)].map((part) => Math.round(Math.max(...part)));
}

function timesOf(times: readonly number[]): { p50Ms: number; p95Ms: number; slowestMs: number } {
  const at = (percent: number): number => Math.round(percentile(times, percent));
  return { p50Ms: at(50), p95Ms: at(95), slowestMs: at(100) };
}
