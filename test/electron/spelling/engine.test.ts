import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { SpellingEngine } from "../../../electron/spelling/engine.ts";
import { loadSpelling } from "../../../electron/spelling/load.ts";
import { wordsOf } from "../../../shared/domain/words.ts";

let engine: SpellingEngine;

beforeAll(async () => {
  engine = await loadSpelling(fileURLToPath(new URL("../../../resources", import.meta.url)));
});

const wrongIn = (text: string, own: string[] = []): string[] =>
  engine
    .check(
      wordsOf(text).map(({ word }) => word),
      own,
    )
    .map(({ word }) => word);

describe("the slips of the real minutes", () => {
  it.each([
    ["Det tages op efter somemrferien.", "somemrferien", "unknown", "sommerferien"],
    ["Området er vigtigt, herunde økonomien.", "herunde", "suspicious", "herunder"],
    ["Sagen er omtalt i Ankelse i dag.", "Ankelse", "unknown", null],
    ["Der er paraleler til andre kommuner.", "paraleler", "unknown", "paralleller"],
    ["Arbejdet er igang.", "igang", "unknown", "i gang"],
    ["indstillingen om handicapbarsbarometeret", "handicapbarsbarometeret", "suspicious", "handicapbarometeret"],
  ])("%s", (text, slip, kind, meant) => {
    const found = engine.check(
      wordsOf(text).map(({ word }) => word),
      [],
    );
    expect(found).toEqual([{ word: slip, kind }]);
    if (meant !== null) expect(engine.suggest(slip, [])[0]).toBe(meant);
  });
});

/** What is truly wrong in the three packets, besides what only the sense tells. */
const slips = new Set([
  ...["handicapbarsbarometeret", "sagem", "iværksettes", "udtrages", "udtrage", "opfølgingsmøder", "dagsordenpunkter"],
  ...["efterværnområdet", "halvårige"],
]);

describe("the three public packets", () => {
  const packets = ["2023-12-18", "2024-10-08", "2026-03-10"].map((name) =>
    wordsOf(readFileSync(new URL(`../../fixtures/seeds/${name}.txt`, import.meta.url), "utf8")).map(({ word }) => word),
  );

  it("raise fewer than five false alarms a thousand words, each of them and together", () => {
    for (const words of [...packets, packets.flat()]) {
      const wrong = new Set(engine.check(words, []).map(({ word }) => word));
      const alarms = words.filter((word) => wrong.has(word) && !slips.has(word));
      expect((alarms.length / words.length) * 1000, alarms.join(" ")).toBeLessThan(5);
    }
  });

  it("have all their slips found", () => {
    const wrong = new Set(engine.check(packets.flat(), []).map(({ word }) => word));
    expect([...slips].filter((slip) => !wrong.has(slip))).toEqual([]);
  });
});

describe("a word is right", () => {
  it.each([
    ["put together freely", "Rådmandskredsen drøftede efterværnsindsatserne, sagsbehandlingsfristen og beskæftigelsesgraden"],
    ["in the forms of the lexicon's models", "dagsordensættes dagsordenssætter lovmedholdeligt udførernes sagsarbejdet aftalepartierne"],
    ["of usual parts, though a slip away from another word", "sagschefen børnesag ungeplanen kulturplanen plejemødet"],
    ["as a name, in the genitive and in capitals", "Winnerskjold Winnerskjolds WINNERSKJOLD Gellerups"],
    ["with initials in front", "MSB-deltagelse EU-dommen KL-udspil INCITA-forløb"],
    ["as an abbreviation, with and without its dots", "pga. mhp. ift. vedr. hhv. f.eks. bl.a. mia.kr. pkt."],
    ["up to another word", "social-, beskæftigelses- og uddannelsesområdet"],
    ["with an ending after an apostrophe", "pdf'en cv'er"],
    ["at the beginning of a sentence", "Forecast og Dagsordensat"],
  ])("%s", (_, text) => {
    expect(wrongIn(text)).toEqual([]);
  });
});

describe("a word is wrong", () => {
  it.each([
    ["with a letter left out of a compound", "borgemesteren sagbehandling"],
    ["written together against the house's list", "Igang iforhold tilgengæld udfra påny TILSTEDE"],
    ["when only one part is right", "MSB-deltaglse INCITA-forlb"],
    ["as a name without its capital", "winnerskjold"],
  ])("%s", (_, text) => {
    expect(wrongIn(text)).toEqual(wordsOf(text).map(({ word }) => word));
  });
});

describe("the referent's own words", () => {
  it("are right with their endings and in compounds, and no longer than they stand there", () => {
    expect(wrongIn("Kloppenskjold Kloppenskjolds Kloppenskjold-sagen")).toHaveLength(3);
    expect(wrongIn("Kloppenskjold Kloppenskjolds Kloppenskjold-sagen", ["Kloppenskjold"])).toEqual([]);
    expect(wrongIn("Kloppenskjold")).toEqual(["Kloppenskjold"]);
  });

  it("are suggested for what is a slip away from them", () => {
    expect(engine.suggest("Kloppenskold", ["Kloppenskjold"])[0]).toBe("Kloppenskjold");
  });
});

it("suggests at most eight, each once, never the word itself, with its capitals", () => {
  expect(engine.suggest("IGANG", [])[0]).toBe("I GANG");
  expect(engine.suggest("Igang", [])[0]).toBe("I gang");
  for (const word of ["Ankelse", "paraleler", "bemærkedde"]) {
    const found = engine.suggest(word, []);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(8);
    expect(new Set(found).size).toBe(found.length);
    expect(found).not.toContain(word);
  }
});
