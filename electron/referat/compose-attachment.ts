import { troubleTexts } from "../../shared/domain/attachment-trouble.ts";
import type { AttachmentView, ItemView } from "../../shared/domain/meeting.ts";
import type { FileText } from "../attachments/docx/file-text.ts";
import type { PrintContent } from "../attachments/examine.ts";
import type { PrintAttachment } from "./document.ts";
import { oneLine } from "./one-line.ts";

const stampChars = 200;
const pointsPerPixel = 0.75;
const extensions: Partial<Record<AttachmentView["mediaType"], string>> = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
};

/** A bilag of a punkt as it is printed; one whose content is not known is only named. `index` counts from 0. */
export function printAttachment(item: ItemView, index: number, content: PrintContent | null): PrintAttachment {
  const attachment = item.attachments[index] as AttachmentView;
  const stamp = oneLine(`Punkt ${item.number}, Bilag ${index + 1}: ${attachment.title}`.replace(/\s+/g, " ").trim(), stampChars);
  const named: PrintAttachment = { stamp, runningStamp: oneLine(stamp), file: "", pages: [], note: null, text: null };
  if (content === null) return named;
  const extension = extensions[attachment.mediaType];
  if (content.trouble !== null) return { ...named, note: troubleNote(attachment, troubleTexts[content.trouble]) };
  if (content.text !== undefined) return { ...named, file: printedFile(content, "text"), text: fileText(attachment, content.text) };
  if (extension === undefined) return { ...named, note: wordNote(attachment) };
  const scale = extension === "pdf" ? 1 : pointsPerPixel;
  const pages = content.pages.map(({ width, height }) => ({ width: width * scale, height: height * scale }));
  return { ...named, file: printedFile(content, extension), pages };
}

/** The name under which the typesetter finds a content: by what is printed, so that the same content is read once. */
function printedFile(content: PrintContent, extension: string): string {
  return `/bilag/${content.printSha256 ?? content.sha256}.${extension}`;
}

function troubleNote({ fileName }: AttachmentView, trouble: string): { heading: string; text: string } {
  return { heading: "Bilaget kan ikke vises", text: `Filen "${fileName}" ${trouble}. Den ligger ved mødet, som den blev lagt ved.` };
}

/** Whoever reads it must see that it is not what the file looks like. */
function fileText({ fileName }: AttachmentView, { blocks, cut, macros }: FileText): NonNullable<PrintAttachment["text"]> {
  return {
    mark: "Gengivet som tekst",
    about: `Word-dokumentet "${fileName}" er gengivet ved sin tekst. ${macros ? "Makroer, billeder" : "Billeder"}, sidehoved, sidefod og opsætning er ikke med. Filen ligger ved mødet, som den blev lagt ved.`,
    blocks,
    end: cut ? `Her er teksten afkortet. Resten står i filen "${fileName}".` : "",
  };
}

function wordNote({ fileName }: AttachmentView): { heading: string; text: string } {
  return {
    heading: "Bilaget er et Word-dokument",
    text: `Filen "${fileName}" er ikke gengivet her. Den ligger ved mødet, som den blev lagt ved.`,
  };
}
