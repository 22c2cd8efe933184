import type { Folder, FolderFs } from "./folder.ts";
import { checkMarker } from "./marker.ts";
import type { ChosenFolder } from "./repository.ts";
import { requireFolder } from "./root.ts";

/** A top folder that is gone is absent; one that is there without our marker is another folder. Neither means that anything was deleted. */
export async function checkFolder(fs: FolderFs, folder: Folder, { path, repo }: ChosenFolder): Promise<void> {
  await requireFolder(path, fs);
  await checkMarker(folder, repo);
}
