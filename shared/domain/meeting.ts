import { z } from "zod";
import type { AttendanceEntry } from "./attendance.ts";
import { clockTime, isoDate } from "./date.ts";
import type { FollowUpView } from "./follow-up-view.ts";
import { type RichText, richText } from "./rich-text.ts";
import { lineText, uuid } from "./text.ts";

/** planned, running: numbers follow order. draft and approved: the meeting is held, numbers are identity. Only a held meeting is published as a referat. */
export const meetingStates = ["planned", "running", "draft", "approved"] as const;
export type MeetingState = (typeof meetingStates)[number];

/** What became of a punkt: it is dealt with, it is struck ("udgår"), or it is moved to a later meeting ("skubbes"). Source: domain.md. */
export const itemOutcomes = ["normal", "withdrawn", "postponed"] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

/** One at-point of an indstilling; `id` is made by whoever makes the point (the window, or an import). Text without "1. ". */
export const recommendation = z.strictObject({
  id: uuid,
  text: z
    .string()
    .max(20_000)
    .transform((text) => text.replace(/\s*\n\s*/g, " ")),
});
export type Recommendation = z.infer<typeof recommendation>;

/**
 * The fields of a meeting that a person writes, each with the check it must pass to be stored. Every one of them is a register
 * with a dot of its own in the database (storage-and-sync.md), so this table is the list of what can be saved and synced.
 */
export const meetingFields = {
  meeting: {
    title: lineText,
    date: isoDate,
    start: clockTime,
    end: clockTime,
    place: lineText,
    minuteTaker: lineText,
    /** Lines under "Information", without the sentence about the referent, which is made from `minuteTaker`. */
    information: z.array(lineText).max(50),
  },
  category: { name: lineText },
  item: {
    title: lineText,
    /** Planned minutes, or null where none are given. */
    minutes: z.int().min(0).max(1_440).nullable(),
    closed: z.boolean(),
    agendaText: richText,
    recommendations: z.array(recommendation).max(100),
    decision: richText,
    /** What the open edition prints for a closed punkt instead of its decision. */
    publicDecision: richText,
    outcome: z.enum(itemOutcomes),
  },
  attachment: { title: lineText },
} as const;

export type FieldEntity = keyof typeof meetingFields;
type FieldValues = { [E in FieldEntity]: { [F in keyof (typeof meetingFields)[E]]: z.infer<(typeof meetingFields)[E][F]> } };

/** One field set to a new value. */
export type FieldChange = {
  [E in FieldEntity]: { [F in keyof FieldValues[E]]: { entity: E; id: string; field: F; value: FieldValues[E][F] } }[keyof FieldValues[E]];
}[FieldEntity];

const changeShape = z.strictObject({
  entity: z.enum(["meeting", "category", "item", "attachment"]),
  id: uuid,
  field: z.string().max(40),
  value: z.unknown(),
});

/** The boundary's check of one change: the entity has the field, and the value passes the field's own check. */
export const fieldChange = changeShape.transform((change, context): FieldChange => {
  const fields: Record<string, z.ZodType> = meetingFields[change.entity];
  const schema = Object.hasOwn(fields, change.field) ? fields[change.field] : undefined;
  if (schema === undefined) {
    context.addIssue({ code: "custom", path: ["field"], message: "ukendt felt" });
    return z.NEVER;
  }
  const parsed = schema.safeParse(change.value);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) context.addIssue({ code: "custom", path: ["value", ...issue.path], message: issue.message });
    return z.NEVER;
  }
  return { ...change, value: parsed.data } as FieldChange;
}) as unknown as z.ZodType<FieldChange>;

export const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Of before 2007: it can be kept and opened elsewhere, not printed. */
export const oldWordType = "application/msword";

/** What a bilag may be. */
export const attachmentTypes = ["application/pdf", "image/png", "image/jpeg", wordType, oldWordType] as const;

