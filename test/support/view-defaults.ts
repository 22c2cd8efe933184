import type { ItemView, MeetingView } from "../../shared/domain/meeting.ts";

type Facts = "id" | "seriesId" | "seriesTitle" | "title" | "date" | "start" | "end" | "place" | "minuteTaker" | "information" | "state";

/** What a punkt has from live writing when nothing of it has happened. */
export function untouchedItem(): Pick<ItemView, "outcome" | "spentSeconds" | "runningSince" | "usualMinutes"> {
  return { outcome: "normal", spentSeconds: 0, runningSince: null, usualMinutes: null };
}

/** What a meeting has from live writing when nothing of it has happened. */
export function untouchedMeeting(): Omit<MeetingView, Facts | "categories" | "savedAt"> {
  return {
    approvedAt: null,
    correctedAt: null,
    locked: false,
    laysShort: false,
    previous: null,
    followUps: [],
    attendance: [],
    received: 0,
  };
}
