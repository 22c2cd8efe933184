import type { PDFDocumentProxy, PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";

let reader: Promise<PDFWorker> | null = null;
const loadLibrary = () => import("pdfjs-dist/legacy/build/pdf.mjs");

/** A thread for files that came from elsewhere, apart from the one that draws the referat; started with the first and kept until it fails. */
function startReader(): Promise<PDFWorker> {
  const forget = (): void => {
    reader = null;
  };
  reader ??= loadLibrary().then(({ PDFWorker }) => {
    const port = new Worker(new URL("./pdf-worker.ts", import.meta.url), { type: "module" });
    port.addEventListener("error", forget);
    return PDFWorker.create({ port });
  });
  reader.catch(forget);
  return reader;
}

const files = __PDF_READER_FILES__;

/** Opens a PDF whatever it holds. It takes over the bytes. Rejects when they are no PDF it can read. */
export async function readPdf(data: Uint8Array): Promise<PDFDocumentProxy> {
  const [{ getDocument }, worker] = await Promise.all([loadLibrary(), startReader()]);
  const loading = getDocument({
    data,
    worker,
    // Letters are drawn as shapes: a face given to the window would make it lay itself out anew.
    disableFontFace: true,
    useSystemFonts: false,
    // The page's policy lets no WebAssembly run.
    useWasm: false,
    useWorkerFetch: false,
    standardFontDataUrl: `${files}standard_fonts/`,
    cMapUrl: `${files}cmaps/`,
    wasmUrl: new URL(`${files}wasm/`, location.href).href,
    enableXfa: false,
    maxImageSize: 2 ** 26,
    canvasMaxAreaInBytes: 2 ** 28,
  });
  return loading.promise.catch(async (cause: unknown) => {
    await loading.destroy();
    throw cause;
  });
}

/** Draws a page (from 1) as wide as asked, in pixels of the screen: what is on the page, no buttons and no links. */
export async function drawPage(pdf: PDFDocumentProxy, number: number, width: number): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  try {
    await page.render({ canvas, viewport }).promise;
  } finally {
    // What the page is drawn from would be kept for as long as its file is looked through.
    page.cleanup();
  }
  return canvas;
}
