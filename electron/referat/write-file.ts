import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { AppFailure } from "../../shared/errors.ts";

/**
 * The whole file or none of it: written beside its place, flushed to disk, then renamed over what was there. Throws AppFailure
 * `disk-full` or `file-unwritable`; nothing is left behind.
 */
export async function writeFileSafely(path: string, bytes: Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await writeFlushed(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    const code = (error as NodeJS.ErrnoException).code ?? "UNKNOWN";
    if (code === "ENOSPC" || code === "EDQUOT") throw new AppFailure({ kind: "disk-full", where: "export" }, error);
    throw new AppFailure({ kind: "file-unwritable", name: basename(path), code }, error);
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
