// Importing it lets the library read in this thread too: a page then costs no message between threads.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { getDocument, type PDFDocumentProxy, PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PageText } from "./find-mark.ts";
import type { PageLook, Place } from "./page-messages.ts";

export type ReferatPages = PDFDocumentProxy;

/** The library asks for its surfaces here: a worker has no document to make them in. */
class Surfaces {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext("2d") };
  }
  getNoAlphaContext(canvas: OffscreenCanvas) {
    return canvas.getContext("2d", { alpha: false });
  }
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = width;
    canvas.height = height;
  }
  destroy(): void {}
}

/** A referat has no picture that needs a filter. */
class NoFilters {
  addFilter = none;
  addHCMFilter = none;
  addAlphaFilter = none;
  addLuminosityFilter = none;
  addKnockoutFilter = none;
  addHighlightHCMFilter = none;
  createSelectionStyle = none;
  destroy(): void {}
}

function none(): string {
  return "none";
}

let reader: PDFWorker | null = null;

/** Opens a set referat. It takes over the bytes. */
export function openReferat(data: Uint8Array): Promise<ReferatPages> {
  reader ??= PDFWorker.create({});
  return getDocument({
    data,
    worker: reader,
    CanvasFactory: Surfaces,
    FilterFactory: NoFilters,
    // Letters are drawn as shapes: this thread has no faces of its own.
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    disableWorkerRendering: true,
  } as Parameters<typeof getDocument>[0]).promise;
}

export async function drawPage(referat: ReferatPages, { page: number, width }: PageLook): Promise<ImageBitmap> {
  const page = await referat.getPage(number);
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height));
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  return canvas.transferToImageBitmap();
}

/** The words of a page (from 1), in the order they are set. */
export async function readText(referat: ReferatPages, number: number): Promise<PageText> {
  const page = await referat.getPage(number);
  const { items } = await page.getTextContent({ disableNormalization: true });
  return { height: page.getViewport({ scale: 1 }).height, items: items.filter((item) => "str" in item) };
}

type Outline = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>;

/** The bookmarks of the punkter, in the order of the pages. */
export async function readPlaces(referat: ReferatPages): Promise<Place[]> {
  const found = await Promise.all(flat(await referat.getOutline()).map((entry) => placeOf(referat, entry)));
  return found.filter((place) => place !== null);
}

function flat(outline: Outline): Outline {
  return (outline ?? []).flatMap((entry) => [entry, ...flat(entry.items)]);
}

async function placeOf(referat: ReferatPages, { title, dest }: Outline[number]): Promise<Place | null> {
  const number = /^Punkt (\d+):/.exec(title)?.[1];
  const target = typeof dest === "string" ? await referat.getDestination(dest) : dest;
  if (number === undefined || target === null || target === undefined) return null;
  const index = await referat.getPageIndex(target[0]);
  const { height } = (await referat.getPage(index + 1)).getViewport({ scale: 1 });
  const top = typeof target[3] === "number" ? target[3] : height;
  return { number: Number(number), page: index + 1, top: 1 - top / height };
}
