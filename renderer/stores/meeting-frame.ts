import { useRef } from "react";
import type { ItemView, MeetingView } from "../../shared/domain/meeting.ts";
import { itemProgress } from "../app/item-progress.ts";
import { useOpenMeeting } from "./open-meeting.ts";

const written: ReadonlySet<string> = new Set<keyof ItemView>(["agendaText", "recommendations", "decision", "publicDecision"]);

/** The meeting that was looked at last, and the one that is shown for it. */
type Seen = { meeting: MeetingView | null; frame: MeetingView | null };

/**
 * The open meeting for what shows no written text: it stays the same object while only words change and no punkt is further than it
 * was, so that the screen around the text is not drawn anew at every save. Text itself is read from the store or the editor.
 */
export function useMeetingFrame(): MeetingView | null {
  const seen = useRef<Seen>({ meeting: null, frame: null });
  return useOpenMeeting(({ meeting }) => {
    if (seen.current.meeting !== meeting) seen.current = look(seen.current.frame, meeting);
    return seen.current.frame;
  });
}

function look(frame: MeetingView | null, meeting: MeetingView | null): Seen {
  const same = frame !== null && meeting !== null && sameButText(frame, meeting);
  return { meeting, frame: same ? frame : meeting };
}

function sameButText(one: MeetingView, other: MeetingView): boolean {
  if (one === other) return true;
  return (
    sameFields(one, other, ["categories", "savedAt"]) &&
    sameList(one.categories, other.categories, (a, b) => sameFields(a, b, ["items"]) && sameList(a.items, b.items, sameItem))
  );
}

function sameItem(one: ItemView, other: ItemView): boolean {
  return one === other || (sameFields(one, other, [...written]) && itemProgress(one, false) === itemProgress(other, false));
}

function sameList<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return one.length === other.length && one.every((each, index) => same(each, other[index] as T));
}

function sameFields(one: object, other: object, except: readonly string[]): boolean {
  const others = new Map(Object.entries(other));
  const entries = Object.entries(one);
  return entries.length === others.size && entries.every(([key, value]) => except.includes(key) || Object.is(value, others.get(key)));
}
