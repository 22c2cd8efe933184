import { PDFArray, PDFDict, PDFDocument, PDFHexString, type PDFObject, PDFRawStream, PDFStream, PDFString } from "@cantoo/pdf-lib";

/** Every string of a PDF wherever it stands: descriptions, bookmarks, alt texts, names, object streams' content and XMP. Page text is not among them. */
export async function listFileStrings(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const found = new Set<string>();
  for (const [, object] of document.context.enumerateIndirectObjects()) collect(object, found);
  return [...found];
}

function collect(object: PDFObject, found: Set<string>): void {
  if (object instanceof PDFString || object instanceof PDFHexString) found.add(object.decodeText());
  else if (object instanceof PDFArray) for (const inner of object.asArray()) collect(inner, found);
  else if (object instanceof PDFDict) for (const [, inner] of object.entries()) collect(inner, found);
  else if (object instanceof PDFStream) {
    collect(object.dict, found);
    const isXmp = object.dict.entries().some(([key, value]) => key.toString() === "/Subtype" && value.toString() === "/XML");
    if (isXmp && object instanceof PDFRawStream) found.add(Buffer.from(object.getContents()).toString("utf8"));
  }
}
