import type { AppContext } from "../../context.ts";
import { folderError } from "../folder-error.ts";
import { listWaiting } from "../outbox/repository.ts";
import type { Status } from "../status.ts";
import { type PullParts, type PullResult, pullFolder, type Remembered } from "./pull.ts";

type Puller = {
  pull(): Promise<PullResult>;
  /** Resolves when no run goes on. */
  settled(): Promise<unknown>;
  stop(): void;
};

const firstPullMs = 2_000;
const pullMs = 45_000;

/** Takes in what lies in the folder in use, soon after start and every 45 s. */
export function createPuller(parts: PullParts & { status: Status; emit: AppContext["emit"] }): Puller {
  const { store, status, emit, timing } = parts;
  const remembered: Remembered = { settled: new Set(), unread: new Map(), told: new Set() };
  let stopped = false;
  let pulling: Promise<PullResult> | null = null;

  function pull(): Promise<PullResult> {
    pulling ??= pullFolder(parts, remembered)
      .catch((error: unknown): PullResult => ({ received: [], told: [], error: folderError(error) }))
      .then(tell)
      .finally(() => {
        pulling = null;
      });
    return pulling;
  }

  function tell(result: PullResult): PullResult {
    const { received, told, error } = result;
    if (stopped || error?.kind === "folder-not-set") return result;
    if (error !== null) status.set({ error });
    else if (store.read(listWaiting).length === 0) status.set({ error: null });
    for (const each of told) emit("app:noticed", { kind: "error", error: each });
    if (received.length > 0) emit("meetings:received", { meetingIds: received });
    return result;
  }

  const stopTimer = timing.every(firstPullMs, pullMs, () => void pull());
  const stop = (): void => {
    stopped = true;
    stopTimer();
  };
  return { pull, settled: () => pulling ?? Promise.resolve(), stop };
}
