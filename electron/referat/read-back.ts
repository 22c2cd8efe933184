import type { MeetingView } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import { findDifference } from "./compare.ts";
import { findLeak, type OpenRules } from "./leaks.ts";
import type { ReadReferat, ReadTask } from "./read-pdf.ts";
import { createTaskRunner } from "./task-runner.ts";
import { pageMs } from "./thread-keeper.ts";
import type { TypesetResult } from "./typesetter.ts";

/** Opens a finished referat again, apart from the main thread. */
export type ReadBack = {
  /**
   * Null when no reader can open it. With `pagesOnly` it is not asked for its strings outside the pages. Throws AppFailure
   * `typeset-failed` when it was not read within the limit, which is longer the more `pages` it has.
   */
  read(pdf: Uint8Array, pages?: number, pagesOnly?: boolean): Promise<ReadReferat | null>;
  close(): Promise<void>;
};

/** A reader that has read a referat reads the next one in a fraction of the time; after a large one its memory is given back at once. */
const stay = { ms: 300_000, mostPages: 60 };

/** `limitMs` is the longest one file may take (60 s), its pages not counted. */
export function createReadBack(options: { workerUrl: URL; limitMs?: number }): ReadBack {
  const limitMs = options.limitMs ?? 60_000;
  const runner = createTaskRunner<ReadTask, ReadReferat | null>({ workerUrl: options.workerUrl, role: "read-back", limitMs });
  return {
    async read(pdf, pages = 0, pagesOnly = false) {
      const longestMs = limitMs + pageMs * pages;
      const answer = await runner.run({ pdf, pagesOnly }, { limitMs: longestMs, ...(pages <= stay.mostPages && { stayMs: stay.ms }) });
      if (answer.kind === "done") return answer.value;
      const detail = answer.kind === "late" ? `not read again after ${longestMs} ms` : `not read again: ${answer.detail}`;
      throw new AppFailure({ kind: "typeset-failed", detail });
    },
    close: () => runner.close(),
  };
}

/** `whole` is the meeting with its closed punkter when the edition is the open one; null for the full edition. */
export type Expected = { result: TypesetResult; whole: MeetingView | null; rules: OpenRules };

/**
 * Holds a finished file against what it was made from. Throws AppFailure `referat-differs`, and for the open edition `referat-leaks`;
 * the file must then not be written.
 */
export async function checkReferat(readBack: ReadBack, { result, whole, rules }: Expected): Promise<void> {
  // Only what must not be there can stand outside the pages.
  const read = await readBack.read(result.pdf, result.pages, whole === null);
  if (read === null) throw new AppFailure({ kind: "referat-differs", place: "filen kan ikke åbnes" });
  const leak = whole === null ? null : findLeak(whole, rules, read);
  if (leak !== null) throw new AppFailure({ kind: "referat-leaks", ...leak });
  const place = findDifference(result.printed, result.pages, read);
  if (place !== null) throw new AppFailure({ kind: "referat-differs", place });
}
