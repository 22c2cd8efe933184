import type { EntityRecord } from "../../store/meeting-entities.ts";
import type { Dot, Member } from "../../store/siblings.ts";
import type { Vector } from "../snapshot.ts";

/** The register in which each entity names what it is a part of. */
export const parentFields: Readonly<Record<string, string>> = {
  category: "meetingId",
  item: "categoryId",
  recommendation: "itemId",
  attachment: "itemId",
  followUp: "itemId",
  itemSpan: "itemId",
  attendance: "meetingId",
};

/** All values of a register, its own first. */
export function membersOf(field: EntityRecord["fields"][string] | undefined): Member[] {
  if (field === undefined) return [];
  return [{ value: field.value, dot: field.dot }, ...(field.siblings ?? [])];
}

/**
 * The last edit of each actor in an entity and all of its parts, by the entity's id. Deleting a part is no edit of it, nor is the
 * number that a punkt is given when the meeting is held.
 */
export function editsOf(entities: readonly EntityRecord[]): Map<string, Vector> {
  const parents = new Map(
    entities.map((record) => {
      const parent = record.fields[parentFields[record.entity] ?? ""]?.value;
      return [record.id, typeof parent === "string" ? parent : null];
    }),
  );
  const edits = new Map<string, Vector>();
  for (const record of entities) {
    const dots = editDots(record);
    for (let id: string | null = record.id; id !== null; id = parents.get(id) ?? null) note(edits, id, dots);
  }
  return edits;
}

function editDots({ fields }: EntityRecord): Dot[] {
  return Object.entries(fields).flatMap(([field, held]) => {
    if (field === "number") return [];
    const members = membersOf(held);
    return (field === "deleted" ? members.filter(({ value }) => value === false) : members).map(({ dot }) => dot);
  });
}

function note(edits: Map<string, Vector>, id: string, dots: readonly Dot[]): void {
  const vector = edits.get(id) ?? {};
  for (const [actor, counter] of dots) vector[actor] = Math.max(vector[actor] ?? 0, counter);
  edits.set(id, vector);
}
