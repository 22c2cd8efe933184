import type { ReferatDocument } from "./document.ts";
import type { Typesetter } from "./typesetter.ts";

/** Other pages have another `revision`. */
export type SetReferat = { pdf: Uint8Array; pages: number; revision: number };

/** Sets what is shown while one writes, apart from exports. Null: a newer document took its place before its turn came. */
export type Previewer = { preview(document: ReferatDocument): Promise<SetReferat | null>; close(): Promise<void> };

/**
 * A typesetter that sets the pages at each key is put back when it has grown (`engine-rewind.ts`). Renewed it is only for what that does not
 * give back: other meetings, much longer ones, and, in a pause, all that was written since it began.
 */
export const previewGrowth = { restAfterBytes: 20 * 1024 * 1024, renewAfterBytes: 60 * 1024 * 1024 };

type Waiting = { document: ReferatDocument; answer(set: Promise<SetReferat> | null): void };

/** `start` gives a typesetter of its own, first when something is to be shown. Of the documents that wait, only the newest is set. */
export function createPreviewer(start: () => Typesetter): Previewer {
  let typesetter: Typesetter | null = null;
  let running = false;
  let revisions = 0;
  let waiting: Waiting | null = null;
  let last: { json: string; set: Promise<SetReferat> } | null = null;

  const setOnce = (document: ReferatDocument): Promise<SetReferat> => {
    const json = JSON.stringify(document);
    if (last?.json === json) return last.set;
    typesetter ??= start();
    revisions += 1;
    const revision = revisions;
    const set = typesetter.typeset(document).then(({ pdf, pages }) => ({ pdf, pages, revision }));
    last = { json, set };
    set.catch(() => {
      if (last?.set === set) last = null;
    });
    return set;
  };
  const runNext = (): void => {
    if (running || waiting === null) return;
    const { document, answer } = waiting;
    waiting = null;
    running = true;
    const set = setOnce(document);
    const done = (): void => {
      running = false;
      runNext();
    };
    set.then(done, done);
    answer(set);
  };
  return {
    preview: (document) =>
      new Promise((resolve) => {
        waiting?.answer(null);
        waiting = { document, answer: resolve };
        runNext();
      }),
    close: async () => {
      waiting?.answer(null);
      waiting = null;
      await typesetter?.close();
    },
  };
}
