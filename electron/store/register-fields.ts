import type { AttendanceEntry } from "../../shared/domain/attendance.ts";
import type { AttachmentView, ItemOutcome, MeetingState } from "../../shared/domain/meeting.ts";
import type { RichText } from "../../shared/domain/rich-text.ts";

/** What a register can hold, as it is compared, synced and put in a snapshot. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** The registers of every entity. `position` is a fractional index among the entity's siblings; deleted entities keep theirs. */
export type Registers = {
  series: { title: string; deleted: boolean };
  meeting: {
    seriesId: string;
    title: string;
    date: string;
    start: string;
    end: string;
    place: string;
    minuteTaker: string;
    information: string[];
    state: MeetingState;
    /** ISO 8601 UTC. */
    approvedAt: string | null;
    /** The meeting in whose Punkt 2 it was approved. */
    approvedIn: string | null;
    /** The last edit after the approval, ISO 8601 UTC. */
    correctedAt: string | null;
    locked: boolean;
    /** Whether its short referat is laid in the shared folder too. */
    laysShort: boolean;
    deleted: boolean;
  };
  category: { meetingId: string; name: string; position: string; deleted: boolean };
  item: {
    categoryId: string;
    title: string;
    minutes: number | null;
    closed: boolean;
    agendaText: RichText;
    decision: RichText;
    publicDecision: RichText;
    /** The kept number, or null while numbers follow order. */
    number: number | null;
    outcome: ItemOutcome;
    /** The postponed punkt of an earlier meeting that this one goes on from. */
    carriedFrom: string | null;
    position: string;
    deleted: boolean;
  };
  recommendation: { itemId: string; text: string; position: string; deleted: boolean };
  attachment: {
    itemId: string;
    title: string;
    fileName: string;
    mediaType: AttachmentView["mediaType"];
    bytes: number;
    sha256: string;
    position: string;
    deleted: boolean;
  };
  followUp: {
    itemId: string;
    text: string;
    owners: string[];
    /** True once a person set the owners: what the text is read to say no longer changes them. */
    ownersByHand: boolean;
    due: string | null;
    dueByHand: boolean;
    state: "open" | "done";
    deleted: boolean;
  };
  /** Time spent on a punkt: when it began, and how long it took; null while it runs. */
  itemSpan: { itemId: string; startedAt: string; seconds: number | null; deleted: boolean };
  attendance: AttendanceEntry & { meetingId: string; position: string; deleted: boolean };
  person: { kind: "person" | "unit"; initials: string; name: string; deleted: boolean };
  phrase: { text: string; deleted: boolean };
};
export type Entity = keyof Registers;

/** How a register lies in its column. */
export type Storing = "text" | "text or null" | "number" | "flag" | "json";
type Layout = { [E in Entity]: { [F in keyof Registers[E]]: Storing } };

/** Every register there is and how it is stored; the column's name is the field's in snake case, the table's the entity's. */
export const registerFields = {
  series: { title: "text", deleted: "flag" },
  meeting: {
    seriesId: "text",
    title: "text",
    date: "text",
    start: "text",
    end: "text",
    place: "text",
    minuteTaker: "text",
    information: "json",
    state: "text",
    approvedAt: "text or null",
    approvedIn: "text or null",
    correctedAt: "text or null",
    locked: "flag",
    laysShort: "flag",
    deleted: "flag",
  },
  category: { meetingId: "text", name: "text", position: "text", deleted: "flag" },
  item: {
    categoryId: "text",
    title: "text",
    minutes: "number",
    closed: "flag",
    agendaText: "json",
    decision: "json",
    publicDecision: "json",
    number: "number",
    outcome: "text",
    carriedFrom: "text or null",
    position: "text",
    deleted: "flag",
  },
  recommendation: { itemId: "text", text: "text", position: "text", deleted: "flag" },
  attachment: {
    itemId: "text",
    title: "text",
    fileName: "text",
    mediaType: "text",
    bytes: "number",
    sha256: "text",
    position: "text",
    deleted: "flag",
  },
  followUp: {
    itemId: "text",
    text: "text",
    owners: "json",
    ownersByHand: "flag",
    due: "text or null",
    dueByHand: "flag",
    state: "text",
    deleted: "flag",
  },
  itemSpan: { itemId: "text", startedAt: "text", seconds: "number", deleted: "flag" },
  attendance: {
    meetingId: "text",
    name: "text",
    status: "text",
    reason: "text",
    itemId: "text or null",
    position: "text",
    deleted: "flag",
  },
  person: { kind: "text", initials: "text", name: "text", deleted: "flag" },
  phrase: { text: "text", deleted: "flag" },
} as const satisfies Layout;

/**
 * Registers that came to an entity after it was first released. A row from before has none of their dots until they are first set,
 * and its snapshot leaves them out: they stand as their migration made them.
 */
export const laterFields: { readonly [E in Entity]?: readonly (keyof Registers[E])[] } = {
  meeting: ["approvedAt", "approvedIn", "correctedAt", "locked", "laysShort"],
  item: ["outcome", "carriedFrom"],
};

/**
 * Registers whose values a person words: where two were written without knowing of each other, a person chooses. Of the others a rule
 * chooses (`electron/sync/merge/shown.ts`).
 */
const choosableFields: { readonly [E in Entity]?: readonly (keyof Registers[E])[] } = {
  meeting: ["title", "date", "start", "end", "place", "minuteTaker", "information"],
  category: ["name"],
  item: ["title", "minutes", "agendaText", "decision", "publicDecision"],
  recommendation: ["text"],
  attachment: ["title"],
  attendance: ["reason", "itemId"],
};

/** True when a person chooses between values of the register that do not know of each other. */
export function isChoosable(entity: Entity, field: string): boolean {
  return (choosableFields[entity] as readonly string[] | undefined)?.includes(field) ?? false;
}
