import { create } from "zustand";
import { limits } from "../../shared/domain/limits.ts";
import { type AttachmentView, itemsOf } from "../../shared/domain/meeting.ts";
import { type AppError, AppFailure } from "../../shared/errors.ts";
import type { AttachmentOutcome } from "../../shared/ipc/contract.ts";
import { call } from "../api/call.ts";
import { attachmentTexts } from "../app/attachment-texts.ts";
import { useAttachments } from "./attachments.ts";
import { shownError } from "./failure.ts";
import { useOpenMeeting } from "./open-meeting.ts";
import { useUi } from "./ui.ts";

/** One file on its way in; `add` asks main for it. */
type Incoming = { itemId: string; name: string; add(): Promise<AttachmentOutcome> };

/** `name` is the file being added now, `done` how many came before it. */
export type AddingProgress = { name: string; done: number; total: number; stopping: boolean };

type AddingState = {
  /** Null when no files are on their way in. */
  progress: AddingProgress | null;
  /** The punkt that files are held over, not yet dropped. */
  over: string | null;
  holdOver(itemId: string | null): void;
  /** Resolves when all that is on its way is in, or was stopped. */
  addFiles(itemId: string, files: readonly File[]): Promise<void>;
  /** Main shows the dialog. */
  choose(itemId: string): Promise<void>;
  /** The file being added is finished, those after it are left out; what is in stays. */
  stop(): void;
};

/** Files become attachments one after the other, so that each can be counted, and stopped between two. */
export const useAdding = create<AddingState>()((set, get) => {
  let waiting: Incoming[] = [];
  let running: Promise<void> | null = null;
  let counts = { total: 0, done: 0, added: 0, troubled: 0 };

  const show = (name: string): void => set({ progress: { ...counts, name, stopping: get().progress?.stopping ?? false } });
  const addNext = async (next: Incoming): Promise<void> => {
    show(next.name);
    const added = await addOne(next);
    counts.done += 1;
    if (added === "stop") waiting = [];
    else if (added !== null) {
      counts.added += 1;
      if (added.trouble !== null) counts.troubled += 1;
    }
  };
  const run = async (): Promise<void> => {
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await addNext(next);
    } finally {
      waiting = [];
      running = null;
      tellEnd({ ...counts, stopped: get().progress?.stopping ?? false });
      set({ progress: null });
    }
  };
  const start = (files: readonly Incoming[]): Promise<void> => {
    if (running === null) {
      counts = { total: 0, done: 0, added: 0, troubled: 0 };
      useAttachments.getState().dismissRefused();
    }
    if (files.length === 0) return running ?? Promise.resolve();
    counts.total += files.length;
    waiting.push(...files);
    running ??= run();
    return running;
  };
  return {
    progress: null,
    over: null,
    holdOver: (over) => {
      if (get().over !== over) set({ over });
    },
    addFiles: (itemId, files) => {
      const done = start(
        files.filter((file) => !isTooLarge(file)).map((file) => ({ itemId, name: file.name, add: () => send(itemId, file) })),
      );
      useAttachments.getState().refuse(files.filter(isTooLarge).map(tooLarge));
      return done;
    },
    choose: async (itemId) => {
      try {
        const chosen = await call("attachments:choose", { itemId });
        const files = chosen ?? [];
        await start(files.map(({ fileId, name }) => ({ itemId, name, add: () => call("attachments:add-chosen", { itemId, fileId }) })));
      } catch (thrown) {
        useAttachments.getState().refuse([shownError(thrown)]);
      }
    },
    stop: () => {
      waiting = [];
      const { progress } = get();
      if (progress !== null) set({ progress: { ...progress, stopping: true } });
    },
  };
});

/** Gives what was added, null for a file that was refused, and "stop" for a failure that the next file would meet too. */
async function addOne({ itemId, add }: Incoming): Promise<AttachmentView | null | "stop"> {
  // What is written is saved first: the meeting that comes back then holds it.
  if (!(await useOpenMeeting.getState().flush())) return "stop";
  try {
    const { meeting, refused } = await add();
    useOpenMeeting.getState().replaceMeeting(meeting);
    useAttachments.getState().refuse(refused);
    const item = itemsOf(meeting).find((each) => each.id === itemId);
    return refused.length === 0 ? (item?.attachments.at(-1) ?? null) : null;
  } catch (thrown) {
    const error = shownError(thrown);
    useAttachments.getState().refuse([error]);
    return error.kind === "file-unreadable" ? null : "stop";
  }
}

function tellEnd({ total, added, troubled, stopped }: { total: number; added: number; troubled: number; stopped: boolean }): void {
  const words = attachmentTexts.ended(added, total, stopped, troubled);
  if (total === 1) useUi.getState().say(words);
  else useUi.getState().showToast(words);
}

/** One file a request: a message then never holds more than one attachment's bytes. */
async function send(itemId: string, file: File): Promise<AttachmentOutcome> {
  return call("attachments:add", { itemId, files: [{ name: file.name, bytes: await bytesOf(file) }] });
}

/** A dropped folder has no bytes, and a file may be gone by the time its turn comes. Throws AppFailure `file-unreadable`. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new AppFailure({ kind: "file-unreadable", name: file.name, code: "EIO" }, error);
  }
}

function isTooLarge(file: File): boolean {
  return file.size > limits.attachmentBytes;
}

function tooLarge(file: File): AppError {
  return { kind: "too-large", what: `Bilaget "${file.name}"`, limitBytes: limits.attachmentBytes, actualBytes: file.size };
}
