import { inflateSync } from "node:zlib";

/**
 * A PDF with its streams inflated and their lengths and the table of offsets left out: two builds of one packer may pack the same
 * words differently. Throws when the table does not lead to each object.
 */
export function unpackedPdf(pdf: Uint8Array): string {
  const words = Buffer.from(pdf).toString("latin1");
  const table = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(words)?.[1]);
  const [head, count] = /^xref\n0 (\d+)\n/.exec(words.slice(table)) ?? [];
  if (head === undefined) throw new Error("no table of objects where the file says it is");
  const entries = words.slice(table + head.length).match(/\d{10} \d{5} [nf]/g) ?? [];
  if (entries.length !== Number(count)) throw new Error("the table of objects is not whole");
  for (const [number, entry] of entries.entries())
    if (entry.endsWith("n") && !words.startsWith(`${number} 0 obj`, Number(entry.slice(0, 10))))
      throw new Error(`object ${number} is not where the table says`);
  return withoutLengths(words.slice(0, table)) + words.slice(words.indexOf("trailer", table)).replace(/startxref\n\d+/, "");
}

function withoutLengths(words: string): string {
  let unpacked = "";
  let from = 0;
  for (const found of words.matchAll(/\/Length (\d+)\n(?:[^\n]*\n){0,12}?>>\nstream\n/g)) {
    if (found.index < from) continue;
    const start = found.index + found[0].length;
    const content = words.slice(start, start + Number(found[1]));
    if (!words.startsWith("\nendstream", start + content.length)) throw new Error("a stream is not as long as it says");
    const plain = found[0].includes("/FlateDecode") ? inflateSync(Buffer.from(content, "latin1")).toString("latin1") : content;
    unpacked += words.slice(from, found.index) + found[0].replace(/\d+/, "") + plain;
    from = start + content.length;
  }
  return unpacked + words.slice(from);
}
