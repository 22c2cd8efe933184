import { ParseSpeeds, PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { listMissingFonts } from "./file-fonts.ts";
import { listFileStrings } from "./file-strings.ts";
import { withWidePages } from "./wide-pages.ts";

/**
 * Also what lies outside the page. `own` leaves out what is marked as decoration (header, footer, dots); `all` holds it. Lines end with a
 * line feed.
 */
export type ReadPage = { own: string; all: string };

/**
 * A referat as a reader of the file finds it. Pages count from 1. `strings`: every string outside the pages; `embedded`: names and words of
 * the files in it; `missingFonts`: the pages' faces that do not lie in the file.
 */
export type ReadReferat = {
  pages: ReadPage[];
  bookmarks: { title: string; page: number }[];
  tagged: boolean;
  strings: string[];
  embedded: string[];
  missingFonts: string[];
};

/** With `pagesOnly` nothing is looked for outside the pages: `strings` is empty, and `embedded` holds the names of files only. */
export type ReadTask = { pdf: Uint8Array; pagesOnly: boolean };

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
type Pdf = Awaited<ReturnType<Pdfjs["getDocument"]>["promise"]>;
type Outline = Awaited<ReturnType<Pdf["getOutline"]>>;

/** Opens the bytes anew, as any reader would. Throws when they are no whole PDF. Not for the main thread. */
export async function readReferat(bytes: Uint8Array, pagesOnly = false): Promise<ReadReferat> {
  const { getDocument } = await loadReader();
  // Nobody else waits for this thread: the parser need not pause for them.
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const { strings, embedded } = pagesOnly ? { strings: [], embedded: [] } : await listFileStrings(document);
  const missingFonts = listMissingFonts(document);
  const data = await withWidePages(document, bytes);
  const pdf = await getDocument({ data, verbosity: 0, useSystemFonts: false, stopAtErrors: true }).promise;
  try {
    const pages: ReadPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number));
    const marks = await pdf.getMarkInfo();
    return {
      pages,
      bookmarks: await readBookmarks(pdf, await pdf.getOutline()),
      tagged: (marks as unknown) instanceof Map && (marks as unknown as Map<string, boolean>).get("Marked") === true && hasTags(document),
      strings,
      embedded: [...Object.keys(((await pdf.getAttachments()) ?? {}) as object), ...embedded],
      missingFonts,
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** A file may say that it is tagged and hold no tags. */
function hasTags(document: PDFDocument): boolean {
  const root = document.catalog.lookup(PDFName.of("StructTreeRoot"));
  return root instanceof PDFDict && root.lookup(PDFName.of("K")) !== undefined;
}

/** The reader runs in this thread: it is a worker already. */
async function loadReader(): Promise<Pdfjs> {
  const { WorkerMessageHandler } = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/** Points: more than a raised figure is raised, less than two lines are apart. */
const lineGap = 7;

async function readPage(pdf: Pdf, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const marks: boolean[] = [];
  let [own, all] = ["", ""];
  let line: number | null = null;
  for (const item of items) {
    if ("str" in item) {
      const [, , , , , height] = item.transform as number[];
      // Not every line is ended by the reader: without it, an address and the heading below it would be one word.
      const isNew = item.str !== "" && line !== null && Math.abs((height ?? 0) - line) > lineGap && !all.endsWith("\n");
      if (item.str !== "") line = height ?? null;
      const text = `${isNew ? "\n" : ""}${item.str}${item.hasEOL ? "\n" : ""}`;
      all += text;
      if (!marks.includes(true)) own += text;
    } else if (item.type === "endMarkedContent") marks.pop();
    else marks.push((item as { tag?: string }).tag === "Artifact");
  }
  page.cleanup();
  return { own, all };
}

async function readBookmarks(pdf: Pdf, entries: Outline | null): Promise<ReadReferat["bookmarks"]> {
  const found: ReadReferat["bookmarks"] = [];
  for (const entry of entries ?? []) {
    const target = typeof entry.dest === "string" ? await pdf.getDestination(entry.dest) : entry.dest;
    found.push(
      { title: entry.title, page: (await pdf.getPageIndex(target?.[0])) + 1 },
      ...(await readBookmarks(pdf, entry.items as Outline)),
    );
  }
  return found;
}
