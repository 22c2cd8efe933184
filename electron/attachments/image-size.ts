import type { PageSize } from "./probe.ts";

/** The pixels of a PNG or JPEG as its head tells them, or null when the head is not whole. Nothing is decoded. */
export function imageSize(bytes: Uint8Array, mediaType: "image/png" | "image/jpeg"): PageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = mediaType === "image/png" ? pngSize(view) : jpegSize(view);
  return size !== null && size.width > 0 && size.height > 0 ? size : null;
}

const imageHeader = 0x49484452;

function pngSize(view: DataView): PageSize | null {
  if (view.byteLength < 24 || view.getUint32(12) !== imageHeader) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks the segments to the frame header. Source: ITU-T T.81, B.2.2. */
function jpegSize(view: DataView): PageSize | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
