import type { FieldValue } from "../../shared/domain/history.ts";
import { fieldChange } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { Handlers, Input, Output } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { getMeetingPart, notFound } from "../meetings/get-part.ts";
import { getMeeting } from "../meetings/repository.ts";
import { applyChanges } from "../meetings/save-fields.ts";
import { findChanged, findItem, type ItemPart } from "../meetings/write-repository.ts";
import { findAuthor } from "../siblings/repository.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import { currentValue } from "./keep.ts";
import { findRevision, findValueAt, insertVersion, listRevisions, listVersions } from "./repository.ts";
import { revisionEntries, thinList } from "./thin-list.ts";

/** A punkt whose history is asked for; a deleted one has its history too. */
function getAnyItem(db: ReadableDB, itemId: string): ItemPart {
  const item = findItem(db, itemId);
  if (item === null) throw notFound("item", itemId);
  return item;
}

function list(db: ReadableDB, { meetingId, itemId, field }: Input<"history:list">): Output<"history:list"> {
  if (getAnyItem(db, itemId).meetingId !== meetingId) throw notFound("item", itemId);
  return revisionEntries(thinList(listRevisions(db, itemId, field ?? null)), (actor) => findAuthor(db, actor));
}

function valueAt(db: ReadableDB, { itemId, field, at }: Input<"history:at">): FieldValue {
  getAnyItem(db, itemId);
  const kept = findValueAt(db, itemId, field, at);
  return (kept === null ? currentValue(db, { entity: "item", id: itemId, field }) : kept.value) as FieldValue;
}

function getRevision(db: ReadableDB, revisionId: number) {
  const revision = findRevision(db, revisionId);
  if (revision === null) throw new AppFailure({ kind: "not-found", what: "revision", id: String(revisionId) });
  return revision;
}

function restore(db: WritableDB, edit: Edit, revisionId: number): Output<"history:restore"> {
  const revision = getRevision(db, revisionId);
  const part = findChanged(db, revision.entity, revision.id);
  if (part === null) throw notFound(revision.entity, revision.id);
  // The same check that a save from the window passes: an older value must still be one that can be stored.
  applyChanges(db, edit, part.meetingId, [fieldChange.parse(revision)]);
  return getMeeting(db, part.meetingId);
}

function nameVersion(db: WritableDB, edit: Edit, { meetingId, name }: Input<"versions:name">): Output<"versions:name"> {
  getMeetingPart(db, meetingId);
  insertVersion(db, edit, meetingId, name);
  return listVersions(db, meetingId);
}

type HistoryChannels = "history:list" | "history:at" | "history:value" | "history:restore" | "versions:name" | "versions:list";

export function createHistoryHandlers({ store }: AppContext): Pick<Handlers, HistoryChannels> {
  return {
    "history:list": (input) => store.read((db) => list(db, input)),
    "history:at": (input) => store.read((db) => valueAt(db, input)),
    "history:value": ({ revisionId }) => store.read((db) => getRevision(db, revisionId).value as FieldValue),
    "history:restore": ({ revisionId }) => store.write((db, edit) => restore(db, edit, revisionId)),
    "versions:name": (input) => store.write((db, edit) => nameVersion(db, edit, input)),
    "versions:list": ({ meetingId }) => store.read((db) => listVersions(db, meetingId)),
  };
}
