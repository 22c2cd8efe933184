import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeUnexpected, type Log, openLog } from "../../electron/log.ts";

const temp = (): string => mkdtempSync(join(tmpdir(), "referent-log-"));
const now = (): Date => new Date("2026-03-10T11:00:00Z");
const logId = "0f8b5a0e-6a51-4c8d-9d38-1f1d6a0c7e11";
type Fields = Parameters<Log>[1];

describe("log", () => {
  it("writes one line of JSON an event, for its owner only", () => {
    const dir = temp();
    openLog(dir, now)("failed", { channel: "meetings:get", logId, error: "TypeError", at: "main.js:10:5", ms: 3 });
    const file = join(dir, "logs", "referent.log");
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      at: "2026-03-10T11:00:00.000Z",
      event: "failed",
      channel: "meetings:get",
      logId,
      error: "TypeError",
      where: "main.js:10:5",
      ms: 3,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, "logs")).mode & 0o777).toBe(0o700);
  });

  it("lets no text through any field", () => {
    const dir = temp();
    const canary = "Kanariefuglen sang om /home/borger/sag 010203-1234";
    const names = ["channel", "kind", "logId", "error", "code", "at", "exitCode", "ms", "title", "toString"];
    for (const name of names) openLog(dir)("failed", { [name]: canary } as Fields);
    openLog(dir)("failed", describeUnexpected(new Error(canary)));
    openLog(dir)("failed", describeUnexpected(Object.assign(new Error(`${canary}\n    at x (/home/borger/sag.js:1:2)`), { code: canary })));
    openLog(dir)("failed", describeUnexpected(canary));
    const lines = readFileSync(join(dir, "logs", "referent.log"), "utf8");
    expect(lines).not.toMatch(/kanarie|borger|sag|010203/i);
    expect(lines.trim().split("\n")).toHaveLength(names.length + 3);
  });

  it("says of an error its class, its code and the place, without its words", () => {
    const error = Object.assign(new RangeError("secret"), { code: "ENOSPC" });
    expect(describeUnexpected(error)).toEqual({
      error: "RangeError",
      code: "ENOSPC",
      at: expect.stringMatching(/^log\.test\.ts:\d+:\d+$/),
    });
  });

  it("keeps five files of at most 1 MB", () => {
    const dir = temp();
    const log = openLog(dir, now);
    log("started");
    const full = "x".repeat(1024 * 1024);
    for (let round = 0; round < 7; round += 1) {
      writeFileSync(join(dir, "logs", "referent.log"), full);
      log("started");
    }
    expect(readdirSync(join(dir, "logs")).sort()).toEqual([
      "referent.1.log",
      "referent.2.log",
      "referent.3.log",
      "referent.4.log",
      "referent.log",
    ]);
    expect(statSync(join(dir, "logs", "referent.log")).size).toBeLessThan(200);
  });

  it("never stops the work when it cannot be written", () => {
    const dir = temp();
    writeFileSync(join(dir, "logs"), "a file where the folder should be");
    expect(() => openLog(dir)("started")).not.toThrow();
    expect(existsSync(join(dir, "logs", "referent.log"))).toBe(false);
  });
});
