import { create } from "zustand";
import type { MeetingView } from "../../shared/domain/meeting.ts";
import type { AppError } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";
import { useOpenMeeting } from "./open-meeting.ts";

type AttachmentsState = {
  /** Why files were not taken, by name; until dismissed. */
  refused: readonly AppError[];
  refuse(errors: readonly AppError[]): void;
  /** First among the punkt's attachments when `afterId` is null. */
  move(attachmentId: string, afterId: string | null): Promise<boolean>;
  /** Gives the way back, or null when it was refused. */
  remove(attachmentId: string): Promise<(() => Promise<void>) | null>;
  /** Takes a bilag away again, and puts the one it took the place of back. */
  takeBack(attachmentId: string, replacedId: string | null): Promise<void>;
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
  const changed = async (request: () => Promise<MeetingView>): Promise<boolean> => {
    const meeting = await attempt(request);
    if (meeting !== null) replace(meeting);
    return meeting !== null;
  };
  return {
    refused: [],
    refuse,
    move: (attachmentId, afterId) => changed(() => call("attachments:move", { attachmentId, afterId })),
    remove: async (attachmentId) => {
      if (!(await changed(() => call("attachments:delete", { attachmentId })))) return null;
      return async () => {
        await changed(() => call("attachments:restore", { attachmentId }));
      };
    },
    takeBack: async (attachmentId, replacedId) => {
      if (!(await changed(() => call("attachments:delete", { attachmentId })))) return;
      if (replacedId !== null) await changed(() => call("attachments:restore", { attachmentId: replacedId }));
    },
    open: async (attachmentId) => {
      await attempt(() => call("attachments:open", { attachmentId }));
    },
    dismissRefused: () => set({ refused: [] }),
  };
});
