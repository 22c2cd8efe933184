import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";

/** `embedded`: what the files in it say, as far as it is text; of a PDF its strings, not its pages. */
export type FileStrings = { strings: string[]; embedded: string[] };

/**
 * Every string of a PDF wherever it stands: descriptions (Info and XMP), bookmarks, annotations, fields, alternate texts in the structure
 * and within the pages, names, what object streams hold. The text of the pages is not among them.
 */
export async function listFileStrings(document: PDFDocument): Promise<FileStrings> {
  const strings = new Set<string>();
  const files: Uint8Array[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) collect(object, strings, files);
  return { strings: [...strings], embedded: (await Promise.all(files.map(textsOf))).flat() };
}

function collect(object: PDFObject, found: Set<string>, files: Uint8Array[]): void {
  if (object instanceof PDFString || object instanceof PDFHexString) found.add(object.decodeText());
  else if (object instanceof PDFName) found.add(object.decodeText());
  else if (object instanceof PDFArray) for (const inner of object.asArray()) collect(inner, found, files);
  else if (object instanceof PDFDict) {
    for (const [, inner] of object.entries()) collect(inner, found, files);
    files.push(...filesOf(object));
  } else if (object instanceof PDFStream) {
    collect(object.dict, found, files);
    if (object instanceof PDFRawStream) for (const text of streamTexts(object)) found.add(text);
  }
}

/** The files of a file specification, whether it hangs on the catalog or on an annotation. */
function filesOf(dict: PDFDict): Uint8Array[] {
  const held = dict.lookup(PDFName.of("EF"));
  if (!(held instanceof PDFDict)) return [];
  return held.keys().flatMap((key) => {
    const stream = held.lookup(key);
    return stream instanceof PDFRawStream ? [decoded(stream)] : [];
  });
}

const plainStreams = new Set([undefined, "/XObject", "/Metadata"]);

/** The words of XMP, and the texts that stand for what is drawn ("/ActualText") in a page's own content. Pictures and faces have none. */
function streamTexts(stream: PDFRawStream): string[] {
  const [type, subtype] = ["Type", "Subtype"].map((key) => stream.dict.get(PDFName.of(key))?.toString());
  if (subtype === "/Image" || !plainStreams.has(type)) return [];
  const bytes = decoded(stream);
  if (subtype === "/XML") return [unescaped(Buffer.from(bytes).toString("utf8"))];
  const marks = Buffer.from(bytes)
    .toString("latin1")
    .matchAll(/\/(?:ActualText|Alt|E|Contents)\s*(?:\(((?:\\[\s\S]|[^\\()])*)\)|<([0-9a-fA-F\s]+)>)/g);
  return [...marks].map(([, literal, hex]) =>
    literal === undefined ? PDFHexString.of(hex ?? "").decodeText() : PDFString.of(literal).decodeText(),
  );
}

function decoded(stream: PDFRawStream): Uint8Array {
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    // A picture's filter, say: then there are no words to look for, only the bytes as they are.
    return stream.getContents();
  }
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(xml: string): string {
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const buffer = Buffer.from(bytes);
  const plain = [buffer.toString("utf8"), buffer.toString("utf16le"), buffer.toString("latin1")];
  if (!buffer.subarray(0, 1_024).includes("%PDF-")) return plain;
  const inner = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true }).catch(() => null);
  if (inner === null) return plain;
  const { strings, embedded } = await listFileStrings(inner);
  return [...strings, ...embedded];
}
