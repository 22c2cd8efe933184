import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestRisingRun } from "../../../electron/meetings/longest-run.ts";

function rises(keys: readonly (string | null)[]): boolean {
  return keys.every((key, index) => key !== null && (index === 0 || (keys[index - 1] ?? "") < key));
}

describe("longestRisingRun", () => {
  it("keeps what need not move", () => {
    expect([...longestRisingRun(["d", "a", "b", "c"])].sort()).toEqual([1, 2, 3]);
    expect([...longestRisingRun(["a", null, "b"])].sort()).toEqual([0, 2]);
    expect(longestRisingRun([]).size).toBe(0);
    expect(longestRisingRun([null]).size).toBe(0);
  });

  it("is rising and no subset is longer", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom("a", "b", "c", "d", "e", "f")), { maxLength: 9 }), (keys) => {
        const kept = longestRisingRun(keys);
        expect(rises(keys.filter((_, index) => kept.has(index)))).toBe(true);
        for (let subset = 0; subset < 1 << keys.length; subset += 1) {
          const chosen = keys.filter((_, index) => (subset & (1 << index)) !== 0);
          if (chosen.length > kept.size) expect(rises(chosen)).toBe(false);
        }
      }),
    );
  });
});
