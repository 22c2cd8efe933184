import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { blobPath } from "../../electron/attachments/blobs.ts";

/** Bytes as `keepBlob` leaves them, at once: hundreds of meetings are made in a test. */
export function putBlob(dataDir: string, bytes: Uint8Array): { sha256: string; bytes: number } {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const path = blobPath(dataDir, sha256);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return { sha256, bytes: bytes.byteLength };
}
