import { followUpsOf, type MarkedFollowUp } from "../../shared/domain/follow-up.ts";
import { listKnownNames } from "../people/repository.ts";
import { insertEntity, setDeleted, setField } from "../store/registers.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import { findFollowUp, listMarkedTexts, listOfItem } from "./repository.ts";

/** Each mark once: a closed punkt's public text often repeats its decision, marks and all. */
function listMarked(db: ReadableDB, itemId: string): MarkedFollowUp[] {
  const texts = listMarkedTexts(db, itemId);
  if (texts.length === 0) return [];
  const people = listKnownNames(db);
  const found = texts.flatMap((text) => followUpsOf(text, people));
  return [...new Map(found.reverse().map((each) => [each.id, each])).values()].reverse();
}

function takeUp(db: WritableDB, edit: Edit, itemId: string, { id, text, owners, due }: MarkedFollowUp): void {
  const row = findFollowUp(db, id);
  if (row === null) {
    const fresh = { itemId, text, owners, due, ownersByHand: false, dueByHand: false, state: "open", deleted: false } as const;
    insertEntity(db, edit, "followUp", id, { ...fresh });
    return;
  }
  // A copied sentence carries the mark of the first one, whose record it stays as long as that sentence stands.
  if (row.itemId !== itemId && !row.deleted && listMarked(db, row.itemId).some((marked) => marked.id === id)) return;
  setField(db, edit, "followUp", id, "itemId", itemId);
  setField(db, edit, "followUp", id, "text", text);
  if (!row.ownersByHand) setField(db, edit, "followUp", id, "owners", owners);
  if (!row.dueByHand) setField(db, edit, "followUp", id, "due", due);
  setDeleted(db, edit, "followUp", id, false);
}

/**
 * Brings the records of a punkt in step with the marks in its texts: a new mark makes a record, changed words change it, a mark that is
 * gone marks it deleted, and one that comes back brings it back as it was. What a person set by hand stays.
 */
export function stepFollowUps(db: WritableDB, edit: Edit, itemId: string): void {
  const marked = listMarked(db, itemId);
  for (const each of marked) takeUp(db, edit, itemId, each);
  const standing = new Set(marked.map(({ id }) => id));
  for (const row of listOfItem(db, itemId)) if (!standing.has(row.id) && !row.deleted) setDeleted(db, edit, "followUp", row.id, true);
}
