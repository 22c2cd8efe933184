import { clockTime, isoDate } from "../../shared/domain/date.ts";

/** A date as a Dane types it – 10-03-2026, 10.3.26, 10/3 2026, 10032026 – as "2026-03-10"; null when it is no real day. */
export function parseTypedDate(text: string): string | null {
  const parts = /^\s*(\d{1,2})[-./ ]*(\d{1,2})[-./ ]*(\d{4}|\d{2})\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  if (parts === null) return null;
  const [, day = "", month = "", year = ""] = parts;
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isoDate.safeParse(date).success ? date : null;
}

/** A time of day as it is typed – 11.00, 11:00, 1100, 11 – as "11:00"; null when it is none. */
export function parseTypedTime(text: string): string | null {
  const parts = /^\s*(\d{1,2})(?:[.:]?(\d{2}))?\s*$/.exec(text);
  if (parts === null) return null;
  const [, hours = "", minutes = "00"] = parts;
  const time = `${hours.padStart(2, "0")}:${minutes}`;
  return clockTime.safeParse(time).success ? time : null;
}

/** Planned minutes as typed, "10" or "10 min": null for an empty field, undefined when it cannot be used. */
export function parseTypedMinutes(text: string): number | null | undefined {
  const digits = text.replace(/min\.?(utter)?/i, "").trim();
  if (digits === "") return null;
  const minutes = /^\d{1,4}$/.test(digits) ? Number(digits) : Number.NaN;
  return minutes <= 1_440 ? minutes : undefined;
}

/** Time spent as typed, "12", "12 min" or "12:30", in seconds; 0 for an empty field, undefined when it cannot be used. */
export function parseTypedSpent(text: string): number | undefined {
  const parts = /^\s*(\d{1,4})(?:[:.]([0-5]\d))?\s*(?:min\.?(?:utter)?)?\s*$/i.exec(text);
  if (parts === null) return text.trim() === "" ? 0 : undefined;
  const seconds = Number(parts[1]) * 60 + Number(parts[2] ?? 0);
  return seconds <= 86_400 ? seconds : undefined;
}

/** A time of day as typed, "11.42.07", "11:42" or "114207", on the day of `instant` at the referent's own clock, as ISO 8601 UTC; null when it is none. */
export function parseTypedMoment(text: string, instant: string): string | null {
  const parts = /^\s*(\d{1,2})[.:]?(\d{2})(?:[.:]?(\d{2}))?\s*$/.exec(text);
  const [hours, minutes, seconds] = parts === null ? [99, 0, 0] : [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const day = new Date(instant);
  // To the end of the second: what was saved within it counts.
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes, seconds, 999).toISOString();
}
