import { expect, it } from "vitest";
import { createPageFiles } from "../../../electron/referat/page-files.ts";

it("gives each file once, at an address of its own, and lets go of those that were never fetched", () => {
  const files = createPageFiles();
  const paths = Array.from({ length: 6 }, (_, index) => files.keep(new Uint8Array([index])));
  expect(new Set(paths).size).toBe(6);
  expect(paths.map((path) => files.take(path)?.[0] ?? null)).toEqual([null, null, 2, 3, 4, 5]);
  expect(paths.map((path) => files.take(path))).toEqual(Array(6).fill(null));
});
