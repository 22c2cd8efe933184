import { AppFailure } from "../../shared/errors.ts";
import type { ReadableDB } from "../store/store.ts";
import {
  type AttachmentPart,
  findAttachment,
  findCategory,
  findItem,
  findMeetingPart,
  type ItemPart,
  type Part,
} from "./write-repository.ts";

type What = "meeting" | "item" | "category" | "attachment";

/** The part found, or AppFailure `not-found`; a deleted one counts as not found. */
function present<T extends Part>(part: T | null, what: What, id: string): T {
  if (part === null || part.deleted) throw notFound(what, id);
  return part;
}

export function notFound(what: What, id: string): AppFailure {
  return new AppFailure({ kind: "not-found", what, id });
}

/** A meeting that is not deleted. */
export function getMeetingPart(db: ReadableDB, id: string): Part {
  return present(findMeetingPart(db, id), "meeting", id);
}

/** A category that is not deleted, of a meeting that is not. */
export function getCategory(db: ReadableDB, id: string): Part {
  return present(findCategory(db, id), "category", id);
}

/** A punkt that is not deleted. */
export function getItem(db: ReadableDB, id: string): ItemPart {
  return present(findItem(db, id), "item", id);
}

/** A bilag that is not deleted. */
export function getAttachment(db: ReadableDB, id: string): AttachmentPart {
  return present(findAttachment(db, id), "attachment", id);
}
