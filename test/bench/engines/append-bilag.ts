import { readFileSync } from "node:fs";
import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";

/** The bilag after the referat, as one would who has no engine that takes PDFs: unstamped, not in Indhold. */
export async function appendBilag(pdf: Uint8Array, bilag: readonly string[]): Promise<Uint8Array> {
  if (bilag.length === 0) return pdf;
  const whole = await PDFDocument.load(pdf, { parseSpeed: ParseSpeeds.Fastest });
  for (const path of bilag) {
    const source = await PDFDocument.load(readFileSync(path), { parseSpeed: ParseSpeeds.Fastest });
    for (const page of await whole.copyPages(source, source.getPageIndices())) whole.addPage(page);
  }
  return whole.save();
}
