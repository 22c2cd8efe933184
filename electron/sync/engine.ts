import { resolve } from "node:path";
import type { ReferatForm } from "../../shared/domain/edition.ts";
import type { FolderState, PublishResult } from "../../shared/domain/sync-state.ts";
import { type AppError, AppFailure } from "../../shared/errors.ts";
import type { AppContext, Clock } from "../context.ts";
import { unwatched, type Watch } from "../referat/watch.ts";
import type { Store } from "../store/store.ts";
import { type FolderFs, openFolder, systemFolderFs } from "./folder.ts";
import { folderError } from "./folder-error.ts";
import { limitCalls } from "./folder-limits.ts";
import { layWaiting } from "./lay-waiting.ts";
import { takeIntoUse } from "./marker.ts";
import { listWaiting } from "./outbox/repository.ts";
import type { Publisher } from "./publisher.ts";
import { createPuller } from "./pull/puller.ts";
import { findFolder, findPublished, putFolder } from "./repository.ts";
import { captureMeeting, reservePublication } from "./reserve.ts";
import { systemTiming, type Timing } from "./retry.ts";
import { findRoot } from "./root.ts";
import { createStatus } from "./status.ts";

type PublisherOptions = {
  store: Store;
  clock: Clock;
  emit: AppContext["emit"];
  makeReferat: (meetingId: string, form: ReferatForm, watch: Watch) => Promise<{ fileName: string; pdf: Uint8Array }>;
  /** Gives the way back, for a publication that comes to nothing. */
  holdMeeting: (meetingId: string) => () => void;
  /** The calls that reach the folder, and the passing of time; tests put faults in them. */
  folderFs?: FolderFs;
  timing?: Timing;
};

const firstTryMs = 2_000;
const retryMs = 30_000;

/** The shared folder over one store. It tries what waits soon after start and every 30 s, and takes in what others laid every 45 s. */
export function createPublisher(options: PublisherOptions): Publisher {
  const { store, clock, emit, timing = systemTiming } = options;
  const closing = new AbortController();
  const fs = limitCalls(options.folderFs ?? systemFolderFs, timing, closing.signal);
  const status = createStatus(store, emit);
  let reserving: Promise<unknown> = Promise.resolve();
  let laying: Promise<AppError | null> = Promise.resolve(null);
  const puller = createPuller({ store, clock, status, emit, fs, timing });
  let checked = false;

  /** One run at a time; each takes everything that waits when it begins. */
  function lay(): Promise<AppError | null> {
    checked = true;
    laying = laying.then(() => layWaiting({ store, clock, status, fs, timing })).catch(folderError);
    return laying;
  }

  /** Publications are made one after the other, so that the later one holds the later text. */
  function reserve(meetingId: string, watch: Watch): Promise<{ id: number; fileName: string }> {
    const next = reserving.then(async () => {
      watch.signal.throwIfAborted();
      const takeBack = options.holdMeeting(meetingId);
      try {
        return await reserveHeld(meetingId, watch);
      } catch (error) {
        takeBack();
        throw error;
      }
    });
    reserving = next.catch(() => undefined);
    return next;
  }

  async function reserveHeld(meetingId: string, watch: Watch): Promise<{ id: number; fileName: string }> {
    // Taken before the PDF is set: what is typed meanwhile makes the meeting count as changed since, never as published.
    const captured = store.read((db) => captureMeeting(db, meetingId));
    const { fileName, pdf } = await options.makeReferat(meetingId, "collected", watch);
    const short = captured.meeting.laysShort ? await options.makeReferat(meetingId, "short", watch) : null;
    watch.signal.throwIfAborted();
    const pdfs = { pdf, shortPdf: short?.pdf ?? null };
    return { id: store.write((db, edit) => reservePublication(db, edit, captured, pdfs)), fileName };
  }

  async function publish(meetingId: string, watch = unwatched): Promise<PublishResult> {
    if (store.read(findFolder) === null) throw new AppFailure({ kind: "folder-not-set" });
    const { id, fileName } = await reserve(meetingId, watch);
    const error = await lay();
    const laid = store.read((db) => findPublished(db, id));
    if (laid === null) return { state: "pending", error: error ?? { kind: "folder-not-set" } };
    return { state: "published", at: laid.at, fileName: laid.name ?? fileName, shortName: laid.shortName };
  }

  async function choose(path: string): Promise<FolderState> {
    try {
      const root = await findRoot(path, fs, timing);
      const repo = await takeIntoUse(openFolder(root, fs, timing));
      store.write((db) => putFolder(db, { path: resolve(path), root, repo }));
    } catch (error) {
      throw new AppFailure(folderError(error), error);
    }
    status.set({ error: null });
    if (store.read(listWaiting).length > 0) void lay();
    return status.state();
  }

  function forget(): FolderState {
    store.write((db) => putFolder(db, null));
    status.set({ error: null });
    return status.state();
  }

  async function retry(): Promise<FolderState> {
    await lay();
    return status.state();
  }

  const stop = timing.every(firstTryMs, retryMs, () => {
    if (!checked || status.error !== null || store.read(listWaiting).length > 0) void lay();
  });

  async function close(): Promise<void> {
    stop();
    puller.stop();
    const grace = setTimeout(() => closing.abort(), timing.closeGraceMs);
    await Promise.allSettled([reserving, laying, puller.settled()]);
    clearTimeout(grace);
    closing.abort();
  }

  return { state: status.state, choose, forget, publish, retry, pull: puller.pull, close };
}