export type AttachmentView = {
  id: string;
  title: string;
  /** The name the file had when it was added; shown, never used as a path. */
  fileName: string;
  mediaType: (typeof attachmentTypes)[number];
  bytes: number;
  sha256: string;
  /** Why it cannot be printed in the referat, as words that follow its name; null when it can, or nobody has looked yet. */
  trouble: string | null;
};

export type ItemView = {
  id: string;
  /** The number shown: by order before the meeting is held, the kept one afterwards (see numbering.ts). */
  number: number;
  title: string;
  minutes: number | null;
  closed: boolean;
  agendaText: RichText;
  recommendations: Recommendation[];
  decision: RichText;
  publicDecision: RichText;
  attachments: AttachmentView[];
  outcome: ItemOutcome;
  /** Time spent on it, without what runs now. */
  spentSeconds: number;
  /** When its clock was started, ISO 8601 UTC; null while it stands still. At most one of a meeting runs. */
  runningSince: string | null;
  /** What a punkt of this title without planned minutes took at the latest meetings of the series, on average; null where nothing is known. */
  usualMinutes: number | null;
};

/** A category in its order; `name` is "" for a meeting without categories (before 2026), which then has exactly one. */
export type CategoryView = { id: string; name: string; items: ItemView[] };

/** The latest meeting of the same series, of an earlier council term too, that has begun before another. */
export type PreviousMeeting = { id: string; title: string; date: string; state: MeetingState; approvedAt: string | null };

/** A whole meeting as window, referat and snapshot read it. Deleted parts are left out. */
export type MeetingView = {
  id: string;
  seriesId: string;
  seriesTitle: string;
  title: string;
  date: string;
  start: string;
  end: string;
  place: string;
  minuteTaker: string;
  information: string[];
  state: MeetingState;
  /** When its minutes were approved, ISO 8601 UTC; null until then. */
  approvedAt: string | null;
  /** The last edit after the approval, ISO 8601 UTC; null while there is none. */
  correctedAt: string | null;
  /** A locked meeting takes no edits until it is opened again. */
  locked: boolean;
  /** Whether its short referat is laid in the shared folder too, beside the collected one. */
  laysShort: boolean;
  /** The meeting before it in its series, whose minutes its Punkt 2 is about; null for the first. */
  previous: PreviousMeeting | null;
  categories: CategoryView[];
  /** Those that stand in its texts, by punkt. */
  followUps: FollowUpView[];
  /** Who was there; empty when nobody has said. */
  attendance: AttendanceEntry[];
  /** Time of the last commit that changed the meeting, ISO 8601 UTC. */
  savedAt: string;
  /** The last snapshot of another PC that is in it, as a number that rises; 0 for none. */
  received: number;
};

/** A meeting as a row of the list. */
export type MeetingSummary = Pick<
  MeetingView,
  "id" | "seriesId" | "seriesTitle" | "title" | "date" | "start" | "end" | "minuteTaker" | "state" | "approvedAt" | "correctedAt" | "locked"
> & {
  /** Titles of the open cases of the day, at most four, fixed points left out. */
  cases: string[];
  itemCount: number;
  decidedCount: number;
  /** Time of the last time all of it lay in the shared folder, or null. */
  publishedAt: string | null;
};

/** All punkter of a meeting in their order. */
export function itemsOf(meeting: Pick<MeetingView, "categories">): ItemView[] {
  return meeting.categories.flatMap((category) => category.items);
}

/** "Martin er referent." – the information line made from the referent's name; "" where no name is given. Source: seeds. */
export function minuteTakerLine(name: string): string {
  return name.trim() === "" ? "" : `${name.trim()} er referent.`;
}

/** A punkt's heading as the referat prints it: "Punkt 3: Handicapbarometer (10 min)". */
export function itemHeading(item: Pick<ItemView, "number" | "title" | "minutes">): string {
  return `Punkt ${item.number}: ${item.title}${item.minutes === null ? "" : ` (${item.minutes} min)`}`;
}
