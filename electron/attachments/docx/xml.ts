import { TextDecoder } from "node:util";
import sax from "sax";

/** Thrown for what is no XML that Word writes: not well-formed, with a document type, or nested past all reason. */
export class XmlDamage extends Error {}

/** `w` stands for WordprocessingML, `mc` for markup compatibility; any other namespace is "". Attributes by their local names. */
export type XmlTag = { name: string; value(attribute: string): string | null };

/** Hears an XML part in its order. `open` may answer "skip": then nothing within the element is told. */
export type XmlListener = { open(tag: XmlTag): "skip" | undefined; text(text: string): void; close(name: string): void; full?(): boolean };

const deepest = 256;
/** Word may write a picture into an attribute; past this no attribute, comment or name is read. */
const longestPart = 8 * 1024 * 1024;

const prefixes: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
};

/** Reads pieces of a part until it ends, the listener is full, or `maxBytes` are read; true when it was read to its end. Throws XmlDamage. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, listener: XmlListener, maxBytes: number): Promise<boolean> {
  sax.MAX_BUFFER_LENGTH = longestPart;
  const parser = listen(listener);
  let decoder: TextDecoder | null = null;
  let bytes = 0;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    bytes += piece.byteLength;
    if (bytes > maxBytes) return false;
    parser.write(decode(decoder, piece));
    if (listener.full?.() === true) return false;
  }
  parser.write(decode(decoder ?? new TextDecoder(), new Uint8Array(), true)).close();
  return true;
}

function decode(decoder: TextDecoder, piece: Uint8Array, last = false): string {
  try {
    return decoder.decode(piece, { stream: !last });
  } catch (error) {
    throw new XmlDamage("not the encoding it says", { cause: error });
  }
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  return start[0] === 0xfe && start[1] === 0xff ? "utf-16be" : "utf-8";
}

function listen(listener: XmlListener): ReturnType<typeof sax.parser> {
  const parser = sax.parser(true, { xmlns: true, position: false });
  const names: string[] = [];
  /** How deep the element lies within which nothing is told; 0 for none. */
  let skipped = 0;
  const refuse = (reason: string) => (): never => {
    throw new XmlDamage(reason);
  };
  parser.onerror = (error) => {
    throw new XmlDamage("not well-formed", { cause: error });
  };
  parser.ondoctype = refuse("document type");
  parser.onsgmldeclaration = refuse("declaration");
  parser.onopentag = ({ local, uri, attributes }) => {
    const name = `${prefixes[uri] ?? ""}:${local}`;
    names.push(name);
    if (names.length > deepest) throw new XmlDamage("nested too deep");
    if (skipped > 0) return;
    const value = (attribute: string): string | null => Object.values(attributes).find((each) => each.local === attribute)?.value ?? null;
    if (listener.open({ name, value }) === "skip") skipped = names.length;
  };
  parser.onclosetag = () => {
    const name = names.pop() ?? "";
    if (skipped === 0) listener.close(name);
    else if (names.length < skipped) skipped = 0;
  };
  const tell = (text: string): void => {
    if (skipped === 0) listener.text(text);
  };
  parser.ontext = tell;
  parser.oncdata = tell;
  return parser;
}
