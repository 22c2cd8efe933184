import type { DecisionListing } from "../domain/decision-listing.ts";
import type { FollowUpListing } from "../domain/follow-up-view.ts";
import type { FieldValue, NamedVersion, RevisionEntry } from "../domain/history.ts";
import type { MeetingSummary, MeetingView } from "../domain/meeting.ts";
import type { PhraseBook } from "../domain/phrase.ts";
import type { Settings } from "../domain/settings.ts";
import type { FolderState, PublishResult } from "../domain/sync-state.ts";
import type { MeetingProposal } from "../domain/template.ts";
import type { Twofold } from "../domain/twofold.ts";
import type { AppError } from "../errors.ts";

/** Something that happened at start or in the background and that the referent must know; shown until it is dismissed. */
export type Notice =
  | { kind: "restored-from-backup"; backupAt: string; keptFile: string }
  | { kind: "store-shortfall"; meetingTitles: string[] }
  | { kind: "restored-empty"; keptFile: string }
  | { kind: "error"; error: AppError };

/** What came back by being written on here after it was deleted on another PC: the meeting, or a part of it. */
export type Revived = "meeting" | "part" | null;

/** What a save may have changed beside the fields: the first decision sets a planned meeting running, an edit after approval is a correction. */
export type SavedFields = { savedAt: string; revived: Revived } & Pick<MeetingView, "state" | "correctedAt">;

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

/**
 * The finished pages as they would be printed now: a PDF that `address` gives once. At `next` the pages after these will be; asked for
 * before, they come as soon as they are set. Other pages have another `revision`.
 */
export type PreviewedReferat = { address: string; next: string; pages: number; revision: number };

/** An added attachment, or why one was not; nothing is half added. */
export type AttachmentOutcome = { meeting: MeetingView; refused: AppError[] };

/** A file that was chosen in main's dialog; its path stays there. */
export type ChosenFile = { fileId: string; name: string };

/** `first` is the page of the PDF that the attachment begins on. `reason`: why it has none to show, a Danish sentence. */
export type AttachmentPages = { kind: "pages"; pdf: Uint8Array; first: number } | { kind: "trouble"; reason: string };

/** `suspicious`: only put together freely is it a word, and it is a slip away from one that stands in the dictionary. */
export type WrongWord = { word: string; kind: "unknown" | "suspicious" };

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
  "meetings:lay-short": MeetingView;
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
  "folder:pull": FolderState;
  "siblings:list": Twofold[];
  "siblings:choose": { meeting: MeetingView; twofold: Twofold[] };
  "siblings:undo": { meeting: MeetingView; twofold: Twofold[] };
};
