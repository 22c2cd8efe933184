import { troubleSentence, troubleTexts } from "../../shared/domain/attachment-trouble.ts";
import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import { blobPath } from "../attachments/blobs.ts";
import { putContent } from "../attachments/content-repository.ts";
import type { PrintContent } from "../attachments/examine.ts";
import type { AppContext } from "../context.ts";
import type { PrintAttachment, PrintItem, ReferatDocument } from "./document.ts";
import type { TypesetFile, TypesetResult } from "./typesetter.ts";
import { warmDocument } from "./warm-document.ts";

type Parts = Pick<AppContext, "store" | "typesetter">;

/** The files that a document's bilag are printed from, each once. */
function filesOf(document: ReferatDocument, dataDir: string): TypesetFile[] {
  const names = new Set(attachmentsOf(document).flatMap(({ file, text }) => (file === "" || text !== null ? [] : [file])));
  return [...names].map((path) => ({ path, source: blobPath(dataDir, printedSha256(path)) }));
}

/** The hash in the path under which the typesetter is given a content. */
function printedSha256(path: string): string {
  return path.slice("/bilag/".length, path.lastIndexOf("."));
}

/**
 * Sets a document; when the typesetter will not take one of its bilag, that one is found, remembered as damaged, and the document
 * made again without it. Throws AppFailure `typeset-failed` when the bilag are not the reason.
 */
export async function typesetWithBilag(
  parts: Parts,
  contents: Map<string, PrintContent>,
  compose: () => ReferatDocument,
): Promise<TypesetResult> {
  const document = compose();
  try {
    return await parts.typesetter.typeset(document, filesOf(document, parts.store.dataDir));
  } catch (error) {
    const refused = await findRefused(parts, document);
    if (refused.size === 0) throw error;
    for (const content of contents.values()) {
      if (!refused.has(content.printSha256 ?? content.sha256)) continue;
      content.trouble = "damaged";
      parts.store.write((db) => putContent(db, content));
    }
  }
  const rest = compose();
  return parts.typesetter.typeset(rest, filesOf(rest, parts.store.dataDir));
}

/** Each content set by itself; gives the hashes of those that fail. */
async function findRefused({ typesetter, store }: Parts, document: ReferatDocument): Promise<Set<string>> {
  const refused = new Set<string>();
  const each = new Map(attachmentsOf(document).map((attachment) => [attachment.file, attachment]));
  each.delete("");
  for (const [file, attachment] of each) {
    await typesetAlone({ typesetter, store }, attachment).catch((error: unknown) => {
      if (!(error instanceof AppFailure)) throw error;
      refused.add(printedSha256(file));
    });
  }
  return refused;
}

/** A bilag in a referat of its own; `first` is the page it begins on. Throws AppFailure `typeset-failed`. */
export async function typesetAlone({ typesetter, store }: Parts, attachment: PrintAttachment): Promise<{ pdf: Uint8Array; first: number }> {
  const [category] = warmDocument.categories;
  const item = { ...(category?.items[0] as PrintItem), agendaText: [], recommendations: [], decision: null, attachments: [attachment] };
  const alone: ReferatDocument = { ...warmDocument, form: "short", categories: [{ heading: "", items: [item] }] };
  const { pdf } = await typesetter.typeset(alone, filesOf(alone, store.dataDir));
  return { pdf, first: 2 };
}

function attachmentsOf(document: ReferatDocument): PrintAttachment[] {
  return document.categories.flatMap(({ items }) => items.flatMap(({ attachments }) => attachments));
}

/** A sentence for each bilag that gets a page saying why it is not shown. */
export function bilagWarnings(meeting: MeetingView, contents: ReadonlyMap<string, PrintContent>): string[] {
  return itemsOf(meeting).flatMap((item) =>
    item.attachments.flatMap((attachment, index) => {
      const place = `Punkt ${item.number}, Bilag ${index + 1}`;
      const content = contents.get(attachment.sha256);
      if (content === undefined) return [];
      if (content.trouble !== null) return [troubleSentence(place, attachment.fileName, troubleTexts[content.trouble])];
      return wordWarning(place, attachment.fileName, content);
    }),
  );
}

function wordWarning(place: string, fileName: string, { pages, text }: PrintContent): string[] {
  if (pages.length > 0) return [];
  const file = `${place}: Word-dokumentet "${fileName}"`;
  if (text === undefined) return [`${file} er ikke gengivet. Bilagets side siger det.`];
  return [
    `${file} er gengivet ved sin tekst, uden billeder og opsætning${text.cut ? ", og den er afkortet" : ""}. Bilagets sider siger det.`,
  ];
}
