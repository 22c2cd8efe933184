import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { greyPng } from "../../support/grey-png.ts";
import { differencePng, drawPages, readPicture, shareThatDiffers } from "../../support/page-pictures.ts";
import { pageMeetings } from "./page-meetings.ts";
import { openTypesetter } from "./typesetter.ts";

const kept = new URL("../../fixtures/pages/", import.meta.url);
const differences = new URL("../../../.cache/pages/", import.meta.url);
/** `RENEW=1 npx vitest run --project unit test/electron/referat/pages.test.ts` keeps the pages as they are now; look at each of them. */
const renew = process.env["RENEW"] === "1";
/** Of the pixels of a page: a changed word is ten times as many, another PC's edges of letters none. */
const tolerance = 0.0001;

const typesetter = openTypesetter();
afterAll(() => typesetter.close());

const meetings = pageMeetings();
const pictureName = (name: string, page: number): string => `${name}-${page === 0 ? "sidste" : page}.png`;

describe("the pages of the referat look as they were signed", { timeout: 60_000 }, () => {
  it.each(meetings.map((each) => [each.name, each] as const))("%s", async (name, { document, files, pages }) => {
    const { pdf } = await typesetter.typeset(document, files);
    const drawn = await drawPages(pdf, pages);
    for (const [i, picture] of drawn.entries()) {
      const file = pictureName(name, pages[i] as number);
      const path = new URL(file, kept);
      if (renew) writeFileSync(path, greyPng(picture));
      const before = await readPicture(readFileSync(path));
      const share = shareThatDiffers(before, picture);
      const shown = new URL(file, differences);
      if (share > tolerance) {
        mkdirSync(differences, { recursive: true });
        writeFileSync(shown, differencePng(before, picture));
      } else rmSync(shown, { force: true });
      expect(share, `${file}: see ${fileURLToPath(shown)}, old in red and new in blue`).toBeLessThanOrEqual(tolerance);
    }
  });

  it("keeps no page that is not looked at", () => {
    const names = meetings.flatMap(({ name, pages }) => pages.map((page) => pictureName(name, page)));
    expect(readdirSync(kept).sort()).toEqual(names.sort());
  });

  it("sees a word that changed", async () => {
    const [first] = meetings;
    if (first === undefined || !existsSync(kept)) throw new Error("no meeting");
    const changed = { ...first.document, facts: [{ label: "Sted", lines: ["Rådhuset"] }, ...first.document.facts.slice(1)] };
    const { pdf } = await typesetter.typeset(changed);
    const [picture] = await drawPages(pdf, [1]);
    const before = await readPicture(readFileSync(new URL(pictureName(first.name, 1), kept)));
    expect(shareThatDiffers(before, picture ?? before)).toBeGreaterThan(3 * tolerance);
  });
});
