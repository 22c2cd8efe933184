import { type PDFDocument, PDFName } from "@cantoo/pdf-lib";

/** Points; no page reaches as far. */
const far = 1_000_000;

/**
 * The file with pages as wide as can be: a reader passes over text that lies outside a page, but the file holds it, and any program may
 * take it out. `document` is what `bytes` were read as, and is changed; the bytes are only added to.
 */
export async function withWidePages(document: PDFDocument, bytes: Uint8Array): Promise<Uint8Array> {
  const snapshot = document.takeSnapshot();
  for (const { node, ref } of document.getPages()) {
    for (const box of ["MediaBox", "CropBox"]) node.set(PDFName.of(box), document.context.obj([-far, -far, far, far]));
    snapshot.markRefForSave(ref);
  }
  return new Uint8Array(Buffer.concat([bytes, await document.saveIncremental(snapshot)]));
}
