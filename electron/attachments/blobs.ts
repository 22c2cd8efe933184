import { createHash, randomUUID } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
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

function writeWhole(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "wx", 0o600);
  try {
    for (let written = 0; written < bytes.byteLength; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Keeps bytes by their content; the same content is kept once. On disk when it returns. Throws AppFailure `disk-full` or
 * `data-folder-unwritable`, and then leaves nothing behind.
 */
export function writeBlob(dataDir: string, bytes: Uint8Array): { sha256: string; bytes: number } {
  const sha256 = hashOf(bytes);
  const path = blobPath(dataDir, sha256);
  const reply = { sha256, bytes: bytes.byteLength };
  if (holds(path, reply)) return reply;
  const temporary = join(dirname(path), `.tmp-${randomUUID()}`);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeWhole(temporary, bytes);
    renameSync(temporary, path);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary);
    throw fileFailure(error);
  }
  return reply;
}

/** False also for bytes that a worn disk has changed: whoever has the file still mends it by adding it again. */
function holds(path: string, { sha256, bytes }: { sha256: string; bytes: number }): boolean {
  try {
    return existsSync(path) && statSync(path).size === bytes && hashOf(readFileSync(path)) === sha256;
  } catch {
    return false;
  }
}

/**
 * Keeps bytes that came from elsewhere and should have this hash, without holding up this thread; false when they have another. On disk
 * when it resolves. Throws as `writeBlob` does.
 */
export async function keepBlob(dataDir: string, sha256: string, bytes: Uint8Array): Promise<boolean> {
  if (Buffer.from(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toString("hex") !== sha256) return false;
  const path = blobPath(dataDir, sha256);
  const temporary = join(dirname(path), `.tmp-${randomUUID()}`);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw fileFailure(error);
  }
  return true;
}

/** As `readBlob`, without holding up this thread. */
export async function loadBlob(dataDir: string, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await readFile(blobPath(dataDir, sha256)).catch((error: unknown) => failReading(error, sha256)));
  const hash = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
  return hash === sha256 ? bytes : failReading(null, sha256);
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
