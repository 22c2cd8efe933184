import { describe, expect, it } from "vitest";
import { soakCalls } from "./calls.ts";
import { soakDisk } from "./disk.ts";
import { soakLeaks } from "./leaks.ts";
import { shimPath } from "./shim.ts";
import { soakWal } from "./wal.ts";

const nothingAmiss = { lost: 0, unreported: 0, failedToOpen: 0 };

describe("a log that a kill left, damaged", () => {
  it("opens in 500 cases, and every acknowledged word is there or named", { timeout: 120_000 }, async () => {
    const result = await soakWal({ runs: 500, seed: 3 });
    expect(result).toMatchObject({ runs: 500, unreported: 0, failedToOpen: 0, unsound: 0, falseAlarms: 0 });
    expect(result.lost).toBeGreaterThan(100);
  });
});

describe.skipIf(shimPath() === null)("a fault at one of the first calls on the data folder (skipped where there is no C compiler)", () => {
  it.each([
    ["kill", 300, 53],
    ["EIO", 200, 41],
    ["ENOSPC", 200, 43],
  ] as const)("%s, in the first %i: nothing acknowledged is lost, and it opens again", { timeout: 120_000 }, async (fault, runs, step) => {
    const result = await soakCalls({ fault, runs, step, seed: 1 });
    expect(result).toMatchObject({ ...nothingAmiss, crashed: 0, falseAlarms: 0, struck: result.runs });
    // A fault that passes does not keep the app from starting.
    if (fault === "EIO") expect(result["refusedStarts"]).toBe(0);
  });
});

describe("a disk that gets full while one writes", () => {
  it("keeps the text in the window and saves it when there is room", { timeout: 120_000 }, async () => {
    const result = await soakDisk({ runs: 2, seed: 4 });
    expect(result).toMatchObject({ ...nothingAmiss, unnamed: 0 });
    expect(result["failedSaves"]).toBeGreaterThan(0);
  });
});

describe("what is closed, in random meetings", () => {
  it("never stands in an open edition in any form, and is found when it was written into one", { timeout: 120_000 }, async () => {
    const result = await soakLeaks({ runs: 400, seed: 5 });
    expect(result).toMatchObject({ ...nothingAmiss, falseAlarms: 0, pdfs: 20 });
    expect(result["planted"]).toBeGreaterThan(200);
  });
});
