import type { MeetingView } from "../../shared/domain/meeting.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Handlers, Input, Output } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { getAttachment, getItem, notFound } from "../meetings/get-part.ts";
import { noteEdit } from "../meetings/note-edit.ts";
import { getMeeting } from "../meetings/repository.ts";
import { findAttachment } from "../meetings/write-repository.ts";
import { findPositionAfter } from "../store/order.ts";
import { setDeleted, setField } from "../store/registers.ts";
import type { Edit, Store, WritableDB } from "../store/store.ts";
import { addAttachment, addEach } from "./add.ts";
import { copyForViewer } from "./open-copy.ts";
import { readChosenFile } from "./read-file.ts";

const filter = { name: "Bilag", extensions: ["pdf", "png", "jpg", "jpeg", "docx"] };

function outcome(store: Store, itemId: string, refused: AppError[]): Output<"attachments:add"> {
  return { meeting: store.read((db) => getMeeting(db, getItem(db, itemId).meetingId)), refused };
}

function add(store: Store, { itemId, files }: Input<"attachments:add">): Output<"attachments:add"> {
  store.read((db) => getItem(db, itemId));
  return outcome(
    store,
    itemId,
    addEach(files, (file) => addAttachment(store, itemId, file)),
  );
}

async function choose({ store, dialogs }: AppContext, { itemId }: Input<"attachments:choose">): Promise<Output<"attachments:choose">> {
  store.read((db) => getItem(db, itemId));
  const paths = await dialogs.chooseOpenFiles(filter, true);
  if (paths === null) return null;
  return outcome(
    store,
    itemId,
    addEach(paths, (path) => addAttachment(store, itemId, readChosenFile(path))),
  );
}

function move(db: WritableDB, edit: Edit, { attachmentId, afterId }: Input<"attachments:move">): MeetingView {
  const { itemId, meetingId } = getAttachment(db, attachmentId);
  if (afterId !== attachmentId) {
    const position = findPositionAfter(db, { table: "attachment", parent: itemId }, afterId, attachmentId);
    if (position === null) throw notFound("attachment", afterId ?? "");
    if (setField(db, edit, "attachment", attachmentId, "position", position)) noteEdit(db, edit, meetingId);
  }
  return getMeeting(db, meetingId);
}

function mark(db: WritableDB, edit: Edit, attachmentId: string, deleted: boolean): MeetingView {
  const attachment = findAttachment(db, attachmentId);
  if (attachment === null) throw notFound("attachment", attachmentId);
  if (setDeleted(db, edit, "attachment", attachmentId, deleted)) noteEdit(db, edit, attachment.meetingId);
  return getMeeting(db, attachment.meetingId);
}

async function open({ store, openPath }: AppContext, attachmentId: string): Promise<null> {
  const attachment = store.read((db) => getAttachment(db, attachmentId));
  await openPath(copyForViewer(store.dataDir, attachment));
  return null;
}

type AttachmentChannels =
  | "attachments:add"
  | "attachments:choose"
  | "attachments:move"
  | "attachments:delete"
  | "attachments:restore"
  | "attachments:open";

export function createAttachmentHandlers(context: AppContext): Pick<Handlers, AttachmentChannels> {
  const { store } = context;
  return {
    "attachments:add": (input) => add(store, input),
    "attachments:choose": (input) => choose(context, input),
    "attachments:move": (input) => store.write((db, edit) => move(db, edit, input)),
    "attachments:delete": ({ attachmentId }) => store.write((db, edit) => mark(db, edit, attachmentId, true)),
    "attachments:restore": ({ attachmentId }) => store.write((db, edit) => mark(db, edit, attachmentId, false)),
    "attachments:open": ({ attachmentId }) => open(context, attachmentId),
  };
}
