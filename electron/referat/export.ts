import { mkdir } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { ExportKind } from "../../shared/domain/edition.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { ExportResult } from "../../shared/ipc/contract.ts";
import { loadBlob } from "../attachments/blobs.ts";
import type { AppContext } from "../context.ts";
import { listKnownNames } from "../people/repository.ts";
import { makeReferat } from "./make.ts";
import { makeHtml } from "./make-html.ts";
import { type BesideFile, makeJson } from "./make-json.ts";
import { searchBilag } from "./open-bilag.ts";
import { assertOpenName, readSource } from "./source.ts";
import { unwatched } from "./watch.ts";
import { writeFileSafely } from "./write-file.ts";

/** Makes the referat of a meeting as it stands now and writes it at `path`, only when it has been read back whole. */
export async function exportTo(
  context: AppContext,
  meetingId: string,
  { form, edition, format = "pdf" }: ExportKind,
  path: string,
  watch = unwatched,
): Promise<ExportResult> {
  const source = readSource(context, meetingId, edition);
  assertOpenName(source, basename(path));
  if (format === "pdf") {
    const { result } = await makeReferat(context, meetingId, { form, edition }, watch);
    watch.signal.throwIfAborted();
    await writeFileSafely(path, result.pdf);
    return { fileName: basename(path), pages: result.pages, bytes: result.pdf.byteLength, warnings: result.warnings };
  }
  if (format === "html") return write(path, makeHtml(source, form ?? "collected"), []);
  const folder = `${basename(path, extname(path))} bilag`;
  const open = source.edition === "open" ? await searchBilag(context, source, watch) : null;
  const { json, beside } = makeJson(source, folder, context.store.read(listKnownNames), open?.kept);
  const missing = await writeBeside(context.store.dataDir, dirname(path), beside, watch.signal);
  watch.signal.throwIfAborted();
  return write(path, json, [...missing, ...(open?.warnings ?? [])]);
}

async function write(path: string, text: string, warnings: string[]): Promise<ExportResult> {
  const bytes = new TextEncoder().encode(text);
  await writeFileSafely(path, bytes);
  return { fileName: basename(path), pages: null, bytes: bytes.byteLength, warnings };
}

/** Lays the bilag down before the file that names them. Gives a sentence for each that cannot be read. */
async function writeBeside(dataDir: string, folder: string, files: readonly BesideFile[], signal: AbortSignal): Promise<string[]> {
  const warnings: string[] = [];
  for (const { name, sha256 } of files) {
    try {
      signal.throwIfAborted();
      const bytes = await loadBlob(dataDir, sha256);
      await makeFolder(dirname(join(folder, name)));
      await writeFileSafely(join(folder, name), bytes);
    } catch (error) {
      if (!(error instanceof AppFailure) || !["not-found", "file-unreadable"].includes(error.appError.kind)) throw error;
      warnings.push(`Bilaget "${basename(name)}" kan ikke læses og ligger ikke ved. Uden det kan filen ikke læses ind.`);
    }
  }
  return warnings;
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "UNKNOWN";
    throw new AppFailure({ kind: "file-unwritable", name: basename(path), code }, error);
  }
}
