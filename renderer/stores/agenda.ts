import { create } from "zustand";
import type { MeetingView } from "../../shared/domain/meeting.ts";
import type { AppError } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";
import { useOpenMeeting } from "./open-meeting.ts";

/** Where a punkt goes: first in the category when `afterId` is null. */
export type AgendaPlace = { categoryId: string; afterId: string | null };

type AgendaState = {
  error: AppError | null;
  /** The id of the new punkt, or null when it was refused. */
  addItem(place: AgendaPlace, title: string, minutes: number | null): Promise<string | null>;
  moveItem(itemId: string, place: AgendaPlace): Promise<boolean>;
  /** Gives the way back, or null when it was refused. */
  deleteItem(itemId: string): Promise<(() => Promise<void>) | null>;
  addCategory(afterId: string | null, name: string): Promise<boolean>;
  deleteCategory(categoryId: string): Promise<boolean>;
  start(): Promise<boolean>;
  /** The meeting was held: numbers are identity from now on. */
  hold(): Promise<boolean>;
  /** Approves the minutes of the meeting before this one. */
  approvePrevious(): Promise<boolean>;
  /** Whether its short referat goes into the shared folder too, from now on. */
  layShort(short: boolean): Promise<boolean>;
  /** A locked meeting takes no edits until it is reopened. */
  lock(): Promise<boolean>;
  reopen(): Promise<boolean>;
  /** Reads the meeting again after something else may have changed it, e.g. publishing, which holds it. */
  refresh(): Promise<boolean>;
  dismissError(): void;
};

/** Changes to the order and number of punkter. Typed text is saved first, so that the answer holds it. */
export const useAgenda = create<AgendaState>()((set) => {
  const change = async (request: () => Promise<MeetingView>): Promise<boolean> => {
    set({ error: null });
    if (!(await useOpenMeeting.getState().flush())) return false;
    try {
      useOpenMeeting.getState().replaceMeeting(await request());
      return true;
    } catch (thrown) {
      set({ error: shownError(thrown) });
      return false;
    }
  };
  const ofOpenMeeting = async (request: (meetingId: string) => Promise<MeetingView>): Promise<boolean> => {
    const meetingId = useOpenMeeting.getState().meeting?.id;
    return meetingId !== undefined && change(() => request(meetingId));
  };
  return {
    error: null,
    addItem: async (place, title, minutes) => {
      let added: string | null = null;
      const done = await change(async () => {
        const reply = await call("items:add", { ...place, title, minutes });
        added = reply.itemId;
        return reply.meeting;
      });
      return done ? added : null;
    },
    moveItem: (itemId, place) => change(() => call("items:move", { itemId, ...place })),
    deleteItem: async (itemId) => {
      if (!(await change(() => call("items:delete", { itemId })))) return null;
      return async () => {
        await change(() => call("items:restore", { itemId }));
      };
    },
    addCategory: (afterId, name) => ofOpenMeeting((meetingId) => call("categories:add", { meetingId, afterId, name })),
    deleteCategory: (categoryId) => change(() => call("categories:delete", { categoryId })),
    start: () => ofOpenMeeting((meetingId) => call("meetings:start", { meetingId })),
    hold: () => ofOpenMeeting((meetingId) => call("meetings:hold", { meetingId })),
    approvePrevious: () => ofOpenMeeting((meetingId) => call("meetings:approve", { meetingId })),
    layShort: (short) => ofOpenMeeting((meetingId) => call("meetings:lay-short", { meetingId, short })),
    lock: () => ofOpenMeeting((meetingId) => call("meetings:lock", { meetingId })),
    reopen: () => ofOpenMeeting((meetingId) => call("meetings:reopen", { meetingId })),
    refresh: () => ofOpenMeeting((meetingId) => call("meetings:get", { meetingId })),
    dismissError: () => set({ error: null }),
  };
});
