import { dayAndMonth } from "../../shared/domain/date.ts";

/** "11.42.07": the time of day of a stored instant, at the referent's own clock. */
export function clockWithSeconds(instant: string): string {
  const at = new Date(instant);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join(".");
}

/** "11.42.07" today, "10. marts 11.42.07" on any other day. */
export function momentOf(instant: string): string {
  const day = localDay(new Date(instant));
  const time = clockWithSeconds(instant);
  return day === localDay(new Date()) ? time : `${dayAndMonth(day)} ${time}`;
}

/** "11.42" today, "10. marts" on any other day. */
export function clockOrDay(instant: string): string {
  const at = new Date(instant);
  const day = localDay(at);
  return day === localDay(new Date()) ? `${twoDigits(at.getHours())}.${twoDigits(at.getMinutes())}` : dayAndMonth(day);
}

/** The calendar day at the referent's own clock, "2026-03-10". */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** "kl. 11.42" today, "10. marts kl. 11.42" on any other day. */
export function clockAndDay(instant: string): string {
  const at = new Date(instant);
  const day = localDay(at);
  const time = `kl. ${twoDigits(at.getHours())}.${twoDigits(at.getMinutes())}`;
  return day === localDay(new Date()) ? time : `${dayAndMonth(day)} ${time}`;
}
