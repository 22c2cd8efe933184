import type { MeetingView } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import { bilagPages, findDifference } from "./compare.ts";
import { findContact } from "./contacts.ts";
import type { ReferatDocument } from "./document.ts";
import { type Allowed, findContactLeak, findLeak, type Leak } from "./leaks.ts";
import type { ReadReferat } from "./read-pdf.ts";
import { createTaskRunner } from "./task-runner.ts";
import type { TypesetResult } from "./typesetter.ts";

/** Opens a finished referat again, apart from the main thread. */
export type ReadBack = {
  /** Null when no reader can open it. Throws AppFailure `typeset-failed` when it was not read within the limit. */
  read(pdf: Uint8Array): Promise<ReadReferat | null>;
  close(): Promise<void>;
};

/** `limitMs` is the longest one file may take (60 s). */
export function createReadBack(options: { workerUrl: URL; limitMs?: number }): ReadBack {
  const limitMs = options.limitMs ?? 60_000;
  const runner = createTaskRunner<Uint8Array, ReadReferat | null>({ workerUrl: options.workerUrl, role: "read-back", limitMs });
  return {
    async read(pdf) {
      const answer = await runner.run(pdf);
      if (answer.kind === "done") return answer.value;
      const detail = answer.kind === "late" ? `not read again after ${limitMs} ms` : `not read again: ${answer.detail}`;
      throw new AppFailure({ kind: "typeset-failed", detail });
    },
    close: () => runner.close(),
  };
}

/** `whole` is the meeting with its closed punkter when the edition is the open one; null for the full edition. */
export type Expected = { result: TypesetResult; whole: MeetingView | null; allowed: Allowed };

/**
 * Holds a finished file against what it was made from. Throws AppFailure `referat-differs`, and for the open edition `referat-leaks`;
 * the file must then not be written. Gives Danish warnings of what stands in the bilag of an open edition.
 */
export async function checkReferat(readBack: ReadBack, { result, whole, allowed }: Expected): Promise<string[]> {
  const read = await readBack.read(result.pdf);
  if (read === null) throw new AppFailure({ kind: "referat-differs", place: "filen kan ikke åbnes" });
  refuse(whole === null ? null : findLeak(whole, allowed, read));
  const place = findDifference(result.printed, result.pages, read);
  if (place !== null) throw new AppFailure({ kind: "referat-differs", place });
  return whole === null ? [] : checkContacts(result, allowed, read);
}

function checkContacts({ printed }: TypesetResult, allowed: Allowed, read: ReadReferat): string[] {
  const bilag = bilagPages(printed, read);
  const numbers = new Set(bilag.flatMap(({ page, pages }) => Array.from({ length: pages }, (_, i) => page + i)));
  refuse(findContactLeak(allowed, read, { links: linksOf(printed), bilag: numbers }));
  return bilag.flatMap(({ title, page, pages }) => {
    const text = read.pages.slice(page - 1, page - 1 + pages).map(({ all }) => all);
    const found = findContact(text.join("\n"), allowed.contacts);
    return found === null
      ? []
      : [`"${title}" rummer ${contactNames[found.kind]}, der ikke er blandt de offentlige kontakter: ${found.text}.`];
  });
}

const contactNames = { phone: "et telefonnummer", email: "en mailadresse" } as const;

function refuse(leak: Leak | null): void {
  if (leak !== null) throw new AppFailure({ kind: "referat-leaks", ...leak });
}

/** The targets of all links in a document. */
function linksOf(document: ReferatDocument): string[] {
  const links: string[] = [];
  JSON.stringify(document, (key, value: unknown) => {
    if (key === "link" && typeof value === "string") links.push(value);
    return value;
  });
  return links;
}
