import { create } from "zustand";
import type { Twofold, Version } from "../../shared/domain/twofold.ts";
import type { AppError } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";
import { useOpenMeeting } from "./open-meeting.ts";

type VersionsState = {
  /** The meeting that was asked about last, and what has more than one version in it. */
  meetingId: string | null;
  twofold: readonly Twofold[];
  /** What is being chosen between; null while nothing is. */
  shown: Twofold | null;
  error: AppError | null;
  load(meetingId: string): Promise<void>;
  show(twofold: Twofold | null): void;
  /** Gives the way back, false when it is too late for that; null when it was refused, and the reason is then in `error`. */
  choose(twofold: Twofold, version: Version | null): Promise<(() => Promise<boolean>) | null>;
};

/** What was written twice without knowing of each other, and the choice between; without a version, all of them after one another. */
export const useVersions = create<VersionsState>()((set, get) => {
  const take = async (asked: Promise<{ meeting: Parameters<typeof replace>[0]; twofold: Twofold[] }>): Promise<boolean> => {
    try {
      const { meeting, twofold } = await asked;
      set({ twofold, error: null });
      replace(meeting);
      return true;
    } catch (thrown) {
      set({ error: shownError(thrown) });
      return false;
    }
  };
  return {
    meetingId: null,
    twofold: [],
    shown: null,
    error: null,
    load: async (meetingId) => {
      if (get().meetingId !== meetingId) set({ meetingId, twofold: [] });
      const twofold = await call("siblings:list", { meetingId }).catch(() => null);
      if (twofold !== null && get().meetingId === meetingId) set({ twofold });
    },
    show: (shown) => set({ shown, error: null }),
    choose: async ({ entity, id, field }, version) => {
      const { meeting, flush } = useOpenMeeting.getState();
      if (meeting === null || !(await flush())) return null;
      const register = { meetingId: meeting.id, entity, id, field };
      const choice = version === null ? ("all" as const) : { actor: version.actor, counter: version.counter };
      if (!(await take(call("siblings:choose", { ...register, choice })))) return null;
      return () => take(call("siblings:undo", register));
    },
  };
});

const replace = (meeting: Parameters<ReturnType<typeof useOpenMeeting.getState>["replaceMeeting"]>[0]): void =>
  useOpenMeeting.getState().replaceMeeting(meeting);
