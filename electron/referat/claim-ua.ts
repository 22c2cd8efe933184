import type { ReferatDocument } from "./document.ts";

/** `put` takes the place of `drop` bytes at `at`. */
type Edit = { at: number; drop: number; put: string };

const claim = "<pdfuaid:part>1</pdfuaid:part>";
const claimSpace = ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" ';
const showsTitle = "    /DisplayDocTitle true\n";
const dictionaryBytes = 80;
const entryBytes = 20;

/**
 * Whether a document as it is set is known to meet PDF/UA-1: it shows no bilag, and has no accent that stands loose from its letter,
 * where the engine may give the letter to a reader without it. `json` is the document as it is sent to the engine.
 */
export function mayClaimUa(document: ReferatDocument, json: string): boolean {
  const attachments = document.categories.flatMap(({ items }) => items.flatMap((item) => item.attachments));
  return attachments.every((each) => each.pages.length === 0 && each.text === null) && !/\p{M}/u.test(json);
}

/**
 * The same file with the claim in its metadata that it is PDF/UA-1: what the engine writes when it is asked for that.
 * Only where `mayClaimUa`. Throws when the file is not laid out as the engine does. Source: docs/decisions/0007.
 */
export function claimUa(pdf: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const metadata = find(bytes, "<?xpacket begin", "last");
  const space = after(bytes, 'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" ', metadata);
  const pages = find(bytes, "<xmpTPg:NPages>", space);
  const catalog = find(bytes, "/Type /Catalog", "last");
  return withEdits(bytes, [
    longer(bytes, metadata, claimSpace.length + claim.length),
    { at: space, drop: 0, put: claimSpace },
    { at: pages, drop: 0, put: claim },
    { at: after(bytes, "/ViewerPreferences <<\n", catalog), drop: 0, put: showsTitle },
  ]);
}

/** The stream that begins at `stream` is told to be `more` bytes longer. */
function longer(bytes: Buffer, stream: number, more: number): Edit {
  const before = bytes.toString("latin1", stream - dictionaryBytes, stream);
  const found = /\/Length (\d+)\n[^\n]*\n[^\n]*\n>>\nstream\n$/.exec(before);
  if (found?.[1] === undefined) throw new Error("the typesetter's metadata has no length");
  return {
    at: stream - dictionaryBytes + found.index + "/Length ".length,
    drop: found[1].length,
    put: String(Number(found[1]) + more),
  };
}

/** The file with the edits made, which come in order of place, and every offset in its table of objects moved along. */
function withEdits(bytes: Buffer, edits: readonly Edit[]): Uint8Array<ArrayBuffer> {
  const moved = (at: number): string =>
    String(edits.reduce((sum, { at: place, drop, put }) => (place < at ? sum + put.length - drop : sum), at));
  const table = find(bytes, "\nxref\n", "last") + 1;
  const [head, count] = /^xref\n0 (\d+)\n/.exec(bytes.toString("latin1", table, table + 40)) ?? [];
  if (head === undefined) throw new Error("the typesetter's table of objects is not whole");
  const end = table + head.length + Number(count) * entryBytes;
  const offsets = bytes
    .toString("latin1", table, end)
    .replace(/^\d{10}(?= \d{5} n)/gm, (offset) => moved(Number(offset)).padStart(10, "0"));
  const tail = bytes.toString("latin1", end).replace(/(?<=\nstartxref\n)\d+/, moved(table));
  const parts: Buffer[] = [];
  let from = 0;
  for (const { at, drop, put } of edits) {
    parts.push(bytes.subarray(from, at), Buffer.from(put, "latin1"));
    from = at + drop;
  }
  // A copy of its own: a small Buffer shares its memory, and the file is handed on to another thread.
  return new Uint8Array(Buffer.concat([...parts, bytes.subarray(from, table), Buffer.from(offsets + tail, "latin1")]));
}

function after(bytes: Buffer, words: string, from: number): number {
  return find(bytes, words, from) + words.length;
}

function find(bytes: Buffer, words: string, from: number | "last"): number {
  const at = from === "last" ? bytes.lastIndexOf(words, undefined, "latin1") : bytes.indexOf(words, from, "latin1");
  if (at === -1) throw new Error(`the typesetter's file has no ${words.trim()}`);
  return at;
}
