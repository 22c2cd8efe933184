import { basename, dirname, join, resolve } from "node:path";
import { AppFailure } from "../../shared/errors.ts";
import { type FolderFs, openFolder } from "./folder.ts";
import { codeOf } from "./folder-error.ts";
import { dataPath } from "./marker.ts";
import type { Timing } from "./retry.ts";

const rootName = "Referater";

/**
 * The root below the folder that a person chose. One that is already in use wins: the chosen folder itself, its `Referater`, or its
 * parent when the chosen one is the `Referater` inside. A new one is the chosen folder when that is named Referater, else a
 * `Referater` in it, which is made. Throws AppFailure `folder-absent` when the chosen folder is not there.
 */
export async function findRoot(chosen: string, fs: FolderFs, timing: Timing): Promise<string> {
  const path = resolve(chosen);
  await requireFolder(path, fs);
  const named = basename(path).toLowerCase() === rootName.toLowerCase();
  const candidates = [path, join(path, rootName), ...(named ? [dirname(path)] : [])];
  for (const candidate of candidates) {
    if ((await openFolder(candidate, fs, timing).find(dataPath))?.kind === "directory") return candidate;
  }
  if (named) return path;
  const root = join(path, rootName);
  await fs.mkdir(root).catch((error: unknown) => {
    if (codeOf(error) !== "EEXIST") throw error;
  });
  return root;
}

/** Throws AppFailure `folder-absent` when the folder that was chosen is not there. */
export async function requireFolder(path: string, fs: FolderFs): Promise<void> {
  const entry = await fs.stat(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
    throw error;
  });
  if (entry?.kind !== "directory") throw new AppFailure({ kind: "folder-absent" });
}
