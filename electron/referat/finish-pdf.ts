const pagesTag = "<xmpTPg:NPages>";
const preferences = "/ViewerPreferences <<\n    /Direction /L2R\n  >>";
const titlePreference = "/ViewerPreferences <</DisplayDocTitle true>>  ";

/**
 * Asks the reader to show the document's title instead of the file's name (PDF/UA, WCAG 2.4.2), in place: left to right is the
 * default anyway, and its dictionary takes exactly the same number of bytes, so every offset in the file stays true.
 */
export function showTitle(pdf: Uint8Array): void {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const catalog = bytes.lastIndexOf("/Type /Catalog", undefined, "latin1");
  const at = catalog === -1 ? -1 : bytes.indexOf(preferences, catalog, "latin1");
  if (at !== -1) bytes.write(titlePreference, at, "latin1");
}

/** The number of pages as the typesetter wrote it in the file's own data. Throws when it is not there. */
export function countPages(pdf: Uint8Array): number {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const at = bytes.lastIndexOf(pagesTag, undefined, "latin1");
  const pages = at === -1 ? 0 : Number.parseInt(bytes.toString("latin1", at + pagesTag.length, at + pagesTag.length + 8), 10);
  if (!(pages > 0)) throw new Error("the typesetter gave no number of pages");
  return pages;
}
