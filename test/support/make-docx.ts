import { deflateRawSync } from "node:zlib";

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const others =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A ZIP of these files; `flags` marks each as its general purpose bits say, and `stored` leaves them unpacked. */
export function makeZip(files: Record<string, string | Uint8Array>, options: { flags?: number; stored?: boolean } = {}): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = options.stored ? bytes : deflateRawSync(bytes);
    const method = options.stored ? 0 : 8;
    const path = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(options.flags ?? 0, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, path, packed);
    directory.push(entry, path);
    at += 30 + path.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, entries, end]);
}

/** The part that has the text, around this body. */
export function wordDocument(body: string): string {
  return `${head}<w:document ${w} ${others}><w:body>${body}<w:sectPr/></w:body></w:document>`;
}

/** A Word file with this body (WordprocessingML); other parts by their names, each the inner XML of its root. */
export function makeDocx(body: string, parts: Partial<Record<"styles" | "numbering" | "footnotes", string>> = {}): Uint8Array {
  const files: Record<string, string> = { "[Content_Types].xml": `${head}<Types/>`, "word/document.xml": wordDocument(body) };
  for (const [name, inner] of Object.entries(parts)) files[`word/${name}.xml`] = `${head}<w:${name} ${w}>${inner}</w:${name}>`;
  return makeZip(files);
}

/** A paragraph of plain text; `properties` is what stands in its `w:pPr`. */
export function paragraph(text: string, properties = ""): string {
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
