import type { Recommendation } from "../../shared/domain/meeting.ts";
import type { Twofold, Version } from "../../shared/domain/twofold.ts";
import { findUnkept, keepReceived, keepValue } from "../history/keep.ts";
import type { FieldOf } from "../history/repository.ts";
import { listRecommendations } from "../meetings/recommendations-repository.ts";
import { getSavedAt } from "../meetings/write-repository.ts";
import type { JsonValue } from "../store/registers.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";

/** The field that the history knows the register by: an at-point is a part of its punkt's indstilling. */
export function fieldOf({ entity, id, field, itemId }: Omit<Twofold, "versions">): FieldOf {
  return (entity === "recommendation" ? { entity: "item", id: itemId ?? "", field: "recommendations" } : { entity, id, field }) as FieldOf;
}

/** What that field holds when the register has this value. */
export function fieldValue(db: ReadableDB, { entity, id, itemId }: Omit<Twofold, "versions">, value: Version["value"]): JsonValue {
  if (entity !== "recommendation") return value as JsonValue;
  return listRecommendations(db, itemId ?? "").map(
    (point): Recommendation => (point.id === id ? { ...point, text: String(value) } : point),
  );
}

/** Before `chosen` is written: each version that it lets go of is kept in the history, from where it can be brought back. */
export function keepVersions(db: WritableDB, edit: Edit, meetingId: string, twofold: Twofold, chosen: Version["value"]): void {
  if (twofold.entity === "attendance") return;
  const field = fieldOf(twofold);
  const [stood, ...beside] = twofold.versions;
  const letGo = beside.filter(({ value }) => !isSame(value, chosen));
  if (stood === undefined || letGo.length === 0) return;
  const savedAt = getSavedAt(db, meetingId);
  for (const { actor, value } of letGo) {
    const unkept = findUnkept(db, field);
    keepValue(db, edit, field, actor, fieldValue(db, twofold, value), { unkept, savedAt });
  }
  // A choice of what stood writes nothing; what stands is the last in the history all the same.
  if (isSame(stood.value, chosen)) keepReceived(db, edit, field, stood.actor, { unkept: null, savedAt });
}

function isSame(one: Version["value"], other: Version["value"]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
