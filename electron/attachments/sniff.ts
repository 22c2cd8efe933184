import { extname } from "node:path";
import { limits } from "../../shared/domain/limits.ts";
import { type AttachmentView, oldWordType, wordType } from "../../shared/domain/meeting.ts";
import { safeFileName } from "../../shared/domain/meeting-name.ts";
import { AppFailure } from "../../shared/errors.ts";
import { olderOffice } from "./older-office.ts";
import { listZipEntries, type ZipEntry } from "./zip-names.ts";

type MediaType = AttachmentView["mediaType"];

const kinds = "kun PDF, PNG, JPEG og Word-dokumenter kan lægges ved";
const pdfHeaderWithin = 1_024;
const maxInflated = 100 * 1024 * 1024;
const maxRatio = 100;
const ratioFrom = 1024 * 1024;

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, pdfHeaderWithin)).includes("%PDF-");
}

/** Why a ZIP is not a Word document that may be kept, or null when it is one. Source: security-and-shipping.md §4. */
function docxTrouble(entries: ZipEntry[]): string | null {
  const names = new Set(entries.map((entry) => entry.name));
  if (!names.has("[Content_Types].xml") || !names.has("word/document.xml")) return kinds;
  if (entries.some((entry) => entry.encrypted)) return "Word-dokumentet er låst med en adgangskode";
  const inflated = entries.reduce((sum, entry) => sum + entry.size, 0);
  const bomb = entries.some((entry) => entry.size > ratioFrom && entry.size > entry.packed * maxRatio);
  const odd = names.size !== entries.length || entries.some((entry) => entry.name.split(/[/\\]/).includes(".."));
  return inflated > maxInflated || bomb || odd ? "Word-dokumentet er ikke bygget, som Word gør det" : null;
}

function findTrouble(bytes: Uint8Array): string | null {
  const entries = startsWith(bytes, [0x50, 0x4b]) ? listZipEntries(bytes) : null;
  return entries === null ? kinds : docxTrouble(entries);
}

const namedAs: Readonly<Record<string, MediaType>> = {
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".docx": wordType,
  ".docm": wordType,
  ".dotx": wordType,
  ".dotm": wordType,
  ".doc": oldWordType,
  ".dot": oldWordType,
};

/** Of a file without content its name is all there is; a bilag of it says that it is empty. */
function emptyOf(name: string): MediaType {
  const type = namedAs[extname(name).toLowerCase()];
  if (type === undefined) throw new AppFailure({ kind: "attachment-refused", name, reason: "filen er tom" });
  return type;
}

/**
 * What a file is by its content, whatever it is called; an empty one is what it is called. That it can be printed is not said: see
 * `probeContent`. Throws AppFailure `too-large` past 50 MB, and `attachment-refused` with a reason in Danish for anything but PDF, PNG,
 * JPEG and a Word document or template, old or new. Macros are taken along and never run: see `macros.ts`.
 */
export function sniffAttachment(name: string, bytes: Uint8Array): MediaType {
  const shown = safeFileName(name);
  if (bytes.byteLength > limits.attachmentBytes)
    throw new AppFailure({ kind: "too-large", what: shown, limitBytes: limits.attachmentBytes, actualBytes: bytes.byteLength });
  if (bytes.byteLength === 0) return emptyOf(shown);
  if (isPdf(bytes)) return "application/pdf";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  const older = olderOffice(bytes);
  if (older === "locked") return wordType;
  if (older === "word" || older === "macros") return oldWordType;
  const reason = findTrouble(bytes);
  if (reason !== null) throw new AppFailure({ kind: "attachment-refused", name: shown, reason });
  return wordType;
}
