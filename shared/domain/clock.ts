import type { ItemView, MeetingView } from "./meeting.ts";

type Timed = Pick<ItemView, "spentSeconds" | "runningSince">;

/** Whole seconds spent on a punkt at `now` (ms since 1970), with what runs; none for what runs where the PC's clock was turned back. */
export function secondsSpent({ spentSeconds, runningSince }: Timed, now: number): number {
  if (runningSince === null) return spentSeconds;
  return spentSeconds + Math.max(0, Math.floor((now - Date.parse(runningSince)) / 1_000));
}

/** Seconds as the clock shows them: "06:12", "75:03". */
export function minutesAndSeconds(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return `${String(minutes).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}

/** Seconds as a length of time is said: "46 min", "1 t 46 min". */
export function hoursAndMinutes(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} t ${minutes % 60} min`;
}

/** Minutes spent against planned ones as a row tells them; `spent` is null until half a minute was spent. */
export function spentAgainst(
  { minutes, ...item }: Timed & Pick<ItemView, "minutes">,
  now: number,
): { spent: number | null; over: boolean } {
  const spent = Math.round(secondsSpent(item, now) / 60);
  return { spent: spent === 0 ? null : spent, over: minutes !== null && minutes > 0 && spent > minutes };
}

/** What the clock must know of a punkt to say when the meeting ends; `decided`: there is nothing left to do in it. */
export type PlannedItem = Timed & Pick<ItemView, "minutes" | "usualMinutes" | "outcome"> & { decided: boolean };

/**
 * Seconds of planned time that are left: for a punkt that is begun what is left of its minutes, or of those it usually takes; for one
 * that is decided, struck or postponed nothing, unless its clock runs. `atLeast`: a punkt that is still to come has neither.
 */
export function secondsLeft(items: readonly PlannedItem[], now: number): { seconds: number; atLeast: boolean } {
  const left = items.filter(({ outcome, decided, runningSince }) => runningSince !== null || (outcome === "normal" && !decided));
  const minutesOf = ({ minutes, usualMinutes }: PlannedItem): number | null => minutes ?? usualMinutes;
  return {
    seconds: left.reduce((sum, item) => sum + Math.max(0, (minutesOf(item) ?? 0) * 60 - secondsSpent(item, now)), 0),
    atLeast: left.some((item) => minutesOf(item) === null && item.runningSince === null),
  };
}

/** Minutes between an expected end and the planned one on the same day; positive when there is time to spare. Null on another day. */
export function minutesToSpare(meeting: Pick<MeetingView, "date" | "end">, expectedEnd: number): number | null {
  const at = new Date(expectedEnd);
  const [year, month, day] = meeting.date.split("-").map(Number);
  if (at.getFullYear() !== year || at.getMonth() + 1 !== month || at.getDate() !== day) return null;
  const [hours = 0, minutes = 0] = meeting.end.split(":").map(Number);
  return hours * 60 + minutes - (at.getHours() * 60 + at.getMinutes());
}

const minute = 60_000;
const earlyStart = 15 * minute;
const lateEnd = 90 * minute;

/**
 * True while what is written in a decision is said at the table: the meeting runs, and not only because a decision was prepared before
 * its day, or it is its own day and time, with some room before and after. The times of a meeting are those of the place the PC is in.
 */
export function isMeetingTime(meeting: Pick<MeetingView, "state" | "date" | "start" | "end">, now: number): boolean {
  if (meeting.state === "running") return now >= Date.parse(`${meeting.date}T00:00`);
  if (meeting.state !== "planned") return false;
  return (
    now >= Date.parse(`${meeting.date}T${meeting.start}`) - earlyStart && now <= Date.parse(`${meeting.date}T${meeting.end}`) + lateEnd
  );
}
