import { create } from "zustand";
import { isMeetingTime, secondsSpent } from "../../shared/domain/clock.ts";
import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { type AppError, AppFailure } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import type { DirtyPart, PartField } from "../editor/parts.ts";
import { withClockOf } from "./apply-changes.ts";
import { shownError } from "./failure.ts";
import { useOpenMeeting } from "./open-meeting.ts";

type ClockState = {
  error: AppError | null;
  /** The meeting goes on to this punkt. */
  start(itemId: string): Promise<void>;
  pause(): Promise<void>;
  correct(itemId: string, seconds: number): Promise<void>;
  /** The PC slept from this moment on: the clock has stood still since. Gives the punkt and the way back, or null when none ran. */
  sleptFrom(moment: number): Promise<{ number: number; undo(): Promise<void> } | null>;
  /** Something was written: the first words of a decision during the meeting start its clock. Called at every key, so it asks little. */
  wroteIn(part: DirtyPart): void;
  dismissError(): void;
};

const decisions: ReadonlySet<PartField> = new Set(["decision", "publicDecision"]);

/** The punkt whose writing starts no clock any more: its clock runs, or a person has stopped it. */
let heard: string | null = null;

/** The clock of the open meeting. Its replies change nothing but times: the text and what is unsaved of it are left alone. */
export const useClock = create<ClockState>()((set) => {
  const take = (reply: MeetingView): void => useOpenMeeting.getState().amend((shown) => withClockOf(shown, reply));
  const attempt = async (request: () => Promise<MeetingView>): Promise<void> => {
    set({ error: null });
    try {
      take(await request());
    } catch (thrown) {
      set({ error: shownError(thrown) });
    }
  };
  return {
    error: null,
    start: (itemId) => {
      heard = itemId;
      return attempt(() => call("clock:start", { itemId }));
    },
    pause: async () => {
      const { meeting } = useOpenMeeting.getState();
      if (meeting === null) return;
      heard = findRunning(meeting)?.id ?? heard;
      await attempt(() => call("clock:stop", { meetingId: meeting.id }));
    },
    correct: (itemId, seconds) => attempt(() => call("clock:correct", { itemId, seconds })),
    sleptFrom: async (moment) => {
      const { meeting } = useOpenMeeting.getState();
      const item = meeting && findRunning(meeting);
      if (!meeting || !item) return null;
      const { id: itemId, number } = item;
      const [awake, whole] = [secondsSpent(item, moment), secondsSpent(item, Date.now())];
      await attempt(() => call("clock:stop", { meetingId: meeting.id }));
      await attempt(() => call("clock:correct", { itemId, seconds: awake }));
      const undo = async (): Promise<void> => {
        await attempt(() => call("clock:correct", { itemId, seconds: whole }));
        await attempt(() => call("clock:start", { itemId }));
      };
      return { number, undo };
    },
    wroteIn: ({ itemId, field }) => {
      if (itemId === heard || !decisions.has(field)) return;
      const { meeting } = useOpenMeeting.getState();
      if (meeting === null || meeting.locked || !isMeetingTime(meeting, Date.now())) return;
      heard = itemId;
      if (findRunning(meeting)?.id === itemId) return;
      // What cannot be started by itself is no reason to disturb the writing; by hand the reason is shown.
      void call("clock:start", { itemId }).then(take, dropFailure);
    },
    dismissError: () => set({ error: null }),
  };
});

/** The punkt whose clock runs, or null. */
export function findRunning(meeting: Pick<MeetingView, "categories">) {
  return itemsOf(meeting).find((item) => item.runningSince !== null) ?? null;
}

function dropFailure(thrown: unknown): void {
  if (!(thrown instanceof AppFailure)) throw thrown;
}
