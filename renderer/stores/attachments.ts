import { create } from "zustand";
import { limits } from "../../shared/domain/limits.ts";
import type { MeetingView } from "../../shared/domain/meeting.ts";
import type { AppError } from "../../shared/errors.ts";
import type { AttachmentOutcome } from "../../shared/ipc/contract.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";
import { useOpenMeeting } from "./open-meeting.ts";

type AttachmentsState = {
  /** Number of files on their way in; 0 when none. */
  adding: number;
  /** Why files were not taken, by name; until dismissed. */
  refused: readonly AppError[];
  addFiles(itemId: string, files: readonly File[]): Promise<void>;
  choose(itemId: string): Promise<void>;
  /** First among the punkt's attachments when `afterId` is null. */
  move(attachmentId: string, afterId: string | null): Promise<boolean>;
  /** Gives the way back, or null when it was refused. */
  remove(attachmentId: string): Promise<(() => Promise<void>) | null>;
  open(attachmentId: string): Promise<void>;
  dismissRefused(): void;
};

export const useAttachments = create<AttachmentsState>()((set, get) => {
  const replace = (meeting: MeetingView): void => useOpenMeeting.getState().replaceMeeting(meeting);
  const refuse = (errors: readonly AppError[]): void => set({ refused: [...get().refused, ...errors] });
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (!(await useOpenMeeting.getState().flush())) return null;
    try {
      return await work();
    } catch (thrown) {
      refuse([shownError(thrown)]);
      return null;
    }
  };
  const take = (outcome: AttachmentOutcome | null): void => {
    if (outcome === null) return;
    replace(outcome.meeting);
    refuse(outcome.refused);
  };
  const changed = async (request: () => Promise<MeetingView>): Promise<boolean> => {
    const meeting = await attempt(request);
    if (meeting !== null) replace(meeting);
    return meeting !== null;
  };
  return {
    adding: 0,
    refused: [],
    addFiles: async (itemId, files) => {
      set({ adding: files.length, refused: [] });
      refuse(files.filter(isTooLarge).map(tooLarge));
      const fitting = files.filter((file) => !isTooLarge(file));
      // One file a request: a message then never holds more than one attachment's bytes.
      for (const file of fitting) take(await attempt(() => addOne(itemId, file)));
      set({ adding: 0 });
    },
    choose: async (itemId) => {
      set({ refused: [] });
      take(await attempt(() => call("attachments:choose", { itemId })));
    },
    move: (attachmentId, afterId) => changed(() => call("attachments:move", { attachmentId, afterId })),
    remove: async (attachmentId) => {
      if (!(await changed(() => call("attachments:delete", { attachmentId })))) return null;
      return async () => {
        await changed(() => call("attachments:restore", { attachmentId }));
      };
    },
    open: async (attachmentId) => {
      await attempt(() => call("attachments:open", { attachmentId }));
    },
    dismissRefused: () => set({ refused: [] }),
  };
});

async function addOne(itemId: string, file: File): Promise<AttachmentOutcome> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return call("attachments:add", { itemId, files: [{ name: file.name, bytes }] });
}

function isTooLarge(file: File): boolean {
  return file.size > limits.attachmentBytes;
}

function tooLarge(file: File): AppError {
  return { kind: "too-large", what: `Bilaget "${file.name}"`, limitBytes: limits.attachmentBytes, actualBytes: file.size };
}
