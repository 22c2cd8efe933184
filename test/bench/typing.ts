import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { browserArgs, browserPath } from "../support/browser.ts";
import { launchApp } from "../support/launch.ts";
import { openSampleApp } from "../support/sample-app.ts";
import { type BenchResult, compared, median } from "./measure.ts";
import { benchSaving } from "./saving.ts";
import { benchTypingScript } from "./typing-script.ts";

const keys = "ministeren tog orienteringen til efterretning og kvitterede for det gode arbejde ";
const rounds = 3;
const commits = 8;

type Probe = { frames: number[] };

/** What a key costs the eye, the disk and the processor, and how long its save holds the main process. */
export async function benchTyping(): Promise<BenchResult[]> {
  return [...(await benchFrames()), ...(await benchTypingScript()), ...(await benchSaving())];
}

/** Typing with the sample meeting open against a bare contenteditable with the same 150 ms timer and a write with fsync. */
async function benchFrames(): Promise<BenchResult[]> {
  const work = mkdtempSync(join(tmpdir(), "referent-bench-"));
  const dataDir = join(work, "data");
  await (await openSampleApp(dataDir)).close();
  const app = await launchApp({ dataDir });
  const browser = await chromium.launch({ executablePath: browserPath(), args: browserArgs() });
  try {
    await app.page.getByText("Rådmandsmøde d. 10. marts").first().waitFor();
    await app.page.keyboard.press("Enter");
    await app.page.locator(".ProseMirror-focused").waitFor();
    const bare = await barePage(browser, join(work, "bare.txt"));
    const frames = { ours: [] as number[], theirs: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      frames.ours.push(...(await keyToFrame(app.page)));
      frames.theirs.push(...(await keyToFrame(bare)));
    }
    const commit = { ours: await keyToCommit(app.page, ourCommit), theirs: await keyToCommit(bare, theirCommit) };
    return [
      compared("tast til billede, median", { ours: median(frames.ours), theirs: median(frames.theirs) }),
      compared("tast til gemt, median", commit),
    ];
  } finally {
    await app.close();
    await browser.close();
    rmSync(work, { recursive: true, force: true });
  }
}

async function barePage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const file = openSync(path, "w");
  await page.exposeFunction("store", (text: string) => {
    writeSync(file, text, 0);
    fsyncSync(file);
  });
  page.on("close", () => closeSync(file));
  await page.setContent("<div contenteditable></div><output></output>");
  await page.evaluate(() => {
    const text = document.querySelector("div") as HTMLElement;
    const shown = document.querySelector("output") as HTMLElement;
    let waiting = false;
    text.addEventListener("input", () => {
      if (waiting) return;
      waiting = true;
      setTimeout(async () => {
        waiting = false;
        await (window as unknown as { store(text: string): Promise<void> }).store(text.textContent ?? "");
        shown.textContent = String(performance.now());
      }, 150);
    });
    text.focus();
  });
  return page;
}

/** Milliseconds from each key to the end of the frame that shows it. */
async function keyToFrame(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const probe: Probe = { frames: [] };
    if ("probe" in window) return;
    Object.assign(window, { probe });
    const keyed = () => {
      const at = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => probe.frames.push(performance.now() - at);
        port2.postMessage(0);
      });
    };
    // On the way down: a letter does not come back up from the text.
    addEventListener("keydown", keyed, { capture: true });
  });
  for (const key of keys) await page.keyboard.press(key === " " ? "Space" : key);
  return page.evaluate(() => {
    const { frames } = (window as unknown as { probe: Probe }).probe;
    return frames.splice(0);
  });
}

/** Milliseconds from a key after a pause until the page says that the text is stored. */
async function keyToCommit(page: Page, watchCommit: () => void): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < commits; round += 1) {
    await page.waitForTimeout(1_100);
    await page.evaluate(watchCommit);
    await page.keyboard.press("a");
    times.push(await page.evaluate(() => (window as unknown as { took: Promise<number> }).took));
  }
  return median(times);
}

function ourCommit(): void {
  const took = new Promise<number>((resolve) => {
    let keyAt = 0;
    addEventListener("keydown", () => (keyAt = performance.now()), { once: true, capture: true });
    let seenUnsaved = false;
    const watch = new MutationObserver(() => {
      const saved = [...document.querySelectorAll("header *")].some((part) => /^Gemt \d\d\.\d\d\.\d\d$/.test(part.textContent ?? ""));
      seenUnsaved ||= !saved;
      if (!seenUnsaved || !saved) return;
      watch.disconnect();
      resolve(performance.now() - keyAt);
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  Object.assign(window, { took });
}

function theirCommit(): void {
  const took = new Promise<number>((resolve) => {
    let keyAt = 0;
    addEventListener("keydown", () => (keyAt = performance.now()), { once: true, capture: true });
    const shown = document.querySelector("output") as HTMLElement;
    const watch = new MutationObserver(() => {
      watch.disconnect();
      resolve(performance.now() - keyAt);
    });
    watch.observe(shown, { childList: true });
  });
  Object.assign(window, { took });
}
