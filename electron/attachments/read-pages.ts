import { troubleTexts } from "../../shared/domain/attachment-trouble.ts";
import { itemsOf } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { AttachmentPages } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { getAttachment } from "../meetings/get-part.ts";
import { getMeeting } from "../meetings/repository.ts";
import { typesetAlone } from "../referat/bilag.ts";
import { printAttachment } from "../referat/compose-attachment.ts";
import { loadBlob } from "./blobs.ts";
import { type PrintContent, readContents } from "./examine.ts";

/** A PDF's own pages; an image's or a Word file's as the referat prints them. Throws AppFailure `not-found`. */
export async function readPages(context: AppContext, attachmentId: string): Promise<AttachmentPages> {
  const { store } = context;
  const attachment = store.read((db) => getAttachment(db, attachmentId));
  const content = (await readContents(context, [attachment])).get(attachment.sha256);
  const trouble = content?.trouble ?? null;
  if (content === undefined || trouble !== null) return { kind: "trouble", reason: reasonOf(attachment.fileName, trouble ?? "missing") };
  if (attachment.mediaType === "application/pdf")
    return { kind: "pages", pdf: await loadBlob(store.dataDir, content.printSha256 ?? content.sha256), first: 1 };
  return setPages(context, attachmentId, content);
}

async function setPages(context: AppContext, attachmentId: string, content: PrintContent): Promise<AttachmentPages> {
  const { store } = context;
  const { itemId, meetingId, fileName } = store.read((db) => getAttachment(db, attachmentId));
  const item = itemsOf(store.read((db) => getMeeting(db, meetingId))).find(({ id }) => id === itemId);
  const index = item?.attachments.findIndex(({ id }) => id === attachmentId) ?? -1;
  if (item === undefined || index === -1) throw new AppFailure({ kind: "not-found", what: "attachment", id: attachmentId });
  try {
    return { kind: "pages", ...(await typesetAlone(context, printAttachment(item, index, content))) };
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    return { kind: "trouble", reason: reasonOf(fileName, "damaged") };
  }
}

function reasonOf(fileName: string, trouble: keyof typeof troubleTexts): string {
  return `Filen "${fileName}" ${troubleTexts[trouble]}. Den ligger ved mødet, som den blev lagt ved, og i referatet siger dens side det.`;
}
