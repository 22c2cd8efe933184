import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect } from "vitest";

export const root = fileURLToPath(new URL("../../", import.meta.url));
/** The built program, as `npm run referent` starts it. */
export const program = join(root, "dist/electron/cli.js");
export const sample = join(root, "resources/samples/raadmandsmoede-2026-03-10.json");
export const older = join(root, "test/fixtures/meetings/2024-10-08.json");
export const uuidLine = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n$/;

export type Ended = { code: number; out: string; err: string };
export let folder: string;
export let data: string;
export let share: string;

/** Gives each test of a file a folder of its own to run in, with one for the data and one to share in it. */
export function inOwnFolder(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "referent-cli-"));
    data = join(folder, "data");
    share = join(folder, "share");
    mkdirSync(share);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
}

export function run(file: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd: folder, timeout: 60_000, maxBuffer: 32 * 1024 * 1024 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : typeof error.code === "number" ? error.code : -1, out, err });
    });
  });
}

export const cli = (...args: string[]): Promise<Ended> => run(process.execPath, [program, ...args, "--data", data]);

/** Reads a meeting in and gives its id. */
export async function imported(path: string): Promise<string> {
  const { code, out, err } = await cli("import", path);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(uuidLine);
  return out.trim();
}

/** A failure is one line on stderr, without a stack. */
export function expectFailure(ended: Ended, code: 1 | 2, words: RegExp): void {
  expect(ended.code).toBe(code);
  expect(ended.err).toMatch(/^[^\n]+\n$/);
  expect(ended.err).toMatch(words);
  expect(ended.err).not.toMatch(/^\s+at |Error:|node:internal/);
}
