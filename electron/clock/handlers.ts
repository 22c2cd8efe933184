import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { getItem, getMeetingPart } from "../meetings/get-part.ts";
import { getMeeting } from "../meetings/repository.ts";
import { touchMeeting } from "../meetings/write-repository.ts";
import { correctClock, startClock, stopClock } from "./clock.ts";

export function createClockHandlers({ store }: AppContext): Pick<Handlers, "clock:start" | "clock:stop" | "clock:correct"> {
  return {
    "clock:start": ({ itemId }) =>
      store.write((db, edit) => {
        startClock(db, edit, itemId);
        return getMeeting(db, getItem(db, itemId).meetingId);
      }),
    "clock:stop": ({ meetingId }) =>
      store.write((db, edit) => {
        getMeetingPart(db, meetingId);
        if (stopClock(db, edit, meetingId)) touchMeeting(db, edit, meetingId);
        return getMeeting(db, meetingId);
      }),
    "clock:correct": ({ itemId, seconds }) =>
      store.write((db, edit) => {
        correctClock(db, edit, itemId, seconds);
        return getMeeting(db, getItem(db, itemId).meetingId);
      }),
  };
}
