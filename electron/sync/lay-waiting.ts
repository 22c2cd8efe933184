import type { AppError } from "../../shared/errors.ts";
import type { Clock } from "../context.ts";
import type { Store } from "../store/store.ts";
import { checkFolder } from "./check-folder.ts";
import { writeDevice } from "./device.ts";
import { type Folder, type FolderFs, openFolder } from "./folder.ts";
import { folderError } from "./folder-error.ts";
import { layEntry } from "./lay-entry.ts";
import { listWaiting } from "./outbox/repository.ts";
import { type ChosenFolder, findFolder } from "./repository.ts";
import type { Timing } from "./retry.ts";
import type { Status } from "./status.ts";

type Parts = { store: Store; clock: Clock; status: Status; fs: FolderFs; timing: Timing };

// These concern one meeting's own files on this PC; the folder itself is well, so the others go on.
const ofOneEntry = new Set<AppError["kind"]>(["file-unreadable", "not-found"]);

/**
 * Lays what waits in the outbox, oldest first. Gives the first failure, or null when nothing waits any longer; failures of the
 * folder end the run, and what was not laid waits for the next.
 */
export async function layWaiting(parts: Parts): Promise<AppError | null> {
  const { store, status, fs, timing } = parts;
  const chosen = store.read(findFolder);
  if (chosen === null) return { kind: "folder-not-set" };
  const folder = openFolder(chosen.root, fs, timing);
  let error: AppError | null;
  try {
    await checkFolder(fs, folder, chosen);
    error = await layEach(parts, folder, chosen);
  } catch (failure) {
    error = folderError(failure);
  }
  status.set({ publishing: null, error });
  return error;
}

async function layEach(parts: Parts, folder: Folder, chosen: ChosenFolder): Promise<AppError | null> {
  const { store, clock, status, fs } = parts;
  const waiting = store.read(listWaiting);
  let first: AppError | null = null;
  for (const { id, meetingId } of waiting) {
    status.set({ publishing: meetingId });
    try {
      await checkFolder(fs, folder, chosen);
      await layEntry({ store, clock, folder, repo: chosen.repo }, id);
    } catch (failure) {
      const error = folderError(failure);
      if (!ofOneEntry.has(error.kind)) throw failure;
      first ??= error;
    }
  }
  // Only a receipt to the other PCs: what was laid is laid without it, and the next publication writes it again.
  if (waiting.length > 0) await writeDevice(folder, store, chosen.repo).catch(() => undefined);
  return first;
}
