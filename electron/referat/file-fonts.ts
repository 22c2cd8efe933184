import { PDFArray, PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";

const files = ["FontFile", "FontFile2", "FontFile3"];

/**
 * The faces that the pages themselves are set in and that do not lie in the file, as "Times-Roman på side 2". What a page shows of a bilag
 * is drawn with that bilag's own faces, which are not looked at.
 */
export function listMissingFonts(document: PDFDocument): string[] {
  return document.getPages().flatMap((page, i) => {
    const fonts = page.node.Resources()?.lookup(PDFName.of("Font"));
    if (!(fonts instanceof PDFDict)) return [];
    return fonts.keys().flatMap((key) => {
      const font = fonts.lookup(key);
      if (!(font instanceof PDFDict) || isEmbedded(font)) return [];
      return [`${font.get(PDFName.of("BaseFont"))?.toString().slice(1) ?? key.decodeText()} på side ${i + 1}`];
    });
  });
}

function isEmbedded(font: PDFDict): boolean {
  // A face of the third kind is drawn by the file itself.
  if (font.get(PDFName.of("Subtype"))?.toString() === "/Type3") return true;
  const inner = font.lookup(PDFName.of("DescendantFonts"));
  const held = inner instanceof PDFArray ? inner.lookup(0) : font;
  const descriptor = held instanceof PDFDict ? held.lookup(PDFName.of("FontDescriptor")) : undefined;
  return descriptor instanceof PDFDict && files.some((name) => descriptor.lookup(PDFName.of(name)) !== undefined);
}
