import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import type { AttachmentOutcome } from "../../../shared/ipc/contract.ts";
import { addChosen } from "../../support/add-chosen.ts";
import { longestTurn } from "../../support/longest-turn.ts";
import { makePdf } from "../../support/make-pdf.ts";
import { itemId, makeMeeting } from "../../support/meetings.ts";
import { requests, testContext, testFolder, testStore } from "../../support/store.ts";

/** A key is answered in between: of all that main does none is done without a pause that is more of it. */
const largestPart = 1 / 4;

function setUp(paths: string[]) {
  const dialogs = { chooseSaveFile: async () => null, chooseOpenFiles: async () => paths, chooseFolder: async () => null };
  const request = requests(testContext(testStore(), { dialogs }));
  return { request, item: itemId(makeMeeting(request), "Referat") };
}

it("40 files of 1,000 pages in all are added and looked into while main stays free", { timeout: 120_000 }, async () => {
  const folder = testFolder();
  const paths = Array.from({ length: 40 }, (_, n) => join(folder, `Bilag ${n + 1}.pdf`));
  for (const [n, path] of paths.entries()) writeFileSync(path, await makePdf(25, `Bilag ${n + 1}`));
  const { request, item } = setUp(paths);
  let outcomes: AttachmentOutcome[] = [];
  const longest = await longestTurn(async () => {
    outcomes = await addChosen(request, item);
  });
  const last = outcomes.at(-1)?.meeting;
  const added = last === undefined ? [] : itemsOf(last).flatMap(({ attachments }) => attachments);
  expect(added.map(({ title, trouble }) => [title, trouble])).toEqual(paths.map((_, n) => [`Bilag ${n + 1}`, null]));
  expect(longest).toBeLessThan(largestPart);
});

it("a file of 50 MB is read, hashed and written apart from main", { timeout: 60_000 }, async () => {
  const path = join(testFolder(), "stor.pdf");
  writeFileSync(path, Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj\n"), Buffer.alloc(49 * 1024 * 1024, "x")]));
  const { request, item } = setUp([path]);
  const longest = await longestTurn(async () => {
    await addChosen(request, item);
  });
  expect(longest).toBeLessThan(largestPart);
});
