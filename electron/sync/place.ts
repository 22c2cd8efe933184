import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import type { FolderFile, FolderFs } from "./folder.ts";
import { callFailure, codeOf } from "./folder-error.ts";
import { renameDelays, type Timing } from "./retry.ts";

/** `mine`: a name only this installation uses, so an earlier torn try may be replaced. `shared`: a name that others may hold. */
export type Owner = "mine" | "shared";

type Access = { fs: FolderFs; timing: Timing };

const renameRetried = new Set(["EPERM", "EACCES", "EBUSY"]);
// A share whose server cannot sync or rename says so with one of these.
const notOffered = new Set(["EINVAL", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EXDEV"]);

/**
 * Whole, synced bytes get their final name at `path` (absolute; its directory exists): a temporary file beside it, then the name,
 * retried for a minute, else the final name written directly and read back. Source: storage-and-sync.md, protocol steps 4 and 5.
 * `taken`: someone holds the shared name, and nothing of theirs was touched.
 */
export async function placeFile(access: Access, path: string, bytes: Uint8Array, owner: Owner): Promise<"placed" | "taken"> {
  const { fs } = access;
  const temporary = join(dirname(path), `.tmp-${randomBytes(8).toString("hex")}`);
  await writeFile(fs, temporary, "wx", bytes);
  let outcome: Naming;
  try {
    outcome = await giveName(access, temporary, path, owner);
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined);
    throw error;
  }
  if (outcome !== "renamed") await fs.unlink(temporary).catch(() => undefined);
  if (outcome === "refused") return writeDirectly(fs, path, bytes, owner);
  return outcome === "taken" ? "taken" : "placed";
}

type Naming = "linked" | "renamed" | "taken" | "refused";

async function giveName(access: Access, temporary: string, path: string, owner: Owner): Promise<Naming> {
  const linked = owner === "shared" ? await linkName(access.fs, temporary, path) : "refused";
  return linked === "refused" ? renameWithRetry(access, temporary, path, owner) : linked;
}

/** A hard link takes a name with no gap between looking and taking. It is never relied on: a share without them renames. */
async function linkName(fs: FolderFs, temporary: string, path: string): Promise<Naming> {
  try {
    await fs.link(temporary, path);
    return "linked";
  } catch (error) {
    return codeOf(error) === "EEXIST" ? "taken" : "refused";
  }
}

/** `refused` when the share would not rename for a whole minute; other failures are thrown. */
async function renameWithRetry({ fs, timing }: Access, temporary: string, path: string, owner: Owner): Promise<Naming> {
  for (const pause of renameDelays()) {
    if (owner === "shared" && (await exists(fs, path))) return "taken";
    try {
      await fs.rename(temporary, path);
      return "renamed";
    } catch (error) {
      const code = codeOf(error) ?? "";
      if (notOffered.has(code)) return "refused";
      if (!renameRetried.has(code)) throw error;
    }
    await timing.delay(pause);
  }
  return "refused";
}

async function exists(fs: FolderFs, path: string): Promise<boolean> {
  try {
    await fs.lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

async function writeDirectly(fs: FolderFs, path: string, bytes: Uint8Array, owner: Owner): Promise<"placed" | "taken"> {
  try {
    await writeFile(fs, path, owner === "mine" ? "w" : "wx", bytes);
  } catch (error) {
    if (owner === "shared" && codeOf(error) === "EEXIST") return "taken";
    throw error;
  }
  if (Buffer.compare(await fs.readFile(path), bytes) === 0) return "placed";
  await fs.unlink(path).catch(() => undefined);
  throw callFailure("EIO");
}

/** Creates, fills, syncs and closes. What could not be finished is removed again, as far as the folder lets us. */
async function writeFile(fs: FolderFs, path: string, flag: "wx" | "w", bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, flag);
  try {
    await fill(file, bytes);
    await file.close();
  } catch (error) {
    await file.close().catch(() => undefined);
    await fs.unlink(path).catch(() => undefined);
    throw error;
  }
}

async function fill(file: FolderFile, bytes: Uint8Array): Promise<void> {
  let rest = bytes;
  while (rest.byteLength > 0) {
    const taken = await file.write(rest);
    if (taken === 0) throw callFailure("ENOSPC");
    rest = rest.subarray(taken);
  }
  await file.sync().catch((error: unknown) => {
    if (!notOffered.has(codeOf(error) ?? "")) throw error;
  });
}
