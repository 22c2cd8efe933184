import { randomUUID } from "node:crypto";
import { findApprovalItem } from "../../shared/domain/approval-item.ts";
import { type AttachmentView, type ItemView, itemsOf, type MeetingView, type PreviousMeeting } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { PreviousReferat } from "../../shared/ipc/contract.ts";
import { assertRoom } from "../attachments/add.ts";
import { examineContents } from "../attachments/examine.ts";
import type { KeptFile } from "../attachments/keep-file.ts";
import type { AppContext } from "../context.ts";
import { assertUnlocked, noteEdit } from "../meetings/note-edit.ts";
import { listEarlierMeetings } from "../meetings/previous-repository.ts";
import { getMeeting } from "../meetings/repository.ts";
import { findPositionAfter } from "../store/order.ts";
import { insertEntity, setDeleted } from "../store/registers.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import { makeReferat } from "./make.ts";

/** Short, so that it has no stamped pages of its own, and open: this meeting may be read by anyone. Source: decision 0012. */
const kind = { form: "short", edition: "open" } as const;

type Place = { meeting: MeetingView; item: ItemView; previous: PreviousMeeting };

/**
 * The referat of the latest held meeting before this one as the first bilag of the punkt that approves it; in the place of the one that
 * was put there before. Throws AppFailure `no-previous-referat`, `meeting-locked`, and as `makeReferat` does.
 */
export async function addPreviousReferat(context: AppContext, meetingId: string): Promise<PreviousReferat> {
  const { store, prober } = context;
  const { previous } = store.read((db) => findPlace(db, meetingId));
  const made = await makeReferat(context, previous.id, kind);
  const file = await prober.keep(store.dataDir, { name: made.fileName, bytes: made.result.pdf });
  const title = `Referat – ${previous.title.trim()}`;
  const placed = store.write((db, edit) => place(db, edit, meetingId, { ...file, title }));
  const added = store.read((db) => getMeeting(db, meetingId));
  await examineContents(context, itemsOf(added).find(({ id }) => id === placed.itemId)?.attachments ?? []);
  const closed = store.read((db) => itemsOf(getMeeting(db, previous.id)).some((item) => item.closed));
  const { itemId: _, ...rest } = placed;
  return { ...rest, title, withoutClosed: closed, meeting: store.read((db) => getMeeting(db, meetingId)) };
}

function findPlace(db: ReadableDB, meetingId: string): Place {
  const meeting = getMeeting(db, meetingId);
  assertUnlocked(db, meetingId);
  const previous = listEarlierMeetings(db, meeting).find(({ state }) => state === "draft" || state === "approved");
  if (previous === undefined) throw new AppFailure({ kind: "no-previous-referat", lacks: "meeting" });
  const item = findApprovalItem(meeting);
  if (item === null) throw new AppFailure({ kind: "no-previous-referat", lacks: "item" });
  return { meeting, item, previous };
}

type Placed = Pick<PreviousReferat, "number" | "attachmentId" | "replacedId"> & { itemId: string };

function place(db: WritableDB, edit: Edit, meetingId: string, attachment: KeptFile & { title: string }): Placed {
  const { item } = findPlace(db, meetingId);
  const former = item.attachments.find(isPreviousReferat) ?? null;
  const where = { itemId: item.id, number: item.number };
  if (former !== null && former.sha256 === attachment.sha256 && former.title === attachment.title)
    return { ...where, attachmentId: null, replacedId: null };
  const siblings = { table: "attachment", parent: item.id } as const;
  const position = findPositionAfter(db, siblings, former?.id ?? null) ?? "";
  if (former !== null) setDeleted(db, edit, "attachment", former.id, true);
  assertRoom(db, meetingId, item.id, attachment.fileName, attachment.bytes);
  const attachmentId = randomUUID();
  insertEntity(db, edit, "attachment", attachmentId, { ...attachment, itemId: item.id, position, deleted: false });
  noteEdit(db, edit, meetingId);
  return { ...where, attachmentId, replacedId: former?.id ?? null };
}

/** By the name that such a file is given, whichever meeting before it is of. */
function isPreviousReferat({ fileName }: AttachmentView): boolean {
  return /^\d{8}-.* kort offentlig\.pdf$/.test(fileName);
}
