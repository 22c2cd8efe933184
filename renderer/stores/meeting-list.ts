import { create } from "zustand";
import type { MeetingSummary } from "../../shared/domain/meeting.ts";
import type { AppError } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";

type MeetingListState = {
  /** Null until the first answer. */
  meetings: readonly MeetingSummary[] | null;
  error: AppError | null;
  load(): Promise<void>;
  /** Deletes a meeting and gives the way back, or null when it could not be deleted. */
  remove(meetingId: string): Promise<(() => Promise<void>) | null>;
  /** False when it could not be brought back; the reason is then in `error`. */
  restore(meetingId: string): Promise<boolean>;
  /** Lets the person choose a meeting's JSON file; the id of the new meeting, or null when cancelled or refused. */
  importFile(): Promise<string | null>;
  dismissError(): void;
};

export const useMeetingList = create<MeetingListState>()((set, get) => {
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (thrown) {
      set({ error: shownError(thrown) });
      return null;
    }
  };
  return {
    meetings: null,
    error: null,
    load: async () => {
      await attempt(async () => set({ meetings: await call("meetings:list", {}) }));
    },
    remove: (meetingId) =>
      attempt(async () => {
        await call("meetings:delete", { meetingId });
        set({ error: null, meetings: get().meetings?.filter((meeting) => meeting.id !== meetingId) ?? null });
        return async () => void (await get().restore(meetingId));
      }),
    restore: async (meetingId) => {
      const restored = await attempt(async () => {
        await call("meetings:restore", { meetingId });
        return true;
      });
      await get().load();
      return restored === true;
    },
    importFile: async () => {
      set({ error: null });
      const meeting = await attempt(() => call("meetings:import", {}));
      return meeting?.id ?? null;
    },
    dismissError: () => set({ error: null }),
  };
});
