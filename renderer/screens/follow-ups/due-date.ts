import { isoDate } from "../../../shared/domain/date.ts";

const months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/**
 * The last day that a limit in words gives ("senest 6. marts", "i maj 2026", "10.3.2026"), or null where it gives none. Without a year it
 * is the first such day from the meeting on.
 */
export function dueDate(due: string, meetingDate: string): string | null {
  const numbers = /(\d{1,2})[./-](\d{1,2})[./-](\d{4})/.exec(due);
  if (numbers !== null) return realDay(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const named = /(?:(\d{1,2})\. ?)?(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*\.?(?: (\d{4}))?/iu.exec(due);
  if (named === null) return null;
  const month = months.indexOf((named[2] ?? "").toLowerCase()) + 1;
  const inYear = (year: number): string | null => realDay(year, month, named[1] === undefined ? daysIn(year, month) : Number(named[1]));
  if (named[3] !== undefined) return inYear(Number(named[3]));
  const year = Number(meetingDate.slice(0, 4));
  const day = inYear(year);
  return day !== null && day < meetingDate ? inYear(year + 1) : day;
}

function realDay(year: number, month: number, day: number): string | null {
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isoDate.safeParse(date).success ? date : null;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
