import { randomUUID } from "node:crypto";
import { limits } from "../../shared/domain/limits.ts";
import type { MeetingView } from "../../shared/domain/meeting.ts";
import { emptyRichText } from "../../shared/domain/rich-text.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { Handlers, Input, Output } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { findPositionAfter, type Siblings } from "../store/order.ts";
import { insertEntity, setDeleted, setField } from "../store/registers.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import { getCategory, getItem, getMeetingPart, notFound } from "./get-part.ts";
import { noteEdit } from "./note-edit.ts";
import { getMeeting } from "./repository.ts";
import { countItems, countItemsOfCategory, findItem, findNextNumber } from "./write-repository.ts";

function getPosition(db: ReadableDB, siblings: Siblings, afterId: string | null, self?: string): string {
  const position = findPositionAfter(db, siblings, afterId, self);
  if (position === null) throw notFound(siblings.table, afterId ?? "");
  return position;
}

function touched(db: WritableDB, edit: Edit, meetingId: string): MeetingView {
  noteEdit(db, edit, meetingId);
  return getMeeting(db, meetingId);
}

function assertRoom(db: ReadableDB, meetingId: string): void {
  if (countItems(db, meetingId) >= limits.itemsPerMeeting)
    throw new AppFailure({
      kind: "invalid-input",
      field: "items",
      reason: `mødet har ${limits.itemsPerMeeting} punkter, og flere kan det ikke have`,
    });
}

function addItem(db: WritableDB, edit: Edit, input: Input<"items:add">): Output<"items:add"> {
  const { categoryId, afterId, title, minutes } = input;
  const { meetingId } = getCategory(db, categoryId);
  assertRoom(db, meetingId);
  const itemId = randomUUID();
  insertEntity(db, edit, "item", itemId, {
    categoryId,
    title,
    minutes,
    closed: false,
    agendaText: emptyRichText,
    decision: emptyRichText,
    publicDecision: emptyRichText,
    number: findNextNumber(db, meetingId),
    outcome: "normal",
    carriedFrom: null,
    position: getPosition(db, { table: "item", parent: categoryId }, afterId),
    deleted: false,
  });
  return { itemId, meeting: touched(db, edit, meetingId) };
}

/** True when the punkt already stands there, or is dropped on itself: moving it would make a change out of nothing. */
function standsAfter(meeting: MeetingView, { itemId, categoryId, afterId }: Input<"items:move">): boolean {
  const items = meeting.categories.find((category) => category.id === categoryId)?.items ?? [];
  const index = items.findIndex((item) => item.id === itemId);
  return index >= 0 && (afterId === itemId || (items[index - 1]?.id ?? null) === afterId);
}

function moveItem(db: WritableDB, edit: Edit, input: Input<"items:move">): MeetingView {
  const { itemId, categoryId, afterId } = input;
  const { meetingId } = getItem(db, itemId);
  if (getCategory(db, categoryId).meetingId !== meetingId) throw notFound("category", categoryId);
  const meeting = getMeeting(db, meetingId);
  if (standsAfter(meeting, input)) return meeting;
  const position = getPosition(db, { table: "item", parent: categoryId }, afterId, itemId);
  setField(db, edit, "item", itemId, "categoryId", categoryId);
  setField(db, edit, "item", itemId, "position", position);
  return touched(db, edit, meetingId);
}

function deleteItem(db: WritableDB, edit: Edit, itemId: string): MeetingView {
  const item = findItem(db, itemId);
  if (item === null) throw notFound("item", itemId);
  setDeleted(db, edit, "item", itemId, true);
  return touched(db, edit, item.meetingId);
}

function restoreItem(db: WritableDB, edit: Edit, itemId: string): MeetingView {
  const item = findItem(db, itemId);
  if (item === null) throw notFound("item", itemId);
  if (item.deleted) assertRoom(db, item.meetingId);
  setDeleted(db, edit, "item", itemId, false);
  setDeleted(db, edit, "category", item.categoryId, false);
  if (item.number === null) setField(db, edit, "item", itemId, "number", findNextNumber(db, item.meetingId));
  return touched(db, edit, item.meetingId);
}

function addCategory(db: WritableDB, edit: Edit, { meetingId, afterId, name }: Input<"categories:add">): MeetingView {
  getMeetingPart(db, meetingId);
  const position = getPosition(db, { table: "category", parent: meetingId }, afterId);
  insertEntity(db, edit, "category", randomUUID(), { meetingId, name, position, deleted: false });
  return touched(db, edit, meetingId);
}

function deleteCategory(db: WritableDB, edit: Edit, categoryId: string): MeetingView {
  const { meetingId } = getCategory(db, categoryId);
  if (countItemsOfCategory(db, categoryId) > 0)
    throw new AppFailure({ kind: "invalid-input", field: "category", reason: "kategorien har punkter; flyt eller slet dem først" });
  setDeleted(db, edit, "category", categoryId, true);
  return touched(db, edit, meetingId);
}

type ItemChannels = "items:add" | "items:move" | "items:delete" | "items:restore" | "categories:add" | "categories:delete";

export function createItemHandlers({ store }: AppContext): Pick<Handlers, ItemChannels> {
  return {
    "items:add": (input) => store.write((db, edit) => addItem(db, edit, input)),
    "items:move": (input) => store.write((db, edit) => moveItem(db, edit, input)),
    "items:delete": ({ itemId }) => store.write((db, edit) => deleteItem(db, edit, itemId)),
    "items:restore": ({ itemId }) => store.write((db, edit) => restoreItem(db, edit, itemId)),
    "categories:add": (input) => store.write((db, edit) => addCategory(db, edit, input)),
    "categories:delete": ({ categoryId }) => store.write((db, edit) => deleteCategory(db, edit, categoryId)),
  };
}
