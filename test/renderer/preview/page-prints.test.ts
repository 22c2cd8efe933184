import { describe, expect, it } from "vitest";
import { looksTheSame, readPrints } from "../../../renderer/preview/page-prints.ts";

const referat = new URL("../../fixtures/preview/referat.pdf", import.meta.url);
const bytes = new Uint8Array(await (await fetch(referat)).arrayBuffer());

/** The file with one letter of the content after `mark` changed. */
function changed(mark: string): Uint8Array {
  const copy = bytes.slice();
  const at = new TextDecoder("latin1").decode(copy).indexOf(mark);
  const start = new TextDecoder("latin1").decode(copy).indexOf("stream", at) + 20;
  copy[start] = (copy[start] ?? 0) ^ 1;
  return copy;
}

function same(after: Uint8Array): boolean[] {
  const [before, now] = [readPrints(bytes), readPrints(after)];
  return [1, 2, 3, 4, 5].map((page) => looksTheSame(before, now, page));
}

describe("the prints of a set referat", () => {
  it("are one for each page, and different", () => {
    const { pages, faces } = readPrints(bytes);
    expect(pages).toHaveLength(5);
    expect(new Set(pages).size).toBe(5);
    expect(faces.length).toBeGreaterThan(1_000);
  });

  it("tell which page is another, and that all may be when a face is", () => {
    expect(same(bytes)).toEqual([true, true, true, true, true]);
    expect(same(changed("\n261 0 obj"))).toEqual([true, false, true, true, true]);
    expect(same(changed("\n220 0 obj"))).toEqual([false, false, false, false, false]);
  });

  it("know nothing of a page that is not there, or a file that is built otherwise", () => {
    expect(looksTheSame(readPrints(bytes), readPrints(bytes), 6)).toBe(false);
    const other = readPrints(new TextEncoder().encode("%PDF-1.7\n"));
    expect(looksTheSame(other, other, 1)).toBe(false);
  });
});
