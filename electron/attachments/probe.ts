import { ParseSpeeds, type PDFDocument, type PDFPage, PDFDocument as Pdf } from "@cantoo/pdf-lib";
import type { AttachmentTrouble } from "../../shared/domain/attachment-trouble.ts";
import { type AttachmentView, oldWordType, wordType } from "../../shared/domain/meeting.ts";
import { readDocx } from "./docx/read-docx.ts";
import { XmlDamage } from "./docx/xml.ts";
import { imageSize } from "./image-size.ts";
import { olderOffice } from "./older-office.ts";
import { plainJpeg } from "./plain-jpeg.ts";
import { ZipDamage } from "./zip-entry.ts";

/** A page as a reader sees it, its rotation applied; points. */
export type PageSize = { width: number; height: number };

/**
 * What a bilag's content is to the referat. `pages` is empty when there is trouble and for a Word document. `print`: the bytes to
 * print in place of the kept ones, which no printer would take or show whole; null when the kept ones will do. Of a Word document
 * they are its FileText as JSON.
 */
export type Probe = { trouble: AttachmentTrouble | null; pages: PageSize[]; print: Uint8Array | null };

const maxPages = 500;
const maxSide = 14_400;
const maxPixels = 50_000_000;
const headerWithin = 1_024;

/** Looks into a bilag. Trouble is an answer, never thrown. Not for the main thread: a hostile file may take long and much memory. */
export async function probeContent(bytes: Uint8Array, mediaType: AttachmentView["mediaType"]): Promise<Probe> {
  if (bytes.byteLength === 0) return trouble("empty");
  if (mediaType === oldWordType) return trouble("old-word");
  if (mediaType === "application/pdf") return probePdf(bytes);
  if (mediaType === wordType) return probeDocx(bytes);
  const size = imageSize(bytes, mediaType);
  if (size === null) return trouble("damaged");
  if (size.width * size.height > maxPixels) return trouble("too-large-page");
  if (mediaType === "image/png") return { trouble: null, pages: [size], print: null };
  const { turned, bytes: print } = plainJpeg(bytes);
  return { trouble: null, pages: [turned ? { width: size.height, height: size.width } : size], print };
}

async function probeDocx(bytes: Uint8Array): Promise<Probe> {
  if (olderOffice(bytes) === "locked") return trouble("password");
  try {
    const text = await readDocx(bytes);
    if (text.blocks.length === 0) return trouble("no-text");
    return { trouble: null, pages: [], print: new TextEncoder().encode(JSON.stringify(text)) };
  } catch (error) {
    if (error instanceof XmlDamage || error instanceof ZipDamage) return trouble("damaged");
    throw error;
  }
}

async function probePdf(bytes: Uint8Array): Promise<Probe> {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!source.subarray(0, headerWithin).includes("%PDF-") || !/\d obj\b/.test(source.toString("latin1", 0, 1_000_000)))
    return trouble("not-pdf");
  try {
    const pdf = await Pdf.load(bytes, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
      ignoreEncryption: false,
      throwOnInvalidObject: true,
      capNumbers: true,
      password: "",
    });
    const pages = pdf.getPages().map(seenSize);
    const wrong = pageTrouble(pages);
    if (wrong !== null) return trouble(wrong);
    const filled = flattenForm(pdf);
    const whole = !pdf.isEncrypted && !isEncrypted(source) && !filled && pointsAtTable(source);
    return { trouble: null, pages, print: whole ? null : await pdf.save({ updateFieldAppearances: false }) };
  } catch (error) {
    return trouble(error instanceof Error && /password|encrypted/i.test(error.message) ? "password" : "damaged");
  }
}

function trouble(kind: AttachmentTrouble): Probe {
  return { trouble: kind, pages: [], print: null };
}

function seenSize(page: PDFPage): PageSize {
  const { width, height } = page.getCropBox();
  return page.getRotation().angle % 180 === 0 ? { width, height } : { width: height, height: width };
}

function pageTrouble(pages: readonly PageSize[]): AttachmentTrouble | null {
  if (pages.length === 0) return "no-pages";
  if (pages.length > maxPages) return "too-many-pages";
  if (pages.some(({ width, height }) => !(width > 0 && height > 0))) return "damaged";
  return pages.some(({ width, height }) => Math.max(width, height) > maxSide) ? "too-large-page" : null;
}

/** Form fields are drawn over the page, not on it, and would be left out: they become part of it. True when there were any. */
function flattenForm(pdf: PDFDocument): boolean {
  if (pdf.catalog.getAcroForm() === undefined) return false;
  const form = pdf.getForm();
  if (form.getFields().length === 0) return false;
  try {
    form.flatten();
  } catch {
    // A field with characters that the form's own face lacks keeps the look it was saved with.
    form.flatten({ updateFieldAppearances: false });
  }
  return true;
}

/** Also where the password to open is empty, and anyone may read it: a printer refuses it all the same. */
function isEncrypted(source: Buffer): boolean {
  return source.lastIndexOf("/Encrypt", undefined, "latin1") !== -1;
}

/** Whether the table of objects stands where the file says; a reader that mends it may see other pages than we do. */
function pointsAtTable(source: Buffer): boolean {
  const end = source.toString("latin1", Math.max(0, source.length - 2_048));
  const at = Number([...end.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1] ?? Number.NaN);
  return Number.isSafeInteger(at) && /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(source.toString("latin1", at, at + 40));
}
