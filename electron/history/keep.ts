import type { FieldChange } from "../../shared/domain/meeting.ts";
import { plainText, type RichText } from "../../shared/domain/rich-text.ts";
import { listRecommendations } from "../meetings/recommendations-repository.ts";
import { getField, type JsonValue } from "../store/registers.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import { type FieldOf, hasRevision, insertRevision } from "./repository.ts";

/** Characters that a field's value shows; numbers and yes-or-no show none. */
function shownChars(value: JsonValue): number {
  if (typeof value === "string") return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + shownChars(entry), 0);
  if (typeof value !== "object" || value === null) return 0;
  if (value["type"] === "doc") return plainText(value as RichText).length;
  return shownChars(value["text"] ?? null);
}

/** The value of a field that a change is about, as it stands now. */
export function currentValue(db: ReadableDB, change: Pick<FieldChange, "entity" | "id" | "field">): JsonValue {
  if (change.field === "recommendations") return listRecommendations(db, change.id);
  return getField(db, change.entity, change.id, change.field as never);
}

/** What stands in the field while it has no revision yet, else null. To be asked before the field is changed. */
export function findUnkept(db: ReadableDB, change: FieldOf): { value: JsonValue } | null {
  return hasRevision(db, change) ? null : { value: currentValue(db, change) };
}

type Before = { unkept: { value: JsonValue } | null; savedAt: string };

/**
 * Keeps the new value as a revision; before the first one also what stood there, known to have done so since `savedAt`, so that
 * history and undo reach back to it.
 */
export function keepRevision(db: WritableDB, edit: Edit, change: FieldChange, before: Before): void {
  keepBefore(db, edit, change, before);
  const value = change.value as JsonValue;
  insertRevision(db, { ...change, at: edit.at, actor: edit.actor, chars: shownChars(value), value });
}

/** The same for a value that `actor` wrote on another PC and that stands here from now on. */
export function keepReceived(db: WritableDB, edit: Edit, field: FieldOf, actor: string, before: Before): void {
  keepValue(db, edit, field, actor, currentValue(db, field), before);
}

/** The same for a value that `actor` wrote, whether or not it ever stood here. */
export function keepValue(db: WritableDB, edit: Edit, field: FieldOf, actor: string, value: JsonValue, before: Before): void {
  keepBefore(db, edit, field, before);
  insertRevision(db, { ...field, at: edit.at, actor, chars: shownChars(value), value });
}

function keepBefore(db: WritableDB, edit: Edit, field: FieldOf, { unkept, savedAt }: Before): void {
  if (unkept === null) return;
  const at = savedAt < edit.at ? savedAt : edit.at;
  insertRevision(db, { ...field, at, actor: null, chars: shownChars(unkept.value), value: unkept.value });
}
