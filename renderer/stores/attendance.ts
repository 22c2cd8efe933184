import { create } from "zustand";
import type { AttendanceEntry } from "../../shared/domain/attendance.ts";
import type { AppError } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";
import { shownReceived, useOpenMeeting } from "./open-meeting.ts";

type AttendanceState = {
  /** Why the list that is shown is not saved; it is kept and sent with the next change, or by `settle`. */
  error: AppError | null;
  /** Shows the open meeting's whole list at once and saves it. */
  set(entries: readonly AttendanceEntry[]): void;
  /** Waits until the list is saved. False when it could not be. */
  settle(): Promise<boolean>;
};

type List = { meetingId: string; entries: AttendanceEntry[] };

/** The newest list that is not on its way yet; what was written before it is in it. */
let waiting: List | null = null;
let sending: Promise<void> | null = null;

export const useAttendance = create<AttendanceState>()((set, get) => {
  const send = async (list: List): Promise<void> => {
    const reply = await call("attendance:set", { ...list, received: shownReceived() });
    if (waiting !== null) return;
    const { attendance, savedAt, correctedAt } = reply;
    useOpenMeeting.getState().amend((shown) => (shown.id === reply.id ? { ...shown, attendance, savedAt, correctedAt } : shown));
  };
  const sendAll = async (): Promise<void> => {
    set({ error: null });
    while (waiting !== null) {
      const list = waiting;
      waiting = null;
      try {
        await send(list);
      } catch (thrown) {
        waiting ??= list;
        set({ error: shownError(thrown) });
        return;
      }
    }
  };
  const start = (): Promise<void> => {
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  };
  return {
    error: null,
    set: (entries) => {
      const { meeting, amend } = useOpenMeeting.getState();
      if (meeting === null) return;
      amend((shown) => ({ ...shown, attendance: [...entries] }));
      waiting = { meetingId: meeting.id, entries: [...entries] };
      void start();
    },
    settle: async () => {
      if (waiting !== null || sending !== null) await start();
      return get().error === null;
    },
  };
});
