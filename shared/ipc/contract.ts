import { z } from "zod";
import { attendanceEntry } from "../domain/attendance.ts";
import { isoDate } from "../domain/date.ts";
import type { DecisionListing } from "../domain/decision-listing.ts";
import { exportFormat, referatEdition, referatForm } from "../domain/edition.ts";
import { type FollowUpListing, followUpEdit } from "../domain/follow-up-view.ts";
import { type FieldValue, itemFields, type NamedVersion, type RevisionEntry } from "../domain/history.ts";
import { limits } from "../domain/limits.ts";
import { fieldChange, type MeetingSummary, type MeetingView } from "../domain/meeting.ts";
import { personEdit } from "../domain/person.ts";
import { type PhraseBook, phraseEdit } from "../domain/phrase.ts";
import { type Settings, settings } from "../domain/settings.ts";
import type { FolderState, PublishResult } from "../domain/sync-state.ts";
import { type MeetingProposal, meetingProposal } from "../domain/template.ts";
import { lineText, uuid } from "../domain/text.ts";
import type { AppError } from "../errors.ts";
import type { Channel } from "./channels.ts";

/** Something that happened at start or in the background and that the referent must know; shown until it is dismissed. */
export type Notice =
  | { kind: "restored-from-backup"; backupAt: string; keptFile: string }
  | { kind: "store-shortfall"; meetingTitles: string[] }
  | { kind: "restored-empty"; keptFile: string }
  | { kind: "error"; error: AppError };

/** What a save may have changed beside the fields: the first decision sets a planned meeting running, an edit after approval is a correction. */
export type SavedFields = { savedAt: string } & Pick<MeetingView, "state" | "correctedAt">;

export type AppStatus = { version: string; standIn: boolean; notices: Notice[] };

/** A person or unit that may be named; `kind` unit for FAS, MØB … */
export type PersonView = { id: string; kind: "person" | "unit"; initials: string; name: string };

/** `pages` is null for a form that has none. `warnings` are Danish sentences to the referent, e.g. characters that no font has. */
export type ExportResult = { fileName: string; pages: number | null; bytes: number; warnings: string[] };

/**
 * The meeting before's referat, as it lies at punkt `number` now. `attachmentId` is null when the same one lay there already; `replacedId`
 * is the one it took the place of. `withoutClosed`: that meeting has closed punkter, which are not in it.
 */
export type PreviousReferat = {
  meeting: MeetingView;
  number: number;
  title: string;
  attachmentId: string | null;
  replacedId: string | null;
  withoutClosed: boolean;
};

/** The finished pages as they would be printed now: a PDF that `address` gives once. Other pages have another `revision`. */
export type PreviewedReferat = { address: string; pages: number; revision: number };

/** An added attachment, or why one was not; nothing is half added. */
export type AttachmentOutcome = { meeting: MeetingView; refused: AppError[] };

/** A file that was chosen in main's dialog; its path stays there. */
export type ChosenFile = { fileId: string; name: string };

/** `first` is the page of the PDF that the attachment begins on. `reason`: why it has none to show, a Danish sentence. */
export type AttachmentPages = { kind: "pages"; pdf: Uint8Array; first: number } | { kind: "trouble"; reason: string };

/** `suspicious`: only put together freely is it a word, and it is a slip away from one that stands in the dictionary. */
export type WrongWord = { word: string; kind: "unknown" | "suspicious" };

