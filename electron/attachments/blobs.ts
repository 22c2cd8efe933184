import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppFailure } from "../../shared/errors.ts";
import { fileFailure } from "../store/error-map.ts";

/** Where the bytes with this hash lie: `<data>/blobs/9d/<sha256>.bin`. */
export function blobPath(dataDir: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppFailure({ kind: "not-found", what: "file", id: "" });
  return join(dataDir, "blobs", sha256.slice(0, 2), `${sha256}.bin`);
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The hash that bytes are kept by, found without holding up this thread. */
export async function contentHash(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toString("hex");
}

/** Bytes as they are kept: their hash and how many they are. */
type Kept = { sha256: string; bytes: number };

/**
 * Keeps bytes by their content, without holding up this thread; the same content is kept once. `known` is their hash where it has been
 * found already. On disk when it resolves. Throws AppFailure `disk-full` or `data-folder-unwritable`, and then leaves nothing behind.
 */
export async function keepBlob(dataDir: string, bytes: Uint8Array, known: string | null = null): Promise<Kept> {
  const kept = { sha256: known ?? (await contentHash(bytes)), bytes: bytes.byteLength };
  const path = blobPath(dataDir, kept.sha256);
  if (await holds(path, kept)) return kept;
  const temporary = join(dirname(path), `.tmp-${randomUUID()}`);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeWhole(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw fileFailure(error);
  }
  return kept;
}

/** False also for bytes that a worn disk has changed: whoever has the file still mends it by adding it again. */
async function holds(path: string, { sha256, bytes }: Kept): Promise<boolean> {
  try {
    return (await stat(path)).size === bytes && (await contentHash(await readFile(path))) === sha256;
  } catch {
    return false;
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** As `readBlob`, without holding up this thread. */
export async function loadBlob(dataDir: string, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await readFile(blobPath(dataDir, sha256)).catch((error: unknown) => failReading(error, sha256)));
  return (await contentHash(bytes)) === sha256 ? bytes : failReading(null, sha256);
}

function failReading(error: unknown, sha256: string): never {
  const code = error === null ? "EHASH" : ((error as NodeJS.ErrnoException).code ?? "EIO");
  if (code === "ENOENT") throw new AppFailure({ kind: "not-found", what: "file", id: sha256 }, error);
  throw new AppFailure({ kind: "file-unreadable", name: `${sha256.slice(0, 8)}.bin`, code }, error);
}

/** The bytes with this hash, checked against it. Throws AppFailure `not-found`, or `file-unreadable` when they are not what they were. */
export function readBlob(dataDir: string, sha256: string): Uint8Array {
  const path = blobPath(dataDir, sha256);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    failReading(error, sha256);
  }
  return hashOf(bytes) === sha256 ? bytes : failReading(null, sha256);
}
