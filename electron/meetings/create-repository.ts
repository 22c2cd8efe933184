import { randomUUID } from "node:crypto";
import { generateNKeysBetween } from "fractional-indexing";
import { limits } from "../../shared/domain/limits.ts";
import { storableText } from "../../shared/domain/text.ts";
import { AppFailure } from "../../shared/errors.ts";
import { saveAttendance } from "../attendance/repository.ts";
import { stepFollowUps } from "../follow-ups/step.ts";
import { insertEntity } from "../store/registers.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import type { NewMeeting } from "./new-meeting.ts";

type NewCategory = NewMeeting["categories"][number];
type NewItem = NewCategory["items"][number];

function findSeries(db: ReadableDB, title: string): string | null {
  const row = db.prepare("SELECT id FROM series WHERE title = ? AND deleted = 0 ORDER BY id").get(storableText(title)) as
    | { id: string }
    | undefined;
  return row?.id ?? null;
}

function seriesFor(db: WritableDB, edit: Edit, title: string): string {
  const known = findSeries(db, title);
  if (known !== null) return known;
  const id = randomUUID();
  insertEntity(db, edit, "series", id, { title, deleted: false });
  return id;
}

function positions(count: number): string[] {
  return generateNKeysBetween(null, null, count);
}

function createItem(db: WritableDB, edit: Edit, categoryId: string, position: string, item: NewItem): string {
  const itemId = randomUUID();
  const { recommendations, attachments, outcome = "normal", carriedFrom = null, ...fields } = item;
  insertEntity(db, edit, "item", itemId, { ...fields, outcome, carriedFrom, categoryId, position, deleted: false });
  const points = positions(recommendations.length);
  recommendations.forEach((text, index) => {
    insertEntity(db, edit, "recommendation", randomUUID(), { itemId, text: oneLine(text), position: points[index] ?? "", deleted: false });
  });
  const places = positions(attachments.length);
  attachments.forEach((attachment, index) => {
    insertEntity(db, edit, "attachment", randomUUID(), { ...attachment, itemId, position: places[index] ?? "", deleted: false });
  });
  stepFollowUps(db, edit, itemId);
  return itemId;
}

function oneLine(text: string): string {
  return storableText(text).replace(/\s*\n\s*/g, " ");
}

function createCategory(db: WritableDB, edit: Edit, meetingId: string, position: string, { name, items }: NewCategory): string[] {
  const categoryId = randomUUID();
  insertEntity(db, edit, "category", categoryId, { meetingId, name, position, deleted: false });
  const places = positions(items.length);
  return items.map((item, index) => createItem(db, edit, categoryId, places[index] ?? "", item));
}

const atFirst = { approvedAt: null, approvedIn: null, correctedAt: null, locked: false, laysShort: false };

/** Makes a meeting with all its parts, and its series when there is none of that title. Gives the meeting's id. */
export function createMeeting(db: WritableDB, edit: Edit, meeting: NewMeeting): string {
  const count = meeting.categories.reduce((sum, category) => sum + category.items.length, 0);
  if (count > limits.itemsPerMeeting)
    throw new AppFailure({ kind: "invalid-input", field: "categories", reason: `${count} punkter, højst ${limits.itemsPerMeeting}` });
  const { seriesTitle, categories, attendance = [], ...fields } = meeting;
  const meetingId = randomUUID();
  const seriesId = seriesFor(db, edit, seriesTitle);
  insertEntity(db, edit, "meeting", meetingId, { ...fields, ...atFirst, seriesId, deleted: false }, { saved_at: edit.at });
  const places = positions(categories.length);
  const itemIds = categories.flatMap((category, index) => createCategory(db, edit, meetingId, places[index] ?? "", category));
  const entries = attendance.map(({ itemIndex, ...entry }) => ({
    ...entry,
    itemId: itemIndex === null ? null : (itemIds[itemIndex] ?? null),
  }));
  saveAttendance(db, edit, meetingId, entries);
  return meetingId;
}
