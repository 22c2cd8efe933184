import { describe, expect, it } from "vitest";
import { changedRows } from "../../../renderer/preview/changed-rows.ts";
import type { Piece } from "../../../renderer/preview/page-pieces.ts";
import { paintRows } from "../../../renderer/preview/paint-pieces.ts";
import { drawPage, readPdf } from "../../../renderer/preview/pdf-reader.ts";
import { createReferatOpener, type ReferatPages } from "../../../renderer/preview/referat-pages.ts";

const file = new URL("../../fixtures/preview/referat.pdf", import.meta.url);
const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
const width = 620;

function pixelsOf(picture: CanvasImageSource, rows: number): Uint8ClampedArray {
  const context = new OffscreenCanvas(width, rows).getContext("2d", { willReadFrequently: true });
  context?.drawImage(picture, 0, 0);
  return context?.getImageData(0, 0, width, rows).data ?? new Uint8ClampedArray();
}

function measure(referat: ReferatPages, page: number) {
  const size = referat.size(page);
  const scale = width / size.width;
  return { page: { height: size.height, scale }, all: { from: 0, to: Math.round(size.height * scale) } };
}

async function painted(referat: ReferatPages, number: number, pieces?: readonly Piece[]): Promise<Uint8ClampedArray> {
  const { page, all } = measure(referat, number);
  const surface = new OffscreenCanvas(width, all.to);
  paintRows(surface, pieces ?? (await referat.content(number)), page, all);
  return pixelsOf(surface, all.to);
}

/** How much of a page is another, by the darkness of its pixels, where each pixel may be a little off. */
function difference(ours: Uint8ClampedArray, theirs: Uint8ClampedArray): { ink: number; wrong: number } {
  let [ink, wrong] = [0, 0];
  for (let at = 0; at < theirs.length; at += 4) {
    if ((theirs[at] ?? 0) < 160) ink += 1;
    const apart = Math.max(...[0, 1, 2].map((part) => Math.abs((ours[at + part] ?? 0) - (theirs[at + part] ?? 0))));
    if (apart > 40) wrong += 1;
  }
  return { ink, wrong };
}

describe("the pages as the preview paints them", () => {
  it("look as a reader of PDF draws the same file", { timeout: 60_000 }, async () => {
    const pdf = await readPdf(bytes.slice());
    const referat = createReferatOpener()(bytes);
    expect(referat.pages).toBe(pdf.numPages);
    for (let number = 1; number <= referat.pages; number += 1) {
      const canvas = await drawPage(pdf, number, width);
      const theirs = pixelsOf(canvas, canvas.height);
      const { ink, wrong } = difference(await painted(referat, number), theirs);
      expect(ink).toBeGreaterThan(1_000);
      expect(wrong, `page ${number}`).toBeLessThan(ink / 500);
    }
  });

  it("hold the letters, and where each punkt begins, as a reader of PDF finds them", async () => {
    const pdf = await readPdf(bytes.slice());
    const referat = createReferatOpener()(bytes);
    for (let number = 1; number <= referat.pages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent({ disableNormalization: true });
      const theirs = items.map((item) => ("str" in item ? item.str : "")).join("");
      const ours = (await referat.content(number)).flatMap(({ letters }) => letters.map(({ str }) => str)).join("");
      expect(ours.replace(/\s/g, "")).toBe(theirs.replace(/\s/g, ""));
    }
    expect(referat.places.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    for (const { page, top } of referat.places) {
      expect(page).toBeGreaterThan(1);
      expect(top).toBeGreaterThan(0.05);
      expect(top).toBeLessThan(0.95);
    }
  });

  it("are the same objects where nothing is another, so that they are not painted anew", async () => {
    const open = createReferatOpener();
    const before = await Promise.all([1, 2, 3, 4, 5].map(open(bytes).content));
    const now = await Promise.all([1, 2, 3, 4, 5].map(open(bytes).content));
    expect(now.map((page, index) => page === before[index])).toEqual([true, true, true, true, true]);
    const other = createReferatOpener()(bytes);
    expect(await other.content(1)).not.toBe(before[0]);
  });

  it("are painted anew in the rows that changed alone, which then look as if all were", async () => {
    const referat = createReferatOpener()(bytes);
    const pieces = await referat.content(2);
    const { page, all } = measure(referat, 2);
    const at = Math.floor(pieces.length / 2);
    const fewer = pieces.filter((_piece, index) => index !== at);
    for (const [before, now] of [
      [pieces, fewer],
      [fewer, pieces],
    ] as const) {
      const rows = changedRows(before, now, page, all);
      expect(rows).not.toBeNull();
      expect((rows?.to ?? 0) - (rows?.from ?? 0)).toBeLessThan(60);
      const surface = new OffscreenCanvas(width, all.to);
      paintRows(surface, before, page, all);
      paintRows(surface, now, page, rows ?? all);
      expect(difference(pixelsOf(surface, all.to), await painted(referat, 2, now))).toMatchObject({ wrong: 0 });
    }
    expect(changedRows(pieces, [...pieces], page, all)).toBeNull();
  });

  it("are refused when the file is none that the typesetter writes", () => {
    const open = createReferatOpener();
    expect(() => open(new TextEncoder().encode("%PDF-1.7\nstartxref\n0\n%%EOF"))).toThrow();
    expect(() => open(new Uint8Array([1, 2, 3]))).toThrow();
  });
});
