import Database from "better-sqlite3";
import { meetingFields } from "../../../shared/domain/meeting.ts";
import { findUnkept, keepReceived } from "../../history/keep.ts";
import type { FieldOf } from "../../history/repository.ts";
import { findMeetingPart, getSavedAt, touchMeeting } from "../../meetings/write-repository.ts";
import { getCurrentActor, renewActor } from "../../store/actor.ts";
import { type EntityRecord, findEntity, type MeetingEntity, meetingVector, noteSeen, readEntities } from "../../store/meeting-entities.ts";
import { getField } from "../../store/registers.ts";
import type { Edit, ReadableDB, Store, WritableDB } from "../../store/store.ts";
import type { SnapshotFile, SnapshotHead } from "../read-snapshot.ts";
import { parentFields } from "./edits.ts";
import { DotConflict } from "./members.ts";
import { type EntityChange, mergeMeeting } from "./merge.ts";
import { findReceived, findTwin, hasRow, type Outcome, putAuthor, putEntity, putReceived } from "./repository.ts";

type ReadSnapshot = Extract<SnapshotFile, { kind: "snapshot" }>;

/** `changed`: the meeting is another by it. `renewed`: someone else writes as this installation, which goes on under a new actor. */
export type TakenIn = { outcome: Outcome | "known"; changed: boolean; renewed: boolean };

/**
 * Takes a snapshot in, in one transaction, once by its hash. A snapshot that contradicts what is known here is kept as a fault, and
 * nothing of it is taken; one that this version cannot read is kept raw.
 */
export function takeIn(store: Store, repo: string, file: Exclude<SnapshotFile, { kind: "unreadable" }>, bytes: Uint8Array): TakenIn {
  const { head } = file;
  const known = store.read((db) => findReceived(db, head.sha256));
  if (known !== null && !(known.outcome === "newer" && file.kind === "snapshot"))
    return { outcome: "known", changed: false, renewed: false };
  const note = (outcome: Outcome) => store.write((db, edit) => void putReceived(db, repo, head, edit.at, outcome, bytes));
  if (file.kind === "newer") {
    note("newer");
    return { outcome: "newer", changed: false, renewed: false };
  }
  const renewed = store.write((db, edit) => isWrittenAsUs(db, head) && renewActor(db, edit.at));
  try {
    const changed = store.write((db, edit) => merge(db, edit, repo, file, bytes));
    return { outcome: "merged", changed, renewed };
  } catch (error) {
    if (!isContradiction(error)) throw error;
    note("fault");
    return { outcome: "fault", changed: false, renewed };
  }
}

/** What this installation has not written, or wrote otherwise, under the name that it writes in now: a copy of its data is in use. */
function isWrittenAsUs(db: ReadableDB, head: SnapshotHead): boolean {
  const { id, counter } = getCurrentActor(db);
  return (head.vv[id] ?? 0) > counter || (head.actor === id && findTwin(db, head) !== null);
}

/** A dot with two contents, or one dot for two registers, which the database itself refuses. */
function isContradiction(error: unknown): boolean {
  return error instanceof DotConflict || (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_CONSTRAINT"));
}

/** Gives whether anything that the meeting says is another. */
function merge(db: WritableDB, edit: Edit, repo: string, { head, entities }: ReadSnapshot, bytes: Uint8Array): boolean {
  if (findTwin(db, head) !== null) throw new DotConflict([head.actor, head.vv[head.actor] ?? 0]);
  const here = { vector: meetingVector(db, head.meeting), entities: readHere(db, head.meeting, entities) };
  const { changes, vector } = mergeMeeting(here, { vector: head.vv, entities });
  const receivedId = putReceived(db, repo, head, edit.at, "merged", bytes);
  putAuthor(db, head.actor, head.author);
  keepingHistory(db, edit, head.meeting, changes, () => {
    for (const change of changes) putEntity(db, change, receivedId, change.entity === "meeting" ? { saved_at: edit.at } : {});
  });
  noteSeen(db, head.meeting, vector);
  if (changes.length > 0) touchMeeting(db, edit, head.meeting);
  return changes.length > 0;
}

/** The meeting, and the parts of it that have moved to another one here: a copied sentence takes its follow-up with it. */
function readHere(db: ReadableDB, meetingId: string, incoming: readonly EntityRecord[]): EntityRecord[] {
  const own = readEntities(db, meetingId);
  const ids = new Set(own.map(({ id }) => id));
  const elsewhere = incoming.filter(({ entity, id }) => !ids.has(id) && (entity === "followUp" || entity === "series"));
  return [...own, ...elsewhere.flatMap(({ entity, id }) => findEntity(db, entity as MeetingEntity, id) ?? [])];
}

/** What a person wrote there stands in the history here, and so does what it replaced. */
function keepingHistory(db: WritableDB, edit: Edit, meetingId: string, changes: readonly EntityChange[], apply: () => void): void {
  if (findMeetingPart(db, meetingId) === null) {
    apply();
    return;
  }
  const savedAt = getSavedAt(db, meetingId);
  const fields = new Map<string, { field: FieldOf; actor: string }>();
  for (const change of changes) for (const each of writtenFields(db, change)) fields.set(`${each.field.id} ${each.field.field}`, each);
  const before = [...fields.values()].map((each) => ({ ...each, unkept: findUnkept(db, each.field) }));
  apply();
  for (const { field, actor, unkept } of before) keepReceived(db, edit, field, actor, { unkept, savedAt });
}

/** The fields that the window knows and whose shown value becomes another; a punkt's at-points are one field. */
function writtenFields(db: ReadableDB, { entity, id, isNew, registers }: EntityChange): { field: FieldOf; actor: string }[] {
  if (entity === "recommendation") {
    const item =
      registers.find(({ field }) => field === parentFields[entity])?.value ?? (isNew ? null : getField(db, entity, id, "itemId"));
    const actor = registers[0]?.own.dot[0] ?? "";
    return typeof item === "string" && hasRow(db, "item", item)
      ? [{ field: { entity: "item", id: item, field: "recommendations" }, actor }]
      : [];
  }
  if (isNew || !Object.hasOwn(meetingFields, entity)) return [];
  const known = Object.keys(meetingFields[entity as keyof typeof meetingFields]);
  return registers
    .filter(
      ({ field, value }) => known.includes(field) && JSON.stringify(getField(db, entity, id, field as never)) !== JSON.stringify(value),
    )
    .map(({ field, own }) => ({ field: { entity, id, field } as FieldOf, actor: own.dot[0] }));
}
