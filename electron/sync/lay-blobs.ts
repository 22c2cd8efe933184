import { AppFailure } from "../../shared/errors.ts";
import { readBlob } from "../attachments/blobs.ts";
import type { Store } from "../store/store.ts";
import type { Folder } from "./folder.ts";
import { callFailure } from "./folder-error.ts";
import { findLaidBlob, putLaidBlob } from "./repository.ts";
import { type BlobRef, blobFolderPath, sha256Of } from "./snapshot.ts";

// Past the first, a name is only tried when someone's other bytes lie under the one before it.
const mostCopies = 9;

/**
 * Lays what the folder lacks of an entry's attachments. A file with other bytes under an attachment's name is left alone, and ours
 * gets a side name. Throws AppFailure `file-unreadable` when this PC's own copy is missing or damaged.
 */
export async function layBlobs(folder: Folder, store: Store, repo: string, blobs: readonly BlobRef[]): Promise<void> {
  for (const blob of blobs) {
    const known = store.read((db) => findLaidBlob(db, repo, blob.sha256));
    if (known !== null && (await folder.find(known))?.bytes === blob.bytes) continue;
    const path = await layBlob(folder, blob, readOwn(store, blob));
    store.write((db) => putLaidBlob(db, repo, blob.sha256, path));
  }
}

function readOwn(store: Store, blob: BlobRef): Uint8Array {
  const bytes = readBlob(store.dataDir, blob.sha256);
  if (sha256Of(bytes) !== blob.sha256) throw new AppFailure({ kind: "file-unreadable", name: "bilag", code: "SHA256" });
  return bytes;
}

async function layBlob(folder: Folder, blob: BlobRef, bytes: Uint8Array): Promise<string> {
  for (let copy = 1; copy <= mostCopies; copy += 1) {
    const path = blobFolderPath(blob.sha256, copy);
    const lying = await folder.holds(path, bytes);
    if (lying === "same") return path;
    if (lying === "other") continue;
    if ((await folder.place(path, bytes, "shared")) === "placed") return path;
    if ((await folder.holds(path, bytes)) === "same") return path;
  }
  throw callFailure("EEXIST");
}
