import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

type Bookmark = { title: string; page: number; depth: number };

export type ReadPdf = {
  /** The lines of each page from top to bottom, header and footer included. */
  pages: string[][];
  bookmarks: Bookmark[];
  title: string;
  lang: string;
  marked: boolean;
  showsTitle: boolean;
  /** Roles of the structure tree of each page, in reading order. */
  roles: string[][];
  /** What stands for each picture to those who cannot see it. */
  alts: string[];
  /** Text that is marked as decoration, so that a screen reader passes over it. */
  artifacts: string;
  targets: string[];
};

type Placed = { str: string; x: number; y: number };
type Outline = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>;

/** What a reader of the PDF finds in it. Throws when the bytes are no whole PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, stopAtErrors: true }).promise;
  try {
    const all = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
    const { info } = await pdf.getMetadata();
    const texts = await Promise.all(all.map(readText));
    const nodes = await Promise.all(all.map(readNodes));
    return {
      pages: texts.map(({ lines }) => lines),
      artifacts: texts.map(({ artifacts }) => artifacts).join("\n"),
      bookmarks: await readBookmarks(pdf, await pdf.getOutline(), 1),
      title: String((info as Record<string, unknown>)["Title"] ?? ""),
      lang: String((info as Record<string, unknown>)["Language"] ?? ""),
      marked: flag(await pdf.getMarkInfo(), "Marked"),
      showsTitle: flag(await pdf.getViewerPreferences(), "DisplayDocTitle"),
      roles: nodes.map((page) => page.map(({ role }) => role)),
      alts: nodes.flat().flatMap(({ role, alt }) => (role === "Figure" ? [alt ?? ""] : [])),
      targets: (await Promise.all(all.map((page) => page.getAnnotations()))).flat().flatMap(({ url, unsafeUrl }) => url ?? unsafeUrl ?? []),
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function flag(flags: unknown, name: string): boolean {
  return flags instanceof Map && flags.get(name) === true;
}

async function readText(page: PDFPageProxy): Promise<{ lines: string[]; artifacts: string }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const placed: Placed[] = [];
  const marks: boolean[] = [];
  let artifacts = "";
  for (const item of items) {
    if ("str" in item) {
      placed.push({ str: item.str, x: item.transform[4] as number, y: item.transform[5] as number });
      if (marks.includes(true)) artifacts += item.str;
    } else if (item.type === "endMarkedContent") marks.pop();
    else marks.push((item as { tag?: string }).tag === "Artifact");
  }
  return { lines: linesOf(placed), artifacts };
}

function linesOf(placed: Placed[]): string[] {
  const rows = new Map<number, Placed[]>();
  for (const piece of placed.filter(({ str }) => str !== "")) {
    const key = [...rows.keys()].find((y) => Math.abs(y - piece.y) < 2) ?? piece.y;
    rows.set(key, [...(rows.get(key) ?? []), piece]);
  }
  const lines = [...rows].sort(([a], [b]) => b - a).map(([, row]) => row.sort((a, b) => a.x - b.x));
  return lines
    .map((row) =>
      row
        .map(({ str }) => str)
        .join("")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "");
}

async function readBookmarks(pdf: PDFDocumentProxy, entries: Outline | null, depth: number): Promise<Bookmark[]> {
  const found: Bookmark[] = [];
  for (const entry of entries ?? []) {
    const target = typeof entry.dest === "string" ? await pdf.getDestination(entry.dest) : entry.dest;
    const page = (await pdf.getPageIndex(target?.[0])) + 1;
    found.push({ title: entry.title, page, depth }, ...(await readBookmarks(pdf, entry.items as Outline, depth + 1)));
  }
  return found;
}

async function readNodes(page: PDFPageProxy): Promise<{ role: string; alt: string | undefined }[]> {
  const found: { role: string; alt: string | undefined }[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { role, alt, children } = node as { role?: string; alt?: string; children?: unknown[] };
    if (role !== undefined) found.push({ role, alt });
    for (const child of children ?? []) walk(child);
  };
  walk(await page.getStructTree());
  return found;
}