const spelledChars = 200;
const addedWord = z.string().regex(/^[\p{L}\p{M}\p{N}'.-]{1,80}$/u, "er ikke et ord");
const none = z.strictObject({});
const ofMeeting = z.strictObject({ meetingId: uuid });
const ofItem = z.strictObject({ itemId: uuid });
const ofAttachment = z.strictObject({ attachmentId: uuid });
const ofRevision = z.strictObject({ revisionId: z.int().positive() });
const itemField = z.enum(itemFields);
const place = { afterId: uuid.nullable() };

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
  }),
  /** A planned meeting begins. Idempotent. */
  "meetings:start": ofMeeting,
  /** The meeting is held: numbers become identity, the state becomes draft. Idempotent. */
  "meetings:hold": ofMeeting,
  /** Approves the minutes of the meeting before this one in the series (`previous`), as Punkt 2 of this one. Idempotent. */
  "meetings:approve": ofMeeting,
  /** A locked meeting refuses every edit with `meeting-locked`, until it is reopened. */
  "meetings:lock": ofMeeting,
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
  /** The open ones of all meetings, the latest meeting first. */
  "follow-ups:list": none,
  "follow-ups:save": followUpEdit,
  /** The meeting goes on to this punkt; the clock of another stops. Nothing happens in a meeting that is held. */
  "clock:start": ofItem,
  "clock:stop": ofMeeting,
  /** The time spent on the punkt is this much now, whether its clock runs or not. */
  "clock:correct": z.strictObject({ itemId: uuid, seconds: z.int().min(0).max(86_400) }),
  /** The whole list, in the order it is printed. */
  "attendance:set": z.strictObject({ meetingId: uuid, entries: z.array(attendanceEntry).max(200) }),
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
  "decisions:search": z.strictObject({ text: z.string().max(200), exceptMeetingId: uuid.optional() }),
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
} as const satisfies Record<Channel, z.ZodType>;

/** The reply of each request when it succeeds. */
export type Replies = {
  "app:status": AppStatus;
  "app:flushed": null;
  "settings:get": Settings;
  "settings:save": Settings;
  "people:list": PersonView[];
  "people:save": PersonView[];
  "people:delete": PersonView[];
  "phrases:list": PhraseBook;
  "phrases:save": PhraseBook;
  "phrases:delete": PhraseBook;
  "phrases:used": null;
  "phrases:forget": PhraseBook;
  "meetings:list": MeetingSummary[];
  "meetings:propose": MeetingProposal;
  "meetings:create": MeetingView;
  "meetings:get": MeetingView;
  "meetings:save-fields": SavedFields;
  "meetings:start": MeetingView;
  "meetings:hold": MeetingView;
  "meetings:approve": MeetingView;
  "meetings:lock": MeetingView;
  "meetings:reopen": MeetingView;
  "meetings:delete": null;
  "meetings:restore": null;
  "meetings:import": MeetingView | null;
  "history:list": RevisionEntry[];
  "history:at": FieldValue;
  "history:value": FieldValue;
  "history:restore": MeetingView;
  "versions:name": NamedVersion[];
  "versions:list": NamedVersion[];
  "follow-ups:list": FollowUpListing[];
  "follow-ups:save": FollowUpListing;
  "clock:start": MeetingView;
  "clock:stop": MeetingView;
  "clock:correct": MeetingView;
  "attendance:set": MeetingView;
  "items:add": { itemId: string; meeting: MeetingView };
  "items:move": MeetingView;
  "items:delete": MeetingView;
  "items:restore": MeetingView;
  "categories:add": MeetingView;
  "categories:delete": MeetingView;
  "attachments:add": AttachmentOutcome;
  "attachments:choose": ChosenFile[] | null;
  "attachments:add-chosen": AttachmentOutcome;
  "attachments:move": MeetingView;
  "attachments:delete": MeetingView;
  "attachments:restore": MeetingView;
  "attachments:open": null;
  "attachments:read": AttachmentPages;
  "referat:export": ExportResult | null;
  "referat:stop": null;
  "referat:rehearse": null;
  "referat:copy": null;
  "referat:add-previous": PreviousReferat;
  "referat:preview": PreviewedReferat | null;
  "referat:publish": PublishResult | null;
  "referat:stop-publishing": null;
  "spelling:check": { wrong: WrongWord[] };
  "spelling:suggest": string[];
  "spelling:list": string[];
  "spelling:add": null;
  "spelling:remove": null;
  "decisions:search": DecisionListing[];
  "findings:kept": string[];
  "findings:keep": string[];
  "folder:state": FolderState;
  "folder:choose": FolderState | null;
  "folder:forget": FolderState;
  "folder:retry": FolderState;
};

export type Input<C extends Channel> = z.infer<(typeof contract)[C]>;
export type Output<C extends Channel> = Replies[C];

/** One function a request. Leaving one out does not compile. */
export type Handlers = { [C in Channel]: (input: Input<C>) => Output<C> | Promise<Output<C>> };
