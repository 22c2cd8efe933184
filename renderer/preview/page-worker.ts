import { drawPage, openReferat, type ReferatPages, readPlaces, readText } from "./draw-pages.ts";
import { findMark } from "./find-mark.ts";
import type { CaretWords, FromReader, Mark, PageLook, Place, ToReader } from "./page-messages.ts";

type Shown = { referat: ReferatPages; places: readonly Place[] };

let shown: Shown | null = null;
/** Counts what has been asked to be shown; what is not the newest need not be read or drawn. */
let newest = 0;
let queue: Promise<unknown> = Promise.resolve();

function answer(message: FromReader, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

async function draw(look: PageLook): Promise<void> {
  if (shown === null || look.page > shown.referat.numPages) return;
  const picture = await drawPage(shown.referat, look);
  answer({ kind: "drawn", look, picture }, [picture]);
}

async function find(caret: CaretWords | null): Promise<Mark | null> {
  if (shown === null || caret === null) return null;
  const { referat, places } = shown;
  return findMark(caret, { places, pages: referat.numPages }, (page) => readText(referat, page));
}

/** Words that are not found stand in pages that are on their way. */
async function follow(caret: CaretWords | null): Promise<void> {
  const mark = await find(caret);
  if (mark !== null) answer({ kind: "marked", mark });
}

async function show(next: Shown | null): Promise<void> {
  const before = shown;
  shown = next;
  await before?.referat.loadingTask.destroy();
}

/** The first of `looks` is the page being written: it is there before anything else is read. */
async function open(turn: number, { pdf, looks: [first, ...rest], caret }: Extract<ToReader, { kind: "open" }>): Promise<void> {
  if (turn !== newest) return;
  const referat = await openReferat(pdf);
  await show({ referat, places: [] });
  if (first !== undefined) await draw(first);
  const places = await readPlaces(referat);
  shown = { referat, places };
  answer({ kind: "opened", pages: referat.numPages, places });
  for (const look of rest) if (turn === newest) await draw(look);
  if (turn === newest) answer({ kind: "marked", mark: await find(caret) });
}

function take(message: ToReader): () => Promise<void> {
  if (message.kind === "draw") return () => draw(message.look);
  if (message.kind === "mark") return () => follow(message.caret);
  newest += 1;
  const turn = newest;
  return message.kind === "close" ? () => show(null) : () => open(turn, message);
}

addEventListener("message", ({ data }: MessageEvent<ToReader>) => {
  const run = take(data);
  queue = queue.then(run).catch(() => answer({ kind: "failed" }));
});
