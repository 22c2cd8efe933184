import { basename } from "node:path";
import type { FolderState } from "../../shared/domain/sync-state.ts";
import type { AppError } from "../../shared/errors.ts";
import type { AppContext } from "../context.ts";
import type { Store } from "../store/store.ts";
import { listWaiting } from "./outbox/repository.ts";
import { findFolder, findLastPublishedAt } from "./repository.ts";

/** What the folder's work is doing right now; the rest of its state is in the database. */
type Doing = { publishing: string | null; error: AppError | null };

export type Status = {
  state(): FolderState;
  readonly error: AppError | null;
  /** Sets what changed and tells the window when its state is another. */
  set(change: Partial<Doing>): void;
};

export function createStatus(store: Store, emit: AppContext["emit"]): Status {
  let doing: Doing = { publishing: null, error: null };
  let told = JSON.stringify(readState(store, doing));
  return {
    state: () => readState(store, doing),
    get error() {
      return doing.error;
    },
    set(change) {
      doing = { ...doing, ...change };
      const state = readState(store, doing);
      if (JSON.stringify(state) === told) return;
      told = JSON.stringify(state);
      emit("folder:changed", state);
    },
  };
}

function readState(store: Store, { publishing, error }: Doing): FolderState {
  return store.read((db): FolderState => {
    const folder = findFolder(db);
    if (folder === null) return { kind: "none" };
    const name = basename(folder.path) || "den delte mappe";
    if (publishing !== null) return { kind: "publishing", name, meetingId: publishing };
    if (error !== null) return { kind: "trouble", name, error, waiting: listWaiting(db).length };
    return { kind: "connected", name, lastPublishedAt: findLastPublishedAt(db, folder.repo) };
  });
}
