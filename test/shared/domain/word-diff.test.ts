import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDiff } from "../../../shared/domain/word-diff.ts";
import { ownTime } from "../../support/own-time.ts";

/** "Det [-gamle-]{+nye+} her". */
function shown(before: string, after: string): string {
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  return wordDiff(before, after)
    .map(({ kind, text }) => marks[kind].join(text))
    .join("");
}

describe("the difference of two texts", () => {
  it.each([
    ["", "", ""],
    ["Godkendt.", "Godkendt.", "Godkendt."],
    ["", "Godkendt.", "{+Godkendt.+}"],
    ["Godkendt.", "", "[-Godkendt.-]"],
    ["FAS følger op.", "FAS og MØB følger op.", "FAS {+og MØB +}følger op."],
    ["KL skal orienteres brevet", "KL skal orienteres om brevet", "KL skal orienteres {+om +}brevet"],
    ["tog orienteringen", "tog sagen", "tog [-orienteringen-]{+sagen+}"],
    ["at 1) godkendt.", "at 1) godkendt,", "at 1) godkendt[-.-]{+,+}"],
    ["inden 1. april", "den 2. maj", "[-inden 1-]{+den 2+}. [-april-]{+maj+}"],
    ["linje et\nlinje to", "linje et\nny\nlinje to", "linje et\n{+ny\n+}linje to"],
    ["10-03-2026 kl. 11.42", "10-03-2027 kl. 11.42", "[-10-03-2026-]{+10-03-2027+} kl. 11.42"],
  ])("%j → %j is %s", (before, after, diff) => expect(shown(before, after)).toBe(diff));

  it("loses no character of either, whatever they are", () => {
    const line = fc
      .array(fc.constantFrom("a", "b", "å", " ", "\n", ".", "𝄞", "ab", "1)"), { maxLength: 40 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(line, line, (before, after) => {
        const parts = wordDiff(before, after);
        const of = (left: string) => parts.map(({ kind, text }) => (kind === left ? "" : text)).join("");
        expect([of("added"), of("removed")]).toEqual([before, after]);
        expect(parts.every(({ text }) => text !== "")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("is quick for two long texts that have nothing in common, and for one word changed in a long one", () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `ord${index}`).join(" ");
    const other = Array.from({ length: 20_000 }, (_, index) => `andet${index}`).join("  ");
    const time = ownTime(() => {
      expect(wordDiff(long, other).length).toBe(2);
      expect(wordDiff(long, long.replace("ord9999 ", "nyt ")).length).toBe(4);
    });
    expect(time).toBeLessThan(3_000);
  });
});
