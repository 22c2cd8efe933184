import { basename } from "node:path";
import type { AppError } from "../../../shared/errors.ts";
import type { Clock } from "../../context.ts";
import type { Store } from "../../store/store.ts";
import { checkFolder } from "../check-folder.ts";
import { writeDevice } from "../device.ts";
import { type Folder, type FolderFs, openFolder } from "../folder.ts";
import { folderError } from "../folder-error.ts";
import { takeIn } from "../merge/take-in.ts";
import { readSnapshotInTurns, type SnapshotHead } from "../read-snapshot.ts";
import { type ChosenFolder, findFolder } from "../repository.ts";
import type { Timing } from "../retry.ts";
import { snapshotLimitBytes } from "../snapshot.ts";
import { fetchBlobs } from "./fetch-blobs.ts";
import { listMeetingFiles } from "./list-files.ts";
import { findTitle, listKnownHashes, listReceivedBlobs } from "./repository.ts";

export type PullParts = { store: Store; clock: Clock; fs: FolderFs; timing: Timing };

/** `received` are the meetings that are others by it. `told`: what a person must know of single files. `error`: the folder itself failed. */
export type PullResult = { received: string[]; told: AppError[]; error: AppError | null };

/** What runs remember of files between them; the database remembers the rest. */
export type Remembered = {
  /** Files that need not be read again, each after the identity of its folder. */
  settled: Set<string>;
  /** When each file that could not be read was first met, in ms; and those that have been told of. */
  unread: Map<string, number>;
  told: Set<string>;
};

const unreadableAfterMs = 10 * 60_000;
const snapshotName = /^[0-9a-f]{8}-\d{6}-([0-9a-f]{16})\.json$/;
const nameChars = 16;

type Run = PullParts & { folder: Folder; chosen: ChosenFolder; remembered: Remembered; result: PullResult };

/** Takes in what lies in the folder in use and is not known here. A failure of the folder ends the run; what was taken in by then stays. */
export async function pullFolder(parts: PullParts, remembered: Remembered): Promise<PullResult> {
  const result: PullResult = { received: [], told: [], error: null };
  const chosen = parts.store.read(findFolder);
  if (chosen === null) return { ...result, error: { kind: "folder-not-set" } };
  const folder = openFolder(chosen.root, parts.fs, parts.timing);
  try {
    await checkFolder(parts.fs, folder, chosen);
    await takeInEach({ ...parts, folder, chosen, remembered, result });
    await fetchBlobs(folder, parts.store.dataDir, parts.store.read(listReceivedBlobs));
  } catch (error) {
    result.error = folderError(error);
  }
  // Only a receipt to the other PCs; a folder that one may only read takes none.
  if (result.received.length > 0) await writeDevice(folder, parts.store, chosen.repo).catch(() => undefined);
  return result;
}

async function takeInEach(run: Run): Promise<void> {
  const { store, folder, remembered } = run;
  const known = store.read((db) => listKnownHashes(db, nameChars));
  for (const path of await listMeetingFiles(folder)) {
    const hash = snapshotName.exec(basename(path))?.[1];
    if (remembered.settled.has(`${run.chosen.repo} ${path}`) || (hash !== undefined && known.has(hash))) continue;
    await takeInFile(run, path);
  }
}

async function takeInFile(run: Run, path: string): Promise<void> {
  const { store, folder, chosen, remembered, result } = run;
  const bytes = await folder.read(path, snapshotLimitBytes);
  const file = bytes === null ? { kind: "unreadable" as const } : await readSnapshotInTurns(bytes);
  if (bytes === null || file.kind === "unreadable") {
    noteUnread(run, path);
    return;
  }
  if (file.kind === "snapshot") await fetchBlobs(folder, store.dataDir, file.blobs);
  const taken = takeIn(store, chosen.repo, file, bytes);
  remembered.settled.add(`${chosen.repo} ${path}`);
  remembered.unread.delete(path);
  if (taken.changed && !result.received.includes(file.head.meeting)) result.received.push(file.head.meeting);
  if (taken.outcome === "newer") result.told.push({ kind: "snapshot-newer", title: titleOf(store, file.head) });
  if (taken.outcome === "fault" || taken.renewed) result.told.push({ kind: "snapshot-contradicts", title: titleOf(store, file.head) });
}

function titleOf(store: Store, head: SnapshotHead): string {
  return store.read((db) => findTitle(db, head.meeting)) ?? "Et møde";
}

/** A file on its way is no fault; one that has not come for ten minutes is told of, once. */
function noteUnread({ clock, remembered, result }: Run, path: string): void {
  const now = clock.now().getTime();
  const since = remembered.unread.get(path) ?? now;
  remembered.unread.set(path, since);
  if (now - since < unreadableAfterMs || remembered.told.has(path)) return;
  remembered.told.add(path);
  result.told.push({ kind: "snapshot-unreadable", name: basename(path) });
}
