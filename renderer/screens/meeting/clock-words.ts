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

function expectedEnd(meeting: MeetingView, now: number): number {
  const items = itemsOf(meeting).map((item) => ({ ...item, decided: itemProgress(item, false) === "decided" }));
  return now + secondsLeft(items, now) * 1_000;
}

/** "12.52" */
export function endOf(meeting: MeetingView, now: number): string {
  const at = new Date(expectedEnd(meeting, now));
  return `${String(at.getHours()).padStart(2, "0")}.${String(at.getMinutes()).padStart(2, "0")}`;
}

/** "8 min før tid"; "" on another day than the meeting's. */
export function slackText(meeting: MeetingView, now: number): string {
  const spare = minutesToSpare(meeting, expectedEnd(meeting, now));
  if (spare === null) return "";
  return spare === 0 ? words.onTime : spare > 0 ? words.early(spare) : words.late(-spare);
}

/** All the clock shows, in one line to be read aloud on request: "Punkt 5 er i gang. 06:12 af 10 min. Forventet slut 12.52. 8 min før tid". */
export function spokenClock(meeting: MeetingView, activeItemId: string | null, now: number): string {
  const running = findRunning(meeting);
  const item = running ?? itemsOf(meeting).find((each) => each.id === activeItemId) ?? null;
  if (item === null) return "";
  const what = running === null ? words.standing(item.number) : words.running(item.number);
  const end = [words.expectedEnd(endOf(meeting, now)), slackText(meeting, now)].filter((part) => part !== "");
  return words.said(what, words.saidTime(clockTime(item, now), item.minutes), end);
}
