import { resolve } from "node:path";
import type { MeetingSummary } from "../../shared/domain/meeting.ts";
import { type AppError, AppFailure } from "../../shared/errors.ts";
import type { App } from "../compose-app.ts";
import { listTwofold } from "../siblings/repository.ts";
import { meetingVector } from "../store/meeting-entities.ts";
import type { ReadableDB } from "../store/store.ts";
import { findEntry, listWaiting } from "../sync/outbox/repository.ts";
import { findFolder, findPublished, hasOwnNews } from "../sync/repository.ts";
import { covers } from "../sync/snapshot.ts";
import type { Answers } from "./answers.ts";

/**
 * `published`, `received` and `pending` count meetings; `conflicts` those that have two versions of a text, and `files` are the names of
 * the PDFs laid in this run.
 */
export type SyncResult = { published: number; received: number; pending: number; conflicts: number; files: string[] };

/** `told` is what a person must know of single files in the folder. */
type Synced = { result: SyncResult; error: AppError | null; told: AppError[] };

/**
 * Takes in what others laid in `folder`, and publishes to it what is held and not laid there as it is now, and what waits from before. A folder that fails is told in
 * `error`: what could not go then waits, and goes with the next run.
 */
export async function syncFolder(app: App, answers: Answers, folder: string): Promise<Synced> {
  const { handlers, context } = app;
  const files = new Map<string, string[]>();
  const errors: AppError[] = [];
  await attempt(errors, () => useFolder(app, answers, folder));
  // Nothing is known to lie in a folder that could not be taken into use.
  if (errors[0] !== undefined) return { result: resultOf(files, (await listHeld(app)).length), error: errors[0], told: [] };
  const pulled = await context.publisher.pull();
  await layWaiting(app, files);
  for (const { id } of await listUnpublished(app)) {
    await attempt(errors, async () => {
      const result = await handlers["referat:publish"]({ meetingId: id });
      if (result?.state === "published") files.set(id, namesOf(result.fileName, result.shortName));
      else if (result?.state === "pending") errors.push(result.error);
    });
  }
  const waiting = context.store.read(listWaiting).map((entry) => entry.meetingId);
  const pending = new Set([...waiting, ...(await listUnpublished(app)).map((meeting) => meeting.id)]).size;
  const state = await handlers["folder:state"]({});
  return {
    result: { ...resultOf(files, pending), received: pulled.received.length, conflicts: context.store.read(listTwofold).length },
    error: errors[0] ?? (state.kind === "trouble" ? state.error : null),
    told: pulled.told,
  };
}

function resultOf(files: ReadonlyMap<string, string[]>, pending: number): SyncResult {
  return { published: files.size, received: 0, pending, conflicts: 0, files: [...files.values()].flat() };
}

/** The collected referat before the short one. */
function namesOf(name: string | null, shortName: string | null): string[] {
  return [name ?? "", ...(shortName === null ? [] : [shortName])];
}

async function attempt(errors: AppError[], run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    errors.push(error.appError);
  }
}

/** Takes the folder into use, unless it is the one in use: choosing that again would write its marker anew on an empty mount. */
async function useFolder({ context, handlers }: App, answers: Answers, folder: string): Promise<void> {
  const known = context.store.read(findFolder);
  if (known !== null && resolve(known.path) === folder) return;
  answers.folder = folder;
  await handlers["folder:choose"]({});
}

async function layWaiting({ context, handlers }: App, files: Map<string, string[]>): Promise<void> {
  const before = context.store.read(listWaiting);
  if (before.length === 0) return;
  await handlers["folder:retry"]({});
  for (const { id, meetingId } of before) {
    const laid = context.store.read((db) => findPublished(db, id));
    if (laid !== null) files.set(meetingId, namesOf(laid.name, laid.shortName));
  }
}

/** A planned meeting has no referat yet, and one that runs is not written to its end. */
async function listHeld({ handlers }: App): Promise<MeetingSummary[]> {
  return (await handlers["meetings:list"]({})).filter((meeting) => meeting.state === "draft" || meeting.state === "approved");
}

/** Held meetings that neither lie in the folder nor wait for it as they are now. */
async function listUnpublished(app: App): Promise<MeetingSummary[]> {
  const held = await listHeld(app);
  return app.context.store.read((db) => held.filter(({ id }) => hasOwnNews(db, id) && !isReserved(db, id)));
}

function isReserved(db: ReadableDB, meetingId: string): boolean {
  const now = meetingVector(db, meetingId);
  return listWaiting(db).some((waiting) => {
    if (waiting.meetingId !== meetingId) return false;
    const entry = findEntry(db, waiting.id);
    return entry !== null && covers(entry.vector, now);
  });
}
