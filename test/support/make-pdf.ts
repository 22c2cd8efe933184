import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";

/** A PDF of A4 pages, each with its title, its number and some lines of text. */
export async function makePdf(pages: number, title: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number += 1) {
    const page = pdf.addPage([595, 842]);
    page.drawText(`${title}, side ${number}`, { x: 60, y: 780, size: 14, font });
    for (let line = 0; line < 40; line += 1)
      page.drawText(`${line + 1}. Forvaltningen indstiller, at ordningen viderefores.`, { x: 60, y: 740 - line * 16, size: 10, font });
  }
  return pdf.save();
}
