import type { FieldValue, ItemField, RevisionEntry } from "./history.ts";
import { isRichText, plainText } from "./rich-text.ts";

/** Revisions written in one go, told by the last of them; `sizeChange` is that of all of them, in characters. */
export type RevisionStep = { last: RevisionEntry; sizeChange: number };

/** The revisions of one field, in their order, as steps: a pause of at least `pauseMs` ends one, and so does another writer. */
export function revisionSteps(entries: readonly RevisionEntry[], pauseMs: number): RevisionStep[] {
  const steps: RevisionStep[] = [];
  for (const entry of entries) {
    const before = steps.at(-1);
    // What stood there before the first save that was kept is a step of its own, however soon the writing began.
    const goesOn = before !== undefined && before.last.actor !== null && before.last.by === entry.by;
    if (goesOn && Date.parse(entry.at) - Date.parse(before.last.at) < pauseMs) {
      before.last = entry;
      before.sizeChange += entry.sizeChange;
    } else steps.push({ last: entry, sizeChange: entry.sizeChange });
  }
  return steps;
}

/** The words of a field's value, one line a block or an at-point, to be read and compared. */
export function fieldText(field: ItemField, value: FieldValue): string {
  if (Array.isArray(value))
    return value.map((entry, index) => (typeof entry === "string" ? entry : `${index + 1}. ${entry.text}`)).join("\n");
  if (isRichText(value)) return plainText(value);
  return field === "minutes" && value !== null ? `${value} min` : String(value ?? "");
}

/** The index of the last entry at or before a moment, or -1. */
export function indexAt(entries: readonly RevisionEntry[], at: string): number {
  return entries.findLastIndex((entry) => entry.at <= at);
}
