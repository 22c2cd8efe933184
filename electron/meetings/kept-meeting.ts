import type { MeetingView } from "../../shared/domain/meeting.ts";
import type { RichText } from "../../shared/domain/rich-text.ts";
import { stateOf } from "../store/state-of.ts";
import type { ReadableDB } from "../store/store.ts";
import { getMeeting } from "./repository.ts";

/**
 * `getMeeting` for one that is read at each key: it is read anew only when something was written to the database, wherever and by
 * whomever, and then a text that is as it was is the same object as before.
 */
export function keepMeeting(): typeof getMeeting {
  let kept: { db: ReadableDB; state: string; meeting: MeetingView } | null = null;
  let texts = new Map<string, RichText>();
  const readAnew = (db: ReadableDB, meetingId: string): MeetingView => {
    const before = texts;
    texts = new Map();
    return getMeeting(db, meetingId, (json) => {
      const text = texts.get(json) ?? before.get(json) ?? (JSON.parse(json) as RichText);
      texts.set(json, text);
      return text;
    });
  };
  return (db, meetingId) => {
    const state = stateOf(db);
    if (kept?.db === db && kept.state === state && kept.meeting.id === meetingId) return kept.meeting;
    kept = { db, state, meeting: readAnew(db, meetingId) };
    return kept.meeting;
  };
}
