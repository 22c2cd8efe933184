const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;
const maxEntries = 2_000;

/** One file of a ZIP as its central directory tells it, nothing inflated. `at` is where its own header begins. */
export type ZipEntry = { name: string; encrypted: boolean; method: number; packed: number; size: number; at: number };

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endBytes - 0xffff);
  for (let at = view.byteLength - endBytes; at >= first; at -= 1) if (view.getUint32(at, true) === endMark) return at;
  return null;
}

/** The entries of a ZIP's central directory, or null when the bytes are no whole ZIP or hold more entries than a document has. */
export function listZipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength < endBytes ? null : findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + entryBytes > end || view.getUint32(at, true) !== entryMark) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: Buffer.from(bytes.buffer, bytes.byteOffset + at + entryBytes, Math.min(nameLength, end - at - entryBytes)).toString("utf8"),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += entryBytes + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
