import type { FieldValue, ItemField, NamedVersion, RevisionEntry } from "../../shared/domain/history.ts";
import { type FieldChange, type ItemView, itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { fieldText } from "../../shared/domain/revision-steps.ts";
import { AppFailure } from "../../shared/errors.ts";

type Revision = Omit<RevisionEntry, "sizeChange"> & { itemId: string; value: FieldValue };

/** The revisions of punkter as a main process in memory keeps them. */
export class FakeHistory {
  readonly versions: NamedVersion[] = [];
  readonly #revisions: Revision[] = [];

  add(itemId: string, field: ItemField, at: string, value: FieldValue, actor: string | null = "a", by: string | null = null): void {
    this.#revisions.push({ id: this.#revisions.length + 1, itemId, field, at, actor, by, value: structuredClone(value) });
  }

  /** Keeps what a save sets, and before the first of a field what stood there. */
  keep(before: MeetingView, changes: readonly FieldChange[], at: string): void {
    for (const change of changes) {
      const item = itemsOf(before).find(({ id }) => id === change.id);
      if (change.entity !== "item" || item === undefined) continue;
      const kept = this.#of(change.id, change.field).length > 0;
      if (!kept) this.add(change.id, change.field, before.savedAt, item[change.field as keyof ItemView] as FieldValue, null);
      this.add(change.id, change.field, at, change.value);
    }
  }

  list(itemId: string, field: ItemField): RevisionEntry[] {
    let chars = 0;
    return this.#of(itemId, field).map(({ id, at, actor, by, value }) => {
      const length = fieldText(field, value).length;
      const sizeChange = length - chars;
      chars = length;
      return { id, field, at, actor, by, sizeChange };
    });
  }

  get(revisionId: number): Revision {
    const found = this.#revisions.find(({ id }) => id === revisionId);
    if (found === undefined) throw new AppFailure({ kind: "not-found", what: "revision", id: String(revisionId) });
    return found;
  }

  at(itemId: string, field: ItemField, at: string): FieldValue {
    const all = this.#of(itemId, field);
    return (all.findLast((revision) => revision.at <= at) ?? all[0])?.value ?? "";
  }

  #of(itemId: string, field: string): Revision[] {
    return this.#revisions.filter((revision) => revision.itemId === itemId && revision.field === field);
  }
}
