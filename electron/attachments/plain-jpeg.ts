/** `turned`: it is to be shown on its side. `bytes`: the same picture without what it tells of place, time and camera; null when it tells nothing. */
export type PlainJpeg = { turned: boolean; bytes: Uint8Array | null };

const endOfImage = 0xd9;
const startOfScan = 0xda;
const exif = 0xe1;
/** JFIF, the colour profile, and how Adobe's colours are meant: without them the picture looks another way. */
const kept = new Set([0xe0, 0xe2, 0xee]);

type Segment = { marker: number; from: number; to: number };

/** Looks through a JPEG's segments; nothing is decoded. What cannot be followed to its end is left as it is. Source: ITU-T T.81, annex B; Exif 2.32. */
export function plainJpeg(bytes: Uint8Array): PlainJpeg {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments = listSegments(view);
  if (segments === null) return { turned: false, bytes: null };
  const orientations = segments.flatMap((segment) => (segment.marker === exif ? orientationIn(view, segment) : []));
  const orientation = orientations[0] ?? 1;
  const whole = segments.every(isKept) && segments.at(-1)?.to === bytes.byteLength;
  const turn = orientation === 1 ? [] : [orientationSegment(orientation)];
  const parts = [bytes.subarray(0, 2), ...turn, ...segments.filter(isKept).map(({ from, to }) => bytes.subarray(from, to))];
  return { turned: orientation >= 5, bytes: whole ? null : Buffer.concat(parts) };
}

function isKept({ marker }: Segment): boolean {
  return kept.has(marker) || !((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe);
}

/** From the first segment to the end of the picture, what lies behind it left out; null when there is no end. */
function listSegments(view: DataView): Segment[] | null {
  const segments: Segment[] = [];
  for (let at = 2; at + 2 <= view.byteLength; ) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) return [...segments, { marker, from: at, to: at + 2 }];
    if (at + 4 > view.byteLength) return null;
    const head = at + 2 + view.getUint16(at + 2);
    const to = marker === startOfScan ? endOfScan(view, head) : head;
    segments.push({ marker, from: at, to });
    at = to;
  }
  return null;
}

/** The next marker that is no part of the picture's own data. */
function endOfScan(view: DataView, from: number): number {
  for (let at = from; at + 1 < view.byteLength; at += 1) {
    const next = view.getUint8(at + 1);
    if (view.getUint8(at) === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return view.byteLength;
}

const orientationTag = 0x0112;

function orientationIn(view: DataView, { from, to }: Segment): number[] {
  const start = from + 10;
  if (start + 8 > to || view.getUint32(from + 4) !== 0x45786966) return [];
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  if (directory + 2 > to) return [];
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > to) return [];
    if (view.getUint16(entry, little) === orientationTag) {
      const value = view.getUint16(entry + 8, little);
      return value >= 1 && value <= 8 ? [value] : [];
    }
  }
  return [];
}

/** An Exif segment that says nothing but how the picture is turned. */
function orientationSegment(orientation: number): Uint8Array {
  const segment = Buffer.from("ffe100224578696600004d4d002a0000000800010112000300000001000000000000".padEnd(72, "0"), "hex");
  segment.writeUInt16BE(orientation, 28);
  return segment;
}
