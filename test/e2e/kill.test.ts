import { describe, expect, it } from "vitest";
import { soakKill } from "../soak/kill.ts";
import { shimPath } from "../soak/shim.ts";
import { soakSlow } from "../soak/slow.ts";

describe("the app killed while one types", () => {
  it("has every character that was shown as saved, and every one older than 400 ms", { timeout: 180_000 }, async () => {
    const result = await soakKill({ runs: 4, seed: 11, normal: 1 });
    expect(result).toMatchObject({
      runs: 4,
      lost: 0,
      olderLost: 0,
      garbled: 0,
      unreported: 0,
      failedToOpen: 0,
      falseAlarms: 0,
      slowStarts: 0,
    });
    expect(Number(result["medianRestartMs"])).toBeLessThan(Number(result["medianNormalMs"]) + 2_000);
    expect(result["typed"]).toBeGreaterThan(20);
  });
});

describe.skipIf(shimPath() === null)("a save that takes long (skipped where there is no C compiler)", () => {
  it("keeps the text in the window, never calls it saved too early, and saves it", { timeout: 120_000 }, async () => {
    const result = await soakSlow({ runs: 1, seed: 1, waitMs: 3_000 });
    expect(result).toMatchObject({ lost: 0, unreported: 0, failedToOpen: 0 });
    expect(result["typedMeanwhile"]).toBeGreaterThan(20);
  });
});
