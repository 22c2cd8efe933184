import { z } from "zod";

const months = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];
const weekdays = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];

/** A calendar day, "2026-03-10". A day that does not exist is refused. */
export const isoDate = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDay(text), "skal være en dato som 2026-03-10");

/** A time of day in the meeting's own place, "11:00". */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "skal være et klokkeslæt som 11:00");

function isRealDay(text: string): boolean {
  const day = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

function parts(date: string): { year: number; month: number; day: number; weekday: number } {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

/** "10. marts" */
export function dayAndMonth(date: string): string {
  const { day, month } = parts(date);
  return `${day}. ${months[month - 1]}`;
}

/** "10. marts 2026" */
export function longDate(date: string): string {
  return `${dayAndMonth(date)} ${parts(date).year}`;
}

export function dayOfMonth(date: string): number {
  return parts(date).day;
}

export function monthName(date: string): string {
  return months[parts(date).month - 1] as string;
}

export function weekdayName(date: string): string {
  return weekdays[parts(date).weekday] as string;
}

/** "10-03-2026", as the referat's header has it. */
export function headerDate(date: string): string {
  return date.split("-").reverse().join("-");
}

/** Times of day are read with a full stop on the screen: "11.00". */
export function screenTime(time: string): string {
  return time.replace(":", ".");
}

/** The next Tuesday strictly after `after` ("2026-03-03" gives "2026-03-10"). Source: domain.md, usually a Tuesday 11–13. */
export function nextTuesday(after: string): string {
  const { year, month, day, weekday } = parts(after);
  const ahead = (2 - weekday + 7) % 7 || 7;
  return new Date(Date.UTC(year, month - 1, day + ahead)).toISOString().slice(0, 10);
}
