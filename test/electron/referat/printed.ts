import type { ReadPdf } from "../../support/read-pdf.ts";

/** A row of Indhold as it is printed: its words, and the page number at its end. */
export type ContentsRow = { title: string; page: number };

/** False for a stamped page: what stands there is the bilag's, its own Indhold too. */
export function isOwn(lines: readonly string[]): boolean {
  return !/^Punkt \d+, Bilag \d+: .* – side \d+ af \d+/.test(lines.at(-1) ?? "");
}

/** The pages that hold Indhold: from its own bookmark up to the page of the next one. Empty in a referat without it. */
function contentsPages({ pages, bookmarks }: ReadPdf): string[][] {
  const at = bookmarks.findIndex(({ title }) => title === "Indhold");
  return at === -1 ? [] : pages.slice((bookmarks[at]?.page ?? 1) - 1, (bookmarks[at + 1]?.page ?? pages.length + 1) - 1);
}

/** The rows of Indhold, in order: a title that has a bookmark, and a page number. A row that takes two lines is put together again. */
export function contentsRows(pdf: ReadPdf): ContentsRow[] {
  const titles = new Set(pdf.bookmarks.map(({ title }) => title));
  const rows: ContentsRow[] = [];
  let begun = "";
  for (const line of contentsPages(pdf).flatMap((lines) => lines.slice(0, -1))) {
    const row = `${begun} ${line}`.trim();
    const [, title = "", page] = /^(.*) (\d+)$/.exec(row) ?? [];
    if (titles.has(title)) rows.push({ title, page: Number(page) });
    begun = /^(Punkt|Beslutning)/.test(row) && !titles.has(title) ? row : "";
  }
  return rows;
}

/** The running text: lines of the pages after Indhold that are no bilag, header and footer taken off, with the page each stands on. */
export function bodyLines(pdf: ReadPdf): { line: string; page: number }[] {
  const first = Math.max(1, pdf.pages.indexOf(contentsPages(pdf).at(-1) ?? []) + 1);
  return pdf.pages.flatMap((lines, i) => (i >= first && isOwn(lines) ? lines.slice(1, -1).map((line) => ({ line, page: i + 1 })) : []));
}

/** Finds words in the running text, after `from`; line ends count as spaces. Null when they are not there. */
export function findWords(lines: { line: string; page: number }[], words: string, from = 0): { at: number; page: number } | null {
  const text = lines.map(({ line }) => line).join(" ");
  const at = text.indexOf(words.replace(/\s+/g, " ").trim(), from);
  if (at === -1) return null;
  let passed = 0;
  for (const { line, page } of lines) {
    passed += line.length + 1;
    if (at < passed) return { at, page };
  }
  return null;
}
