import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, it } from "vitest";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { addChosen } from "../../support/add-chosen.ts";
import { makePdf } from "../../support/make-pdf.ts";
import { itemId, makeMeeting } from "../../support/meetings.ts";
import { requests, testContext, testFolder, testStore } from "../../support/store.ts";

/** Generous: what is proved is that no file is read, hashed or parsed by main, whatever else the PC does meanwhile. */
const longestBlockMs = 400;

it("40 files of 1,000 pages in all are added and looked into while main stays free", { timeout: 120_000 }, async () => {
  const folder = testFolder();
  const paths = Array.from({ length: 40 }, (_, n) => join(folder, `Bilag ${n + 1}.pdf`));
  for (const [n, path] of paths.entries()) writeFileSync(path, await makePdf(25, `Bilag ${n + 1}`));
  const dialogs = { chooseSaveFile: async () => null, chooseOpenFiles: async () => paths, chooseFolder: async () => null };
  const context = testContext(testStore(), { dialogs });
  const request = requests(context);
  const item = itemId(makeMeeting(request), "Referat");
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const outcomes = await addChosen(request, item);
  delay.disable();
  const last = outcomes.at(-1)?.meeting;
  const added = last === undefined ? [] : itemsOf(last).flatMap(({ attachments }) => attachments);
  expect(added.map(({ title, trouble }) => [title, trouble])).toEqual(paths.map((_, n) => [`Bilag ${n + 1}`, null]));
  const worst = delay.max / 1e6;
  if (process.env["SAY"] !== undefined)
    process.stderr.write(`${Math.round(performance.now() - started)} ms, main blocked ${worst.toFixed(1)} ms at most\n`);
  expect(worst).toBeLessThan(longestBlockMs);
});
