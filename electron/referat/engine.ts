import { AppFailure } from "../../shared/errors.ts";
import { mayClaimUa } from "./claim-ua.ts";
import { createCleaner } from "./clean.ts";
import type { ReferatDocument } from "./document.ts";
import { loadEngineParts } from "./engine-parts.ts";
import { keepThread, type ThreadKeeper } from "./thread-keeper.ts";
import { startThread } from "./typeset-thread.ts";
import type { TypesetFile, TypesetResult, Typesetter } from "./typesetter.ts";

/**
 * `drawnOnly`: the pages are for looking at, get no tags and make no claim, and the engine is put back when it has grown. `limitMs` is the
 * longest one document may take (30 s), its pages of bilag not counted; past `renewAfterBytes` (200 MB) of growth the worker is renewed, in a
 * pause past `restAfterBytes` (half of it).
 */
export type TypesetterOptions = {
  workerUrl: URL;
  resourcesDir: string;
  drawnOnly?: boolean;
  limitMs?: number;
  renewAfterBytes?: number;
  restAfterBytes?: number;
};

/** Begins loading the typesetting engine at once, without blocking; documents wait for it and are set one after the other. */
export function createTypesetter(options: TypesetterOptions): Typesetter {
  const { drawnOnly = false, limitMs: runMs = 30_000, renewAfterBytes = 200 * 1024 * 1024, restAfterBytes = renewAfterBytes / 2 } = options;
  const limits = { runMs, renewAfterBytes, restAfterBytes };
  let keeper: ThreadKeeper | null = null;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const loading = loadEngineParts(options.resourcesDir).then((parts) => {
    if (!closed) keeper = keepThread(() => startThread(options.workerUrl, { ...parts.setup, rewinds: drawnOnly }), limits);
    return { clean: createCleaner(parts.covers) };
  });
  loading.catch(() => {});

  const setNow = async (document: ReferatDocument, files: readonly TypesetFile[]): Promise<TypesetResult> => {
    const { clean } = await loading;
    if (keeper === null || closed) throw new Error("the typesetter was closed");
    const { document: printed, warnings } = clean(document);
    const json = JSON.stringify(drawnOnly ? { ...printed, drawnOnly } : printed);
    const job = { json, files, bilagPages: countBilagPages(printed), claimsUa: !drawnOnly && mayClaimUa(printed, json) };
    return { ...(await keeper.run(job)), warnings, printed };
  };
  return {
    typeset(document, files = []) {
      const done = queue.then(() => setNow(document, files)).catch(failTypesetting);
      queue = done.catch(() => {});
      return done;
    },
    async close() {
      closed = true;
      await keeper?.close();
    },
  };
}

function countBilagPages({ categories }: ReferatDocument): number {
  const bilag = categories.flatMap(({ items }) => items.flatMap(({ attachments }) => attachments));
  return bilag.reduce((sum, { pages }) => sum + pages.length, 0);
}

/** A file error is told by its code: no path leaves this process. */
function failTypesetting(error: unknown): never {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  throw new AppFailure({ kind: "typeset-failed", detail: code ?? (error instanceof Error ? error.message : String(error)) }, error);
}
