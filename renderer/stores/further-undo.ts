import type { FieldValue, RevisionEntry } from "../../shared/domain/history.ts";
import { revisionSteps } from "../../shared/domain/revision-steps.ts";
import { AppFailure } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import type { DirtyPart } from "../editor/parts.ts";
import { currentValue } from "./history.ts";
import { useOpenMeeting } from "./open-meeting.ts";

/** A pause this long ends what one Ctrl+Z takes back. */
const pause = 1_000;

/** How far back one field has been taken: where it stands in its history, and what it said before, to go forward again. */
type Walk = DirtyPart & { revisionId: number; shown: string; newer: FieldValue[] };

let walk: Walk | null = null;
let openedAt = "";

// What is older than the opening of the meeting is what the editor's own undo cannot know.
useOpenMeeting.subscribe(({ meeting }, before) => {
  if (meeting?.id === before.meeting?.id) return;
  openedAt = meeting?.savedAt ?? "";
  walk = null;
});

/** Puts a value in the text; called when nothing has been written since it was asked for. */
type Put = (value: FieldValue) => void;

/** Takes a field back to how it was before the last writing in it, also across restarts. Gives when it was so; null when it goes no further. */
export async function stepBack(part: DirtyPart, put: Put): Promise<string | null> {
  const meetingId = useOpenMeeting.getState().meeting?.id;
  if (meetingId === undefined || !(await useOpenMeeting.getState().flush())) return null;
  const now = currentValue(part);
  const from = walkOn(part, now);
  try {
    const entries = await call("history:list", { meetingId, itemId: part.itemId, field: part.field });
    const older = await findOlder(entries, from?.revisionId ?? null, now);
    if (older === null || !isUntouched(part, now)) return null;
    walk = { ...part, revisionId: older.entry.id, shown: JSON.stringify(older.value), newer: [...(from?.newer ?? []), now] };
    put(older.value);
    return older.entry.at;
  } catch (thrown) {
    if (thrown instanceof AppFailure) return null;
    throw thrown;
  }
}

/** The part was written in: what stood there before it was taken back is no longer ahead of it. Called at every key. */
export function wroteOver({ itemId, field }: DirtyPart): void {
  if (walk !== null && walk.newer.length > 0 && walk.itemId === itemId && walk.field === field) walk = { ...walk, newer: [] };
}

export function canStepForward({ itemId, field }: DirtyPart): boolean {
  return walk !== null && walk.newer.length > 0 && walk.itemId === itemId && walk.field === field;
}

/** Takes back the last {@link stepBack} of a field that has not been written in since. False when there is none. */
export async function stepForward(part: DirtyPart, put: Put): Promise<boolean> {
  if (!(await useOpenMeeting.getState().flush())) return false;
  const now = currentValue(part);
  const from = walkOn(part, now);
  const value = from?.newer.at(-1);
  if (from === null || value === undefined || !isUntouched(part, now)) return false;
  walk = { ...from, shown: JSON.stringify(value), newer: from.newer.slice(0, -1) };
  put(value);
  return true;
}

// Keys may have been pressed while the history was read: what they wrote must not be replaced unseen.
function isUntouched(part: DirtyPart, now: FieldValue): boolean {
  return useOpenMeeting.getState().saving.kind === "saved" && currentValue(part) === now;
}

/** The walk under way in a field, unless it has been written in since. */
function walkOn({ itemId, field }: DirtyPart, now: FieldValue): Walk | null {
  return walk?.itemId === itemId && walk.field === field && walk.shown === JSON.stringify(now) ? walk : null;
}

async function findOlder(
  entries: readonly RevisionEntry[],
  fromId: number | null,
  now: FieldValue,
): Promise<{ entry: RevisionEntry; value: FieldValue } | null> {
  const known = entries.filter((entry) => (fromId === null ? entry.at <= openedAt : entry.id < fromId));
  for (const { last: entry } of revisionSteps(known, pause).reverse()) {
    const value = await call("history:value", { revisionId: entry.id });
    if (JSON.stringify(value) !== JSON.stringify(now)) return { entry, value };
  }
  return null;
}
