import { minutesAndSeconds, minutesToSpare, secondsLeft, secondsSpent } from "../../../shared/domain/clock.ts";
import { type ItemView, itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { itemProgress } from "../../app/item-progress.ts";
import { texts } from "../../app/texts.ts";
import { findRunning } from "../../stores/clock.ts";

const words = texts.clock;

/** "06:12" */
export function clockTime(item: ItemView, now: number): string {
  return minutesAndSeconds(secondsSpent(item, now));
}

/** How much of the planned time is spent, 0 to 1 in steps that can be seen. */
export function partSpent(item: ItemView, now: number): number {
  if (item.minutes === null || item.minutes === 0) return 0;
  return Math.round(1_000 * Math.min(1, secondsSpent(item, now) / (item.minutes * 60))) / 1_000;
}

export function isOver(item: ItemView, now: number): boolean {
  return item.minutes !== null && item.minutes > 0 && secondsSpent(item, now) > item.minutes * 60;
}

function expectedEnd(meeting: MeetingView, now: number): { at: number; atLeast: boolean } {
  const items = itemsOf(meeting).map((item) => ({ ...item, decided: itemProgress(item, false) === "decided" }));
  const { seconds, atLeast } = secondsLeft(items, now);
  return { at: now + seconds * 1_000, atLeast };
}

/** "Forventet slut 12.52"; "tidligst" while a punkt that is still to come has no time at all. */
export function endText(meeting: MeetingView, now: number): string {
  const end = expectedEnd(meeting, now);
  const at = new Date(end.at);
  const time = `${String(at.getHours()).padStart(2, "0")}.${String(at.getMinutes()).padStart(2, "0")}`;
  return end.atLeast ? words.earliestEnd(time) : words.expectedEnd(time);
}

/** "8 min før tid"; "" on another day than the meeting's, and while there may be more to come than is known. */
export function slackText(meeting: MeetingView, now: number): string {
  const end = expectedEnd(meeting, now);
  const spare = minutesToSpare(meeting, end.at);
  if (spare === null || (end.atLeast && spare >= 0)) return "";
  return spare === 0 ? words.onTime : spare > 0 ? words.early(spare) : words.late(-spare);
}

/** All the clock shows, in one line to be read aloud on request: "Punkt 5 er i gang. 06:12 af 10 min. Forventet slut 12.52. 8 min før tid". */
export function spokenClock(meeting: MeetingView, activeItemId: string | null, now: number): string {
  const running = findRunning(meeting);
  const item = running ?? itemsOf(meeting).find((each) => each.id === activeItemId) ?? null;
  if (item === null) return "";
  const what = running === null ? words.standing(item.number) : words.running(item.number);
  const end = [endText(meeting, now), slackText(meeting, now)].filter((part) => part !== "");
  return words.said(what, words.saidTime(clockTime(item, now), item.minutes), end);
}
