import { createInflateRaw } from "node:zlib";
import type { ZipEntry } from "./zip-names.ts";

const localMark = 0x04034b50;
const localBytes = 30;
const stored = 0;
const deflated = 8;

/** Thrown for a file of a ZIP that cannot be read as it is told to be. */
export class ZipDamage extends Error {}

/** The packed bytes of one file of a ZIP. Throws ZipDamage when they do not lie in it. */
function packedBytes(zip: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (entry.encrypted || entry.at + localBytes > zip.byteLength || view.getUint32(entry.at, true) !== localMark)
    throw new ZipDamage("no local header");
  const from = entry.at + localBytes + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  if (from + entry.packed > zip.byteLength) throw new ZipDamage("past the end");
  return zip.subarray(from, from + entry.packed);
}

/** The content of one file of a ZIP, piece by piece, so that whoever reads it may stop at any. Throws ZipDamage. */
export async function* unpackEntry(zip: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(zip, entry);
  if (entry.method === stored) {
    yield packed;
    return;
  }
  if (entry.method !== deflated) throw new ZipDamage(`method ${entry.method}`);
  const inflating = createInflateRaw();
  inflating.end(packed);
  try {
    for await (const piece of inflating) yield piece as Uint8Array;
  } catch (error) {
    throw new ZipDamage("not inflated", { cause: error });
  } finally {
    inflating.destroy();
  }
}
