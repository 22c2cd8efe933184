import { existsSync } from "node:fs";
import { blobPath, contentHash, keepBlob } from "../../attachments/blobs.ts";
import type { Folder } from "../folder.ts";
import { type BlobRef, blobFolderPath } from "../snapshot.ts";

// As many side names as a publication tries.
const mostCopies = 9;

/**
 * Fetches by their content what this PC lacks of these attachments; bytes of another hash are no copy of them. What does not lie in the
 * folder yet is fetched by a later run, and until then the referat says that it is missing.
 */
export async function fetchBlobs(folder: Folder, dataDir: string, blobs: readonly BlobRef[]): Promise<void> {
  for (const { sha256, bytes } of blobs) {
    for (let copy = 1; copy <= mostCopies && !existsSync(blobPath(dataDir, sha256)); copy += 1) {
      const path = blobFolderPath(sha256, copy);
      if ((await folder.find(path)) === null) break;
      const read = await folder.read(path, bytes);
      if (read !== null && (await contentHash(read)) === sha256) await keepBlob(dataDir, read, sha256);
    }
  }
}
