import { useRef } from "react";
import type { ItemView, MeetingView } from "../../shared/domain/meeting.ts";
import { type ItemProgress, itemProgress } from "../app/item-progress.ts";
import { useOpenMeeting } from "./open-meeting.ts";

const written: ReadonlySet<string> = new Set<keyof ItemView>(["agendaText", "recommendations", "decision", "publicDecision"]);

const besideItems: ReadonlySet<string> = new Set(["categories", "items", "savedAt"]);

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
    sameFields(one, other, besideItems) &&
    sameList(one.categories, other.categories, (a, b) => sameFields(a, b, besideItems) && sameList(a.items, b.items, sameItem))
  );
}

function sameItem(one: ItemView, other: ItemView): boolean {
  return one === other || (sameFields(one, other, written) && progressOf(one) === progressOf(other));
}

// A punkt that is written in is compared with the same older one at every save, whose text need not be read again.
const progress = new WeakMap<ItemView, ItemProgress>();

function progressOf(item: ItemView): ItemProgress {
  const known = progress.get(item) ?? itemProgress(item, false);
  progress.set(item, known);
  return known;
}

function sameList<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return one.length === other.length && one.every((each, index) => same(each, other[index] as T));
}

function sameFields<T extends object>(one: T, other: T, except: ReadonlySet<string>): boolean {
  const fields = Object.keys(one);
  if (fields.length !== Object.keys(other).length) return false;
  return fields.every((field) => except.has(field) || Object.is(one[field as keyof T], other[field as keyof T]));
}
