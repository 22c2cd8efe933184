import { drawPage, openReferat, type ReferatPages, readPlaces } from "./draw-pages.ts";
import type { FromReader, PageLook, ToReader } from "./page-messages.ts";

let shown: ReferatPages | null = null;
/** Counts what has been asked to be shown; what is not the newest need not be read or drawn. */
let newest = 0;
let queue: Promise<unknown> = Promise.resolve();

function answer(message: FromReader, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

async function draw(look: PageLook): Promise<void> {
  if (shown === null || look.page > shown.numPages) return;
  const picture = await drawPage(shown, look);
  answer({ kind: "drawn", look, picture }, [picture]);
}

async function show(next: ReferatPages | null): Promise<void> {
  const before = shown;
  shown = next;
  await before?.loadingTask.destroy();
}

/** The first of `looks` is the page being written: it is there before anything else is read. */
async function open(turn: number, pdf: Uint8Array, [first, ...rest]: readonly PageLook[]): Promise<void> {
  if (turn !== newest) return;
  const referat = await openReferat(pdf);
  await show(referat);
  if (first !== undefined) await draw(first);
  answer({ kind: "opened", pages: referat.numPages, places: await readPlaces(referat) });
  for (const look of rest) if (turn === newest) await draw(look);
}

function take(message: ToReader): () => Promise<void> {
  if (message.kind === "draw") return () => draw(message.look);
  newest += 1;
  const turn = newest;
  return message.kind === "close" ? () => show(null) : () => open(turn, message.pdf, message.looks);
}

addEventListener("message", ({ data }: MessageEvent<ToReader>) => {
  const run = take(data);
  queue = queue.then(run).catch(() => answer({ kind: "failed" }));
});
