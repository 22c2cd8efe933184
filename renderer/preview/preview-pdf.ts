import type { PDFDocumentProxy, PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Where a punkt begins: `top` is the part of the page's height above its heading. */
export type Place = { number: number; page: number; top: number };

/** The pages of one set referat, to be drawn; `close` lets go of what they hold. */
export type PreviewPdf = {
  pages: number;
  places: readonly Place[];
  /** Draws a page (from 1) as wide as asked, in pixels of the screen. */
  draw(page: number, width: number): Promise<HTMLCanvasElement>;
  close(): void;
};

let reader: Promise<PDFWorker> | null = null;
const loadLibrary = () => import("pdfjs-dist/legacy/build/pdf.mjs");

/** The reader's own thread, started with the first referat that is shown and kept. */
function startReader(): Promise<PDFWorker> {
  reader ??= loadLibrary().then(({ PDFWorker }) => {
    const port = new Worker(new URL("./pdf-worker.ts", import.meta.url), { type: "module" });
    return PDFWorker.create({ port });
  });
  return reader;
}

/** Opens a set referat. It takes over the bytes. */
export async function openPreviewPdf(data: Uint8Array): Promise<PreviewPdf> {
  const [{ getDocument }, worker] = await Promise.all([loadLibrary(), startReader()]);
  // Letters are drawn as shapes: a face given to the page for each edition would make the page lay itself out anew.
  const pdf = await getDocument({ data, worker, disableFontFace: true, useSystemFonts: false, useWasm: false }).promise;
  return {
    pages: pdf.numPages,
    places: await readPlaces(pdf),
    draw: (page, width) => drawPage(pdf, page, width),
    close: () => void pdf.loadingTask.destroy(),
  };
}

async function drawPage(pdf: PDFDocumentProxy, number: number, width: number): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport }).promise;
  return canvas;
}

type Outline = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>;

/** The bookmarks of the punkter, in the order of the pages. */
async function readPlaces(pdf: PDFDocumentProxy): Promise<Place[]> {
  const found = await Promise.all(flat(await pdf.getOutline()).map((entry) => placeOf(pdf, entry)));
  return found.filter((place) => place !== null);
}

function flat(outline: Outline): Outline {
  return (outline ?? []).flatMap((entry) => [entry, ...flat(entry.items)]);
}

async function placeOf(pdf: PDFDocumentProxy, { title, dest }: Outline[number]): Promise<Place | null> {
  const number = /^Punkt (\d+):/.exec(title)?.[1];
  const target = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
  if (number === undefined || target === null || target === undefined) return null;
  const index = await pdf.getPageIndex(target[0]);
  const { height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 });
  const top = typeof target[3] === "number" ? target[3] : height;
  return { number: Number(number), page: index + 1, top: 1 - top / height };
}
