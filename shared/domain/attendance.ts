import { z } from "zod";
import { lineText, uuid } from "./text.ts";

/** `arrived` and `left`: there for a part of the meeting, from or until a punkt. */
export const attendanceStatus = z.enum(["present", "absent", "arrived", "left"]);

/** One person and how they attended. Someone who came late and left early has two entries. `reason` is a few words, "" for none. */
export const attendanceEntry = z.strictObject({
  name: lineText.refine((name) => name.trim() !== "", "må ikke være tom"),
  status: attendanceStatus,
  reason: lineText,
  /** The punkt at which the person came or left. */
  itemId: uuid.nullable(),
});
export type AttendanceEntry = z.infer<typeof attendanceEntry>;

/**
 * What the referat prints of it: a line of names and who came or left when; and a sentence for each who was away ("Stabschef Louise
 * Rohde var forhindret."). `numberOf` gives a punkt's number, or null for one that is no longer there.
 */
export function attendanceLines(
  entries: readonly AttendanceEntry[],
  numberOf: (itemId: string) => number | null,
): { present: string[]; absent: string[] } {
  const there = entries.filter((entry) => entry.status !== "absent");
  const names = [...new Set(there.map((entry) => entry.name.trim()))];
  const moved = there.filter((entry) => entry.status !== "present");
  return {
    present: [...(names.length === 0 ? [] : [`${names.join(", ")}.`]), ...moved.map((entry) => movedSentence(entry, numberOf))],
    absent: entries.filter((entry) => entry.status === "absent").map(absentSentence),
  };
}

function movedSentence({ name, status, reason, itemId }: AttendanceEntry, numberOf: (itemId: string) => number | null): string {
  const number = itemId === null ? null : numberOf(itemId);
  const [at, otherwise] =
    status === "arrived" ? ["kom til under punkt", "kom senere"] : ["forlod mødet under punkt", "gik før mødet sluttede"];
  const words = plainReason(reason);
  return `${name.trim()} ${number === null ? otherwise : `${at} ${number}`}${words === "" ? "" : ` (${words})`}.`;
}

const predicates = /^(forhindret|syg|sygemeldt|bortrejst|fraværende|optaget|på|til|hos|i)(?![\p{L}\d])/iu;
const leaves = /^(ferie|kursus|barsel|orlov|tjenesterejse|studietur|konference)$/i;
const causes = /^(pga\.?|på grund af|grundet|fordi|da)(?![\p{L}\d])/iu;

function absentSentence({ name, reason }: AttendanceEntry): string {
  const words = plainReason(reason);
  const person = `${name.trim()} var`;
  if (words === "") return `${person} fraværende.`;
  if (causes.test(words)) return `${person} fraværende ${lowerFirst(words)}.`;
  if (predicates.test(words)) return `${person} ${lowerFirst(words)}.`;
  if (leaves.test(words)) return `${person} på ${lowerFirst(words)}.`;
  return `${person} fraværende (${words}).`;
}

function plainReason(reason: string): string {
  return reason.trim().replace(/[.\s]+$/, "");
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLocaleLowerCase("da") + words.slice(1);
}
