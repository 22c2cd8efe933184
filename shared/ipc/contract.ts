import { z } from "zod";
import { attendanceEntry } from "../domain/attendance.ts";
import { isoDate } from "../domain/date.ts";
import { decisionSearch } from "../domain/decision-listing.ts";
import { exportFormat, referatEdition, referatForm } from "../domain/edition.ts";
import { followUpEdit, followUpState } from "../domain/follow-up-view.ts";
import { itemFields } from "../domain/history.ts";
import { limits } from "../domain/limits.ts";
import { fieldChange } from "../domain/meeting.ts";
import { personEdit } from "../domain/person.ts";
import { phraseEdit } from "../domain/phrase.ts";
import { settings } from "../domain/settings.ts";
import { meetingProposal } from "../domain/template.ts";
import { lineText, uuid } from "../domain/text.ts";
import type { Channel } from "./channels.ts";
import type { Replies } from "./replies.ts";

export type * from "./replies.ts";

const spelledChars = 200;
const addedWord = z.string().regex(/^[\p{L}\p{M}\p{N}'.-]{1,80}$/u, "er ikke et ord");
const none = z.strictObject({});
const ofMeeting = z.strictObject({ meetingId: uuid });
const ofItem = z.strictObject({ itemId: uuid });
const ofAttachment = z.strictObject({ attachmentId: uuid });
const ofRevision = z.strictObject({ revisionId: z.int().positive() });
const itemField = z.enum(itemFields);
const place = { afterId: uuid.nullable() };
const twofoldRegister = {
  meetingId: uuid,
  entity: z.enum(["meeting", "category", "item", "recommendation", "attachment", "attendance"]),
  id: uuid,
  field: z.string().max(40),
};

/**
 * The whole contract between window and main: for each request the schema its input must pass at run time. Input types are
 * inferred from it; the types of replies stand in {@link Replies}. All inputs are strict objects, and every list is bounded.
 */
export const contract = {
  "app:status": none,
  "app:flushed": none,
  "settings:get": none,
  "settings:save": settings.partial(),
  "people:list": none,
  /** Without an id a new one. Gives all of them, as the others of people and phrases do. */
  "people:save": personEdit,
  "people:delete": z.strictObject({ personId: uuid }),
  "phrases:list": none,
  "phrases:save": phraseEdit,
  "phrases:delete": z.strictObject({ phraseId: uuid }),
  /** A phrase put in, by its words with the fill-in places; or a finished sentence of the referent's own, which is learned. */
  "phrases:used": z.strictObject({ text: lineText }),
  /** A learned sentence is forgotten. */
  "phrases:forget": z.strictObject({ text: lineText }),
  "meetings:list": none,
  /** `date` given: the proposal for that day; else the next Tuesday after today or after the latest planned meeting. */
  "meetings:propose": z.strictObject({ date: isoDate.optional() }),
  "meetings:create": meetingProposal,
  "meetings:get": ofMeeting,
  /** Saves the fields that changed, in one transaction. A repeated `operationId` changes nothing and gives the first answer again. */
  "meetings:save-fields": z.strictObject({
    operationId: uuid,
    meetingId: uuid,
    changes: z.array(fieldChange).min(1).max(limits.listEntries),
    /** What the window shows of other PCs' writing (`received`): what came after it was not seen, and stands beside what is saved here. */
    received: z.int().min(0).optional(),
  }),
  /** A planned meeting begins. Idempotent. */
  "meetings:start": ofMeeting,
  /** The meeting is held: numbers become identity, the state becomes draft. Idempotent. */
  "meetings:hold": ofMeeting,
  /** Approves the minutes of the meeting before this one in the series (`previous`), as Punkt 2 of this one. Idempotent. */
  "meetings:approve": ofMeeting,
  /** A locked meeting refuses every edit with `meeting-locked`, until it is reopened. */
  "meetings:lock": ofMeeting,
  "meetings:lay-short": z.strictObject({ meetingId: uuid, short: z.boolean() }),
  "meetings:reopen": ofMeeting,
  "meetings:delete": ofMeeting,
  "meetings:restore": ofMeeting,
  /** Main shows the open dialog for a meeting's JSON file. Null when the dialog was cancelled. */
  "meetings:import": none,
  /** The revisions of a punkt or of one of its fields in their order, at most 500: the newest 250, the older ones evenly spaced. */
  "history:list": z.strictObject({ meetingId: uuid, itemId: uuid, field: itemField.optional() }),
  /** What a field said at a moment; before its first revision, the first value that is known. */
  "history:at": z.strictObject({ itemId: uuid, field: itemField, at: z.iso.datetime() }),
  "history:value": ofRevision,
  /** Brings a revision's value back as a new edit of the field it is of. */
  "history:restore": ofRevision,
  "versions:name": z.strictObject({ meetingId: uuid, name: lineText.refine((text) => text.trim() !== "", "må ikke være tom") }),
  "versions:list": ofMeeting,
  /** Those of all meetings that are open, or done, the latest meeting first. */
  "follow-ups:list": z.strictObject({ state: followUpState }),
  "follow-ups:save": followUpEdit,
  /** The meeting goes on to this punkt; the clock of another stops. Nothing happens in a meeting that is held. */
  "clock:start": ofItem,
  "clock:stop": ofMeeting,
  /** The time spent on the punkt is this much now, whether its clock runs or not. */
  "clock:correct": z.strictObject({ itemId: uuid, seconds: z.int().min(0).max(86_400) }),
  /** The whole list, in the order it is printed; `received` as in `meetings:save-fields`. */
  "attendance:set": z.strictObject({ meetingId: uuid, entries: z.array(attendanceEntry).max(200), received: z.int().min(0).optional() }),
  /** `afterId` null puts it first in the category. */
  "items:add": z.strictObject({ categoryId: uuid, ...place, title: lineText, minutes: z.int().min(0).max(1_440).nullable() }),
  "items:move": z.strictObject({ itemId: uuid, categoryId: uuid, ...place }),
  "items:delete": ofItem,
  "items:restore": ofItem,
  "categories:add": z.strictObject({ meetingId: uuid, ...place, name: lineText }),
  /** Only an empty category can be deleted. */
  "categories:delete": z.strictObject({ categoryId: uuid }),
  /** Bytes dropped or pasted in the window. */
  "attachments:add": z.strictObject({
    itemId: uuid,
    files: z
      .array(
        z.strictObject({
          name: z.string().max(500),
          bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= limits.attachmentBytes, "er større end 50 MB"),
        }),
      )
      .min(1)
      .max(limits.attachmentsPerItem),
  }),
  /** Main shows the open dialog, and nothing is added yet. Null when it was cancelled. */
  "attachments:choose": ofItem,
  /** Adds one of the chosen files; its id is good once. */
  "attachments:add-chosen": z.strictObject({ itemId: uuid, fileId: uuid }),
  "attachments:move": z.strictObject({ attachmentId: uuid, ...place }),
  "attachments:delete": ofAttachment,
  "attachments:restore": ofAttachment,
  /** Opens a copy in the system's viewer. */
  "attachments:open": ofAttachment,
  /** Its pages, to be looked through; those of what has none of its own as the referat prints them. */
  "attachments:read": ofAttachment,
  /** The collected form in the full edition as PDF when nothing else is asked for. Main shows the save dialog, with a sensible name. Null when it was cancelled. */
  "referat:export": z.strictObject({
    meetingId: uuid,
    form: referatForm.optional(),
    edition: referatEdition.optional(),
    format: exportFormat.optional(),
  }),
  /** The export that goes on ends without a file, and its reply is null. */
  "referat:stop": none,
  /** The referat of this meeting is soon asked for: main gets ready for it, and answers at once. */
  "referat:rehearse": ofMeeting,
  /** One punkt, or the whole referat of an edition, on the clipboard as formatted and as plain text; main makes the words itself. */
  "referat:copy": z.union([
    z.strictObject({ meetingId: uuid, itemId: uuid }),
    z.strictObject({ meetingId: uuid, edition: referatEdition }),
  ]),
  /** The referat of the latest held meeting before this one as a bilag of the punkt that approves it, in the place of an earlier one. */
  "referat:add-previous": ofMeeting,
  /**
   * The pages as the export would give them, without those of the bilag. `changes` are not saved yet: they are shown, not stored.
   * Null when a newer request came before its turn, and when what is shown already is what it would be.
   */
  "referat:preview": z.strictObject({
    meetingId: uuid,
    form: referatForm,
    changes: z.array(fieldChange).max(limits.listEntries).optional(),
    /** The revision that is shown already. */
    shown: z.int().nullable().optional(),
  }),
  "referat:publish": ofMeeting,
  /** The referat that is on its way into the folder ends before it is laid there, and its reply is null. */
  "referat:stop-publishing": none,
  /** Each word once, as `wordsOf` gives them. */
  "spelling:check": z.strictObject({ words: z.array(z.string().max(spelledChars)).max(2_000) }),
  "spelling:suggest": z.strictObject({ word: z.string().max(spelledChars) }),
  /** The words that were added on this PC, in the order they were added. */
  "spelling:list": none,
  /** The word is right from now on, on this PC. */
  "spelling:add": z.strictObject({ word: addedWord }),
  "spelling:remove": z.strictObject({ word: addedWord }),
  /** Decisions of held meetings that have every word, at most 40. */
  "decisions:search": decisionSearch,
  /** What was found in a meeting before it is closed and is to stay as it is, by the ids of `proofRead`. */
  "findings:kept": ofMeeting,
  "findings:keep": z.strictObject({
    meetingId: uuid,
    finding: lineText.refine((text) => text !== "", "må ikke være tom"),
    kept: z.boolean(),
  }),
  "folder:state": none,
  /** Main shows the folder dialog; first use writes the identity marker and the readme file. Null when cancelled. */
  "folder:choose": none,
  "folder:forget": none,
  "folder:retry": none,
  /** Takes in what others laid in the folder; what changed is told by `meetings:received`. */
  "folder:pull": none,
  /** What was written twice in a meeting without knowing of each other, and nobody has chosen between. */
  "siblings:list": ofMeeting,
  /** One version becomes the one, or all texts after one another; as an edit of its own. */
  "siblings:choose": z.strictObject({
    ...twofoldRegister,
    choice: z.union([z.literal("all"), z.strictObject({ actor: uuid, counter: z.int().positive() })]),
  }),
  /** The choice is taken back as an edit of its own. */
  "siblings:undo": z.strictObject(twofoldRegister),
} as const satisfies Record<Channel, z.ZodType>;

export type Input<C extends Channel> = z.infer<(typeof contract)[C]>;
export type Output<C extends Channel> = Replies[C];

/** One function a request. Leaving one out does not compile. */
export type Handlers = { [C in Channel]: (input: Input<C>) => Output<C> | Promise<Output<C>> };
