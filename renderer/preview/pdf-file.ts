import { type PdfDict, type PdfRef, type PdfValue, readValues } from "./pdf-values.ts";

/** A PDF as the typesetter writes it: a plain table of objects, streams unpacked or packed by Flate. */
export type PdfFile = {
  root: PdfDict;
  /** The value itself, where it is a reference what that leads to. */
  find(value: PdfValue | undefined): PdfValue | null;
  /** Throws where there is no dictionary. */
  dict(value: PdfValue | undefined): PdfDict;
  /** A stream as it lies in the file, one character a byte: for seeing whether it is another one. */
  packed(ref: PdfValue | undefined): string;
  unpacked(ref: PdfValue | undefined): Promise<Uint8Array>;
};

const entryBytes = 20;

export function openPdf(bytes: Uint8Array): PdfFile {
  const text = new TextDecoder("latin1").decode(bytes);
  const table = Number(/startxref\s+(\d+)/.exec(text.slice(-200))?.[1]);
  const [head, count] = /^xref\n0 (\d+)\n/.exec(text.slice(table, table + 40)) ?? [];
  if (head === undefined) throw new Error("the file has no plain table of objects");
  const entries = table + head.length;
  const known = new Map<number, { value: PdfValue; end: number }>();
  const objectOf = ({ ref }: PdfRef): { value: PdfValue; end: number } => {
    const seen = known.get(ref);
    if (seen !== undefined) return seen;
    if (!(ref < Number(count))) throw new Error(`there is no object ${ref}`);
    const at = Number(text.slice(entries + ref * entryBytes, entries + ref * entryBytes + 10));
    const reader = readValues(text, text.indexOf("obj", at) + 3, true);
    const value = reader.next();
    if (value === null) throw new Error(`object ${ref} is empty`);
    const read = { value, end: reader.at };
    known.set(ref, read);
    return read;
  };
  const find = (value: PdfValue | undefined): PdfValue | null => {
    if (value === undefined) return null;
    return isRef(value) ? objectOf(value).value : value;
  };
  const dict = (value: PdfValue | undefined): PdfDict => {
    const found = find(value);
    if (!(found instanceof Map)) throw new Error("no dictionary where there should be one");
    return found;
  };
  const streamOf = (ref: PdfValue | undefined): { facts: PdfDict; start: number; end: number } => {
    if (ref === undefined || !isRef(ref)) throw new Error("no stream where there should be one");
    const facts = dict(ref);
    const start = text.indexOf("stream", objectOf(ref).end) + "stream".length;
    const from = start + (text[start] === "\r" ? 2 : 1);
    return { facts, start: from, end: from + Number(find(facts.get("Length"))) };
  };
  const trailer = readValues(text, text.indexOf("trailer", entries) + "trailer".length, true).next();
  return {
    root: dict(dict(trailer ?? undefined).get("Root")),
    find,
    dict,
    packed(ref) {
      const { start, end } = streamOf(ref);
      return text.slice(start, end);
    },
    async unpacked(ref) {
      const { facts, start, end } = streamOf(ref);
      const own = bytes.slice(start, end);
      const filter = find(facts.get("Filter"));
      if (filter === null) return own;
      if (filter !== "/FlateDecode") throw new Error("a stream is packed in another way");
      return unpack(own);
    },
  };
}

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  // What it does not take is told where it is read.
  writer.write(packed).catch(() => {});
  writer.close().catch(() => {});
  return new Uint8Array(await new Response(readable).arrayBuffer());
}

export function isRef(value: PdfValue): value is PdfRef {
  return typeof value === "object" && "ref" in value;
}
