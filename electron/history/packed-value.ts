import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { JsonValue } from "../store/registers.ts";

// Deflating 256 KB at the usual level takes longer than a save may; level 1 gives a few per cent more bytes.
const quickFrom = 64 * 1024;

/** A value as a revision keeps it: its JSON, deflated. */
export function packValue(value: JsonValue): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  return deflateRawSync(json, { level: json.byteLength < quickFrom ? 6 : 1 });
}

export function unpackValue(packed: Uint8Array): JsonValue {
  return JSON.parse(inflateRawSync(packed).toString("utf8")) as JsonValue;
}
