import { expect, it } from "vitest";
import { createPageFiles } from "../../../electron/referat/page-files.ts";

const file = (index: number): Uint8Array => new Uint8Array([index]);

it("gives each file once, at an address of its own, and lets go of those that were never fetched", async () => {
  const files = createPageFiles();
  const paths = Array.from({ length: 6 }, (_, index) => files.keep(file(index)).address);
  expect(new Set(paths).size).toBe(6);
  const takeAll = () => Promise.all(paths.map(async (path) => (await files.take(path))?.[0] ?? null));
  expect(await takeAll()).toEqual([null, null, 2, 3, 4, 5]);
  expect(await takeAll()).toEqual(Array(6).fill(null));
});

it("gives the next file to who asked for it before it was there, the last who did, and then to no one", async () => {
  const files = createPageFiles();
  const { next } = files.keep(file(1));
  const [first, second] = [files.take(next), files.take(next)];
  const kept = files.keep(file(2));
  expect(kept.address).toBe(next);
  expect([await first, await second]).toEqual([null, file(2)]);
  expect(await files.take(next)).toBeNull();
  // Nobody asked ahead this time.
  const { address } = files.keep(file(3));
  expect(address).toBe(kept.next);
  expect(await files.take(address)).toEqual(file(3));
});
