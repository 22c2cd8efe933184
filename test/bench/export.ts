import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { composeReferat } from "../../electron/referat/compose.ts";
import { createTypesetter } from "../../electron/referat/engine.ts";
import type { MeetingView } from "../../shared/domain/meeting.ts";
import { browserArgs, browserPath } from "../support/browser.ts";
import { openSampleApp } from "../support/sample-app.ts";
import { type BenchResult, compared, inTurn, timed } from "./measure.ts";
import { referatHtml } from "./referat-html.ts";

const warmRounds = 15;
const firstRounds = 5;
const resourcesDir = fileURLToPath(new URL("../../resources", import.meta.url));
const workerUrl = new URL("../../electron/referat/typeset-worker.ts", import.meta.url);

/** The sample's referat set by us and printed by Chromium from HTML: first from nothing (engine or browser not yet started), and warm after an edit. */
export async function benchExport(): Promise<BenchResult[]> {
  const meeting = await sampleMeeting();
  const first = await inTurn(
    firstRounds,
    () => ourFirst(meeting),
    () => theirFirst(meeting),
  );
  const typesetter = createTypesetter({ workerUrl, resourcesDir });
  const browser = await startBrowser();
  try {
    let round = 0;
    const ours = (): Promise<number> => timed(() => typesetter.typeset(composeReferat(edited(meeting, ++round), { organisation: "" })));
    const theirs = (): Promise<number> => timed(() => print(browser, edited(meeting, ++round)));
    await ours();
    await theirs();
    return [compared("referat, første gang", first), compared("referat, varmt efter en rettelse", await inTurn(warmRounds, ours, theirs))];
  } finally {
    await typesetter.close();
    await browser.close();
  }
}

async function sampleMeeting(): Promise<MeetingView> {
  const work = mkdtempSync(join(tmpdir(), "referent-bench-"));
  const app = await openSampleApp(join(work, "data"));
  const meeting = await app.handlers["meetings:get"]({ meetingId: app.meetingId });
  await app.close();
  rmSync(work, { recursive: true, force: true });
  return meeting;
}

/** The meeting with one more word in its last category's first decision. */
function edited(meeting: MeetingView, round: number): MeetingView {
  const copy = structuredClone(meeting);
  const item = copy.categories.at(-1)?.items[0];
  item?.decision.content.push({ type: "paragraph", content: [{ type: "text", text: `Rettelse ${round}.` }] });
  return copy;
}

function ourFirst(meeting: MeetingView): Promise<number> {
  return timed(async () => {
    const typesetter = createTypesetter({ workerUrl, resourcesDir });
    await typesetter.typeset(composeReferat(meeting, { organisation: "" }));
    await typesetter.close();
  });
}

function theirFirst(meeting: MeetingView): Promise<number> {
  return timed(async () => {
    const browser = await startBrowser();
    await print(browser, meeting);
    await browser.close();
  });
}

function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), args: browserArgs() });
}

async function print(browser: Browser, meeting: MeetingView): Promise<void> {
  const page = await browser.newPage();
  await page.setContent(referatHtml(meeting));
  await page.pdf({ format: "A4", displayHeaderFooter: true, tagged: true, outline: true });
  await page.close();
}
