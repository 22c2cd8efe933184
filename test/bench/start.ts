import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { browserArgs, browserPath } from "../support/browser.ts";
import { launchApp } from "../support/launch.ts";
import { openSampleApp } from "../support/sample-app.ts";
import { type BenchResult, compared, inTurn, timed } from "./measure.ts";

const rounds = 5;

/** From nothing to a window one can write in, with the sample meeting in the list, against the same browser showing a blank page. */
export async function benchStart(): Promise<BenchResult[]> {
  const work = mkdtempSync(join(tmpdir(), "referent-bench-"));
  const dataDir = join(work, "data");
  await (await openSampleApp(dataDir)).close();
  try {
    await ourStart(dataDir);
    await theirStart();
    const times = await inTurn(rounds, () => ourStart(dataDir), theirStart);
    return [compared("start til man kan skrive i mødet, mod samme browser til en tom side", times)];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function ourStart(dataDir: string): Promise<number> {
  const started = performance.now();
  const app = await launchApp({ dataDir });
  await app.page.getByText("Rådmandsmøde d. 10. marts").first().waitFor();
  await app.page.keyboard.press("Enter");
  await app.page.locator(".ProseMirror-focused").waitFor();
  const took = performance.now() - started;
  await app.close();
  return took;
}

function theirStart(): Promise<number> {
  let close = async (): Promise<void> => {};
  return timed(async () => {
    const browser = await chromium.launch({ executablePath: browserPath(), args: browserArgs() });
    const page = await browser.newPage();
    await page.setContent("<p contenteditable autofocus></p>");
    close = () => browser.close();
  }).finally(() => close());
}
