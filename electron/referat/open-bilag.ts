import { type AttachmentView, itemsOf } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import { loadBlob } from "../attachments/blobs.ts";
import type { Content } from "../attachments/content-repository.ts";
import { examineContents } from "../attachments/examine.ts";
import type { AppContext } from "../context.ts";
import { findLeak } from "./leaks.ts";
import type { ReadReferat } from "./read-pdf.ts";
import type { ReferatSource } from "./source.ts";
import { untilStopped, type Watch } from "./watch.ts";

/** The bilag that may lie beside an open edition: by id, the hash of the bytes to lay there. A sentence for each of the others. */
export type OpenBilag = { kept: ReadonlyMap<string, string>; warnings: string[] };

type Parts = Pick<AppContext, "store" | "prober" | "readBack">;

/**
 * Searches the contents of an open edition's bilag, as the pages of a printed one are. What cannot be searched is left out. Throws
 * AppFailure `referat-leaks` for one that holds what is closed, a CPR number or a contact that is not public; the watch's reason when stopped.
 */
export async function searchBilag(parts: Parts, { meeting, whole, rules }: ReferatSource, { step, signal }: Watch): Promise<OpenBilag> {
  const kept = new Map<string, string>();
  const warnings: string[] = [];
  const all = itemsOf(meeting).flatMap(({ number, attachments }) =>
    attachments.map((attachment, i) => ({ attachment, place: `Punkt ${number}, Bilag ${i + 1}` })),
  );
  for (const [done, { attachment, place }] of all.entries()) {
    step({ stage: "bilag", done, total: all.length });
    const content = (await untilStopped(examineContents(parts, [attachment]), signal)).get(attachment.sha256);
    const read =
      content === undefined || content.trouble !== null ? null : await untilStopped(readBilag(parts, attachment, content), signal);
    if (content === undefined || read === null) {
      warnings.push(`${place}: "${attachment.fileName}" er ikke med, for det kan ikke efterses, hvad der står i filen.`);
      continue;
    }
    // Under a bookmark of its own its pages are known for a bilag's.
    const leak = findLeak(whole, rules, { ...read, bookmarks: [{ title: `${place}: ${attachment.title}`, page: 1 }] });
    if (leak !== null)
      throw new AppFailure({ kind: "referat-leaks", what: leak.what, place: `${place}, ${leak.place.replaceAll(` (${place})`, "")}` });
    kept.set(attachment.id, content.printSha256 ?? content.sha256);
  }
  return { kept, warnings };
}

/** Null for what has parts that nobody can look into: a PDF may hold files of any kind, packed as they like. */
async function readBilag({ store, readBack }: Parts, { mediaType }: AttachmentView, content: Content): Promise<ReadReferat | null> {
  const isPdf = mediaType === "application/pdf";
  if (!isPdf && !mediaType.startsWith("image/")) return null;
  const bytes = await loadBlob(store.dataDir, content.printSha256 ?? content.sha256);
  if (isPdf) {
    const read = await readBack.read(bytes, content.pages.length);
    return read?.embedded.length === 0 ? read : null;
  }
  const strings = (["utf8", "latin1"] as const).map((encoding) => Buffer.from(bytes).toString(encoding));
  return { pages: [], bookmarks: [], tagged: false, strings, embedded: [], missingFonts: [] };
}
