import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describePosition, findJsonError } from "../../../electron/import/json-error.ts";

describe("findJsonError", () => {
  it.each([
    ["", 0],
    ["{", 1],
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['{"a": tru}', 6],
    ['{"a": 01}', 6],
    ["[1, 2,]", 6],
    ["[1 2]", 3],
    ['{"a": "x\ny"}', 8],
    ['{"a": "\\x"}', 7],
    ['"uden slut', 10],
    ["[1]]", 3],
    ["{'a': 1}", 1],
    ['{"a": 1} // note', 9],
    ["NaN", 0],
  ])("%j fails at %i", (text, offset) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(findJsonError(text)).toBe(offset);
  });

  it("finds a fault in whatever JSON.parse refuses, and none before the end of what it takes", () => {
    const broken = fc.tuple(fc.json(), fc.nat(), fc.constantFrom("", "}", '"', ",", "\\", "x", "\n")).map(([json, at, piece]) => {
      const cut = at % (json.length + 1);
      return json.slice(0, cut) + piece + json.slice(cut + 1);
    });
    fc.assert(
      fc.property(broken, (text) => {
        let refused = false;
        try {
          JSON.parse(text);
        } catch {
          refused = true;
        }
        const offset = findJsonError(text);
        expect(offset).toBeLessThanOrEqual(text.length);
        if (!refused) expect(offset).toBe(text.length);
        // What stands before the fault is a beginning of JSON: the same fault is found when the rest is cut off.
        if (refused) expect(findJsonError(text.slice(0, offset))).toBe(offset);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is linear in two megabytes of anything", () => {
    for (const piece of ["[", '{"a":', '"', "\\", "1", " ", "[[],", "-"]) {
      const text = piece.repeat(2_000_000 / piece.length);
      const before = process.cpuUsage();
      expect(findJsonError(text)).toBeLessThanOrEqual(text.length);
      expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
    }
  });
});

describe("describePosition", () => {
  it("counts lines and characters from one", () => {
    expect(describePosition('{\n  "a": x', 9)).toBe("linje 2, tegn 8");
    expect(describePosition("x", 0)).toBe("linje 1, tegn 1");
  });
});
