import { type FieldChange, meetingFields } from "./meeting.ts";

export type ItemField = keyof typeof meetingFields.item;

/** The value of any field. */
export type FieldValue = FieldChange["value"];

/** The fields of a punkt that have a history, which are all that a person writes. */
export const itemFields = Object.keys(meetingFields.item) as [ItemField, ...ItemField[]];

/**
 * One value that a field of a punkt has had. `id` rises with time within this installation; `actor` is null for the value that stood
 * there before the first save was kept. `by` is the name of who wrote it on another PC, "" where it is not said; null for what was
 * written here. `sizeChange` is in characters shown, against the entry of the field before it in the list.
 */
export type RevisionEntry = { id: number; field: ItemField; at: string; actor: string | null; by: string | null; sizeChange: number };

/** A moment of a meeting that was given a name; `at` is ISO 8601 UTC, to be asked for with `history:at`. */
export type NamedVersion = { id: string; name: string; at: string };
