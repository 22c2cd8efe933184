import { withoutUnseen } from "./letters.ts";

const gap = String.raw`[\s.\-‐‑–/]?`;
const longGap = String.raw`\s{0,3}[\-‐‑–—./]?\s{0,3}`;

/** Not after a year and a dash: that is a journal number ("2026-010203"). */
const form = new RegExp(String.raw`(?<!\d)(?<!(?:19|20)\d\d[-‐‑–])(\d\d)${gap}(\d\d)${gap}(\d\d)${longGap}(\d{4})(?!\d)`, "gu");

/** A telephone number before a postal code, or a row of a table: "20 12 12 10 8000". */
const pairs = /^\d\d[ \u00a0]\d\d[ \u00a0]/;
const pairBefore = /(?<!\d)\d\d[ \u00a0]$/;

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** A CPR number in a text, as far as it may be shown: its day and nothing more. `index` is about where it begins. */
export type FoundCpr = { shown: string; checksumFits: boolean; index: number };

/**
 * The first number that has the form of a CPR number and begins with a day that exists, however it is spaced or broken over a line; null
 * when there is none. The checksum is told as a hint only: numbers given after 2007 need not meet it.
 */
export function findCpr(text: string): FoundCpr | null {
  const plain = withoutUnseen(text);
  for (const match of plain.matchAll(form)) {
    if (pairs.test(match[0]) && pairBefore.test(plain.slice(Math.max(0, match.index - 4), match.index))) continue;
    // A column of figures is no number; one broken over a line is.
    if (match[0].split("\n").length > 2) continue;
    const [, day = "", month = "", year = "", serial = ""] = match;
    if (!isDay(Number(day), Number(month), Number(year))) continue;
    const sum = [...`${day}${month}${year}${serial}`].reduce((all, digit, i) => all + Number(digit) * (weights[i] ?? 0), 0);
    return { shown: `${day}••••-••••`, checksumFits: sum % 11 === 0, index: match.index };
  }
  return null;
}

/** In some century: which one it was is not told by the six digits alone. */
function isDay(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(2000 + year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
