import { troubleTexts } from "../../shared/domain/attachment-trouble.ts";
import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import { blobPath } from "../attachments/blobs.ts";
import { type Content, putContent } from "../attachments/content-repository.ts";
import type { AppContext } from "../context.ts";
import type { PrintAttachment, ReferatDocument } from "./document.ts";
import type { TypesetFile, TypesetResult } from "./typesetter.ts";
import { warmDocument } from "./warm-document.ts";

type Parts = Pick<AppContext, "store" | "typesetter">;

/** The files that a document's bilag are printed from, each once. */
function filesOf(document: ReferatDocument, dataDir: string): TypesetFile[] {
  const names = new Set(attachmentsOf(document).flatMap(({ file }) => (file === "" ? [] : [file])));
  return [...names].map((path) => ({ path, source: blobPath(dataDir, path.slice("/bilag/".length, path.lastIndexOf("."))) }));
}

/**
 * Sets a document; when the typesetter will not take one of its bilag, that one is found, remembered as damaged, and the document
 * made again without it. Throws AppFailure `typeset-failed` when the bilag are not the reason.
 */
export async function typesetWithBilag(
  parts: Parts,
  contents: Map<string, Content>,
  compose: () => ReferatDocument,
): Promise<TypesetResult> {
  const document = compose();
  const files = filesOf(document, parts.store.dataDir);
  try {
    return await parts.typesetter.typeset(document, files);
  } catch (error) {
    const refused = await findRefused(parts, document, files);
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

/** Each file set by itself; gives the hashes of those that fail. */
async function findRefused({ typesetter }: Parts, document: ReferatDocument, files: readonly TypesetFile[]): Promise<Set<string>> {
  const refused = new Set<string>();
  for (const file of files) {
    const attachment = attachmentsOf(document).find((each) => each.file === file.path);
    const alone = onlyBilag(attachment === undefined ? [] : [attachment]);
    await typesetter.typeset(alone, [file]).catch((error: unknown) => {
      if (!(error instanceof AppFailure)) throw error;
      refused.add(file.path.slice("/bilag/".length, file.path.lastIndexOf(".")));
    });
  }
  return refused;
}

function onlyBilag(attachments: PrintAttachment[]): ReferatDocument {
  const categories = warmDocument.categories.map((category) => ({
    ...category,
    items: category.items.map((item) => ({ ...item, attachments })),
  }));
  return { ...warmDocument, categories };
}

function attachmentsOf(document: ReferatDocument): PrintAttachment[] {
  return document.categories.flatMap(({ items }) => items.flatMap(({ attachments }) => attachments));
}

/** A sentence for each bilag that gets a page saying why it is not shown. */
export function bilagWarnings(meeting: MeetingView, contents: ReadonlyMap<string, Content>): string[] {
  return itemsOf(meeting).flatMap((item) =>
    item.attachments.flatMap((attachment, index) => {
      const place = `Punkt ${item.number}, Bilag ${index + 1}`;
      const content = contents.get(attachment.sha256);
      if (content === undefined) return [];
      if (content.trouble !== null)
        return [`${place}: filen "${attachment.fileName}" ${troubleTexts[content.trouble]}. Bilagets side siger det.`];
      return content.pages.length > 0
        ? []
        : [`${place}: Word-dokumentet "${attachment.fileName}" er ikke gengivet. Bilagets side siger det.`];
    }),
  );
}
