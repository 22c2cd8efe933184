import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Typesetter } from "../../../electron/referat/typesetter.ts";
import type { ItemView } from "../../../shared/domain/meeting.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { bullets, category, item, meeting, recommendations, rich } from "./meetings.ts";
import { compose, openTypesetter } from "./typesetter.ts";

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = openTypesetter();
});
afterAll(() => typesetter.close());

const long =
  "Rådmanden bemærkede, at det er ærgerligt, at vi ikke kan tilgå data på udviklingen, og at det derfor skal undersøges nærmere. ";

/** Words that hyphenation would divide. */
const compounds = [
  "Beskæftigelsesudvalgsmødet",
  "handicapsagsbarometeret",
  "familieretshuset",
  "arbejdsmarkedsuddannelser",
  "sagsbehandlingsforbedringer",
];

const kinds: [string, Partial<ItemView>][] = [
  ["a short decision", { decision: rich("Godkendt.") }],
  ["a long decision", { decision: rich(long.repeat(4), long.repeat(3)) }],
  ["a list", { decision: rich(bullets("en", "to", "tre")) }],
  ["a closed punkt", { closed: true, decision: rich(long) }],
  ["an indstilling", { recommendations: recommendations("at rådmanden tager orienteringen"), decision: rich(long.repeat(2)) }],
  ["an agenda text", { agendaText: rich(long.repeat(2)), decision: rich("Godkendt.") }],
  ["at-points", { decision: rich("at 1) rådmanden godkendte.", "FAS følger op.", `at 2) ${long}`) }],
];

/** A punkt after `filler` lines, so that its heading falls at every height near the foot of the page. */
async function setAfter(filler: number, parts: Partial<ItemView>): Promise<string[][]> {
  const first = item(1, "Fyld", { agendaText: rich(...Array.from({ length: filler }, (_, i) => `linje ${i}`)) });
  const categories = [category("Til godkendelse", first), category("Faste punkter", item(2, "Sagen", { minutes: 10, ...parts }))];
  const { pdf } = await typesetter.typeset(compose(meeting({ categories })));
  return (await readPdf(pdf)).pages.map((lines) => lines.slice(1, -1));
}

describe("page breaks", { timeout: 60_000 }, () => {
  it.each(kinds)("leave no heading alone at the foot before %s", async (_, parts) => {
    const broken = new Set<number>();
    for (let filler = 22; filler < 44; filler += 1) {
      const pages = await setAfter(filler, parts);
      const feet = pages.slice(1, -1).map((lines) => lines.at(-1) ?? "");
      for (const foot of feet) expect(foot, `after ${filler} lines`).not.toMatch(/^(Kategori|Punkt 2|Beslutning|Lukket|Det indstilles)/);
      broken.add(pages.findIndex((lines, i) => i > 0 && lines.includes("Punkt 2: Sagen (10 min)")));
    }
    expect([...broken]).toEqual([1, 2]);
  });

  it("leave no punkt of Indhold at the foot apart from the row under it", async () => {
    const items = Array.from({ length: 80 }, (_, i) => item(i + 1, "Sag", i % 7 === 3 ? {} : { decision: rich("Godkendt.") }));
    for (const information of [[], ["en"], ["en", "to"]]) {
      const { pdf } = await typesetter.typeset(compose(meeting({ information, categories: [category("", ...items)] })));
      const pages = (await readPdf(pdf)).pages.map((lines) =>
        lines.slice(1, -1).filter((row) => /^(Beslutning for )?Punkt \d+: Sag \d+$/.test(row)),
      );
      const tops = pages.flatMap((rows) => rows.slice(0, 1));
      expect(tops.length).toBeGreaterThan(2);
      for (const top of tops) expect(top).toMatch(/^Punkt/);
    }
  });

  it("leave no single line of a paragraph at foot or top, and no word is divided", async () => {
    const sentence = `${compounds.join(", ")} `.repeat(6).trim();
    for (let filler = 24; filler < 36; filler += 1) {
      const pages = await setAfter(filler, { decision: rich(sentence) });
      const decided = pages.slice(1).map((lines) => lines.filter((line) => compounds.some((word) => line.includes(word))));
      for (const lines of decided) expect(lines.length, `after ${filler} lines`).not.toBe(1);
      expect(decided.flat().join(" ")).toBe(sentence);
    }
  });
});
