import { troubleTexts } from "../../shared/domain/attachment-trouble.ts";
import { type AttachmentView, itemsOf } from "../../shared/domain/meeting.ts";
import type { AppError } from "../../shared/errors.ts";
import type { AttachmentOutcome, Handlers } from "../../shared/ipc/contract.ts";
import type { FakeMain } from "./fake-bridge.ts";
import { addItemTo, itemIn, moveItemIn } from "./fake-meeting.ts";

/** The agenda and its bilag as a main process in memory changes them. */
export function agendaHandlers(main: FakeMain) {
  return {
    "items:add": ({ categoryId, afterId, title, minutes }) => {
      let itemId = "";
      const meeting = main.change(main.ofCategory(categoryId), (each) => {
        itemId = addItemTo(each, { categoryId, afterId }, title, minutes);
      });
      return { itemId, meeting };
    },
    "items:move": ({ itemId, categoryId, afterId }) =>
      main.change(main.ofItem(itemId), (meeting) => moveItemIn(meeting, itemId, { categoryId, afterId })),
    "items:delete": ({ itemId }) =>
      main.withDeletion(itemId, main.ofItem(itemId), (meeting) => {
        for (const category of meeting.categories) category.items = category.items.filter((item) => item.id !== itemId);
      }),
    "items:restore": ({ itemId }) => main.restore(itemId),
    "categories:add": ({ meetingId, afterId, name }) =>
      main.change(meetingId, (meeting) => {
        const at = meeting.categories.findIndex((category) => category.id === afterId) + 1;
        meeting.categories.splice(at, 0, { id: crypto.randomUUID(), name, items: [] });
      }),
    "categories:delete": ({ categoryId }) =>
      main.change(main.ofCategory(categoryId), (meeting) => {
        meeting.categories = meeting.categories.filter((category) => category.id !== categoryId);
      }),
    "attachments:add": ({ itemId, files }) => addAttachments(main, itemId, files),
    "attachments:choose": () => main.chosen.map(({ name }, at) => ({ fileId: `${at}`, name })),
    "attachments:add-chosen": ({ itemId, fileId }) => addAttachments(main, itemId, main.chosen.slice(Number(fileId), Number(fileId) + 1)),
    "attachments:move": ({ attachmentId, afterId }) =>
      main.change(main.ofAttachment(attachmentId), (meeting) => {
        for (const item of itemsOf(meeting)) {
          const moved = item.attachments.find((each) => each.id === attachmentId);
          if (moved === undefined) continue;
          const rest = item.attachments.filter((each) => each.id !== attachmentId);
          rest.splice(rest.findIndex((each) => each.id === afterId) + 1, 0, moved);
          item.attachments = rest;
        }
      }),
    "attachments:delete": ({ attachmentId }) =>
      main.withDeletion(attachmentId, main.ofAttachment(attachmentId), (meeting) => {
        for (const item of itemsOf(meeting)) item.attachments = item.attachments.filter((each) => each.id !== attachmentId);
      }),
    "attachments:restore": ({ attachmentId }) => main.restore(attachmentId),
    "attachments:open": () => null,
    "attachments:read": ({ attachmentId }) => {
      const all = main.meetings.flatMap(itemsOf).flatMap(({ attachments }) => attachments);
      const trouble = all.find(({ id }) => id === attachmentId)?.trouble ?? null;
      return trouble === null
        ? { kind: "pages", pdf: main.pages, first: 1 }
        : { kind: "trouble", reason: `Filen "beskadiget.pdf" ${trouble}.` };
    },
  } satisfies Partial<Handlers>;
}

function addAttachments(main: FakeMain, itemId: string, files: readonly { name: string; bytes: Uint8Array }[]): AttachmentOutcome {
  const refused: AppError[] = files
    .filter((file) => !file.name.endsWith(".pdf"))
    .map((file) => ({ kind: "attachment-refused", name: file.name, reason: "den er hverken PDF, Word, PNG eller JPEG" }));
  const meeting = main.change(main.ofItem(itemId), (each) => {
    const taken = files.filter((file) => file.name.endsWith(".pdf"));
    itemIn(each, itemId).attachments.push(...taken.map((file) => attachment(file.name, file.bytes.byteLength)));
  });
  return { meeting, refused };
}

function attachment(fileName: string, bytes: number): AttachmentView {
  const title = fileName.replace(/\.pdf$/, "");
  const trouble = fileName.startsWith("beskadiget") ? troubleTexts.damaged : null;
  return { id: crypto.randomUUID(), title, fileName, mediaType: "application/pdf", bytes, sha256: "0".repeat(64), trouble };
}
