import { randomUUID } from "node:crypto";
import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { type AppError, AppFailure } from "../../shared/errors.ts";
import type { AttachmentOutcome, ChosenFile, Handlers, Input } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { getAttachment, getItem, notFound } from "../meetings/get-part.ts";
import { noteEdit } from "../meetings/note-edit.ts";
import { getMeeting } from "../meetings/repository.ts";
import { findAttachment } from "../meetings/write-repository.ts";
import { findPositionAfter } from "../store/order.ts";
import { setDeleted, setField } from "../store/registers.ts";
import type { Edit, WritableDB } from "../store/store.ts";
import { addAttachment, addEach } from "./add.ts";
import { examineContents } from "./examine.ts";
import { type IncomingFile, shownName } from "./keep-file.ts";
import { copyForViewer } from "./open-copy.ts";
import { readPages } from "./read-pages.ts";

const filter = { name: "Bilag", extensions: ["pdf", "png", "jpg", "jpeg", "docx", "doc", "docm", "dotx", "dotm", "dot"] };

/** What was added is kept before it is looked into, so that a kill meanwhile loses nothing; its trouble is told in the meeting given back. */
async function outcome(context: AppContext, itemId: string, refused: AppError[]): Promise<AttachmentOutcome> {
  const { store } = context;
  const read = (): MeetingView => store.read((db) => getMeeting(db, getItem(db, itemId).meetingId));
  await examineContents(context, itemsOf(read()).find((item) => item.id === itemId)?.attachments ?? []);
  return { meeting: read(), refused };
}

async function add(context: AppContext, itemId: string, files: readonly IncomingFile[]): Promise<AttachmentOutcome> {
  context.store.read((db) => getItem(db, itemId));
  const refused = await addEach(files, (file) => addAttachment(context, itemId, file));
  return outcome(context, itemId, refused);
}

/** More than one person chooses in a day; the oldest go first. */
const mostChosen = 5_000;

/**
 * The paths stay here: the window asks for each file by an id that is good once, so that it can count them and stop between two. Those
 * chosen before stay good: they may still be on their way in.
 */
function keepChoices(context: AppContext) {
  const chosen = new Map<string, string>();
  return {
    async choose({ itemId }: Input<"attachments:choose">): Promise<ChosenFile[] | null> {
      context.store.read((db) => getItem(db, itemId));
      const paths = await context.dialogs.chooseOpenFiles(filter, true);
      if (paths === null) return null;
      const files = paths.map((path) => {
        const fileId = randomUUID();
        chosen.set(fileId, path);
        return { fileId, name: shownName({ path }) };
      });
      for (const fileId of [...chosen.keys()].slice(0, -mostChosen)) chosen.delete(fileId);
      return files;
    },
    addChosen({ itemId, fileId }: Input<"attachments:add-chosen">): Promise<AttachmentOutcome> {
      const path = chosen.get(fileId);
      chosen.delete(fileId);
      if (path === undefined) throw new AppFailure({ kind: "not-found", what: "file", id: fileId });
      return add(context, itemId, [{ path }]);
    },
  };
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
  | "attachments:add-chosen"
  | "attachments:move"
  | "attachments:delete"
  | "attachments:restore"
  | "attachments:open"
  | "attachments:read";

export function createAttachmentHandlers(context: AppContext): Pick<Handlers, AttachmentChannels> {
  const { store } = context;
  const choices = keepChoices(context);
  return {
    "attachments:add": ({ itemId, files }) => add(context, itemId, files),
    "attachments:choose": choices.choose,
    "attachments:add-chosen": choices.addChosen,
    "attachments:move": (input) => store.write((db, edit) => move(db, edit, input)),
    "attachments:delete": ({ attachmentId }) => store.write((db, edit) => mark(db, edit, attachmentId, true)),
    "attachments:restore": ({ attachmentId }) => store.write((db, edit) => mark(db, edit, attachmentId, false)),
    "attachments:open": ({ attachmentId }) => open(context, attachmentId),
    "attachments:read": ({ attachmentId }) => readPages(context, attachmentId),
  };
}
