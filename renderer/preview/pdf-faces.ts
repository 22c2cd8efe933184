import { type Outlines, readOutlines } from "./glyph-outlines.ts";
import type { PdfFile } from "./pdf-file.ts";
import type { PdfDict, PdfValue } from "./pdf-values.ts";

/** A face as a page names it. Two bytes are a glyph; `width` is in ems; `text` is what it stands for. */
export type Face = { outline: Outlines; width(glyph: number): number; text(glyph: number): string };

/** The face that a font dictionary describes. `outlinesOf` gives the shapes of a packed face. */
export async function readFace(file: PdfFile, font: PdfDict, outlinesOf: (ref: PdfValue) => Promise<Outlines>): Promise<Face> {
  const composite = font.get("Subtype") === "/Type0" && font.get("Encoding") === "/Identity-H";
  const inner = file.dict((file.find(font.get("DescendantFonts")) as PdfValue[] | null)?.[0]);
  if (!composite || inner.get("CIDToGIDMap") !== "/Identity") throw new Error("the face is built otherwise");
  const program = file.dict(inner.get("FontDescriptor")).get("FontFile2");
  if (program === undefined) throw new Error("the face is no TrueType face");
  const widths = readWidths(file.find(inner.get("W")), Number(inner.get("DW") ?? 1_000));
  const texts = readTexts(new TextDecoder("latin1").decode(await file.unpacked(font.get("ToUnicode"))));
  return { outline: await outlinesOf(program), width: widths, text: (glyph) => texts.get(glyph) ?? "" };
}

/** The shapes of a face's file. */
export async function unpackOutlines(file: PdfFile, program: PdfValue): Promise<Outlines> {
  return readOutlines(await file.unpacked(program));
}

/** "from to width" and "from [width …]" stand mixed. */
function readWidths(entries: PdfValue | null, others: number): (glyph: number) => number {
  const widths = new Map<number, number>();
  const list = Array.isArray(entries) ? entries : [];
  for (let index = 0; index < list.length; ) {
    const [from, next] = [Number(list[index]), list[index + 1]];
    if (Array.isArray(next)) {
      for (const [offset, width] of next.entries()) widths.set(from + offset, Number(width));
      index += 2;
    } else {
      for (let glyph = from; glyph <= Number(next); glyph += 1) widths.set(glyph, Number(list[index + 2]));
      index += 3;
    }
  }
  return (glyph) => (widths.get(glyph) ?? others) / 1_000;
}

/** What each glyph stands for, of a character map: `<glyph> <text>` by itself, and `<from> <to> <text of the first>`. */
function readTexts(map: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, single = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = "", text = ""] of single.matchAll(/<(\w+)>\s*<(\w*)>/g)) texts.set(Number.parseInt(glyph, 16), utf16(text));
  for (const [, ranges = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = "", to = "", text = ""] of ranges.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      const [stem, code] = [utf16(text.slice(0, -4)), Number.parseInt(text.slice(-4), 16)];
      for (let glyph = first; glyph <= last; glyph += 1) texts.set(glyph, stem + String.fromCharCode(code + glyph - first));
    }
  return texts;
}

function utf16(hex: string): string {
  return hex.replace(/.{4}/g, (unit) => String.fromCharCode(Number.parseInt(unit, 16)));
}
