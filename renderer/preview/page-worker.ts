import { drawPage, openReferat, type ReferatPages, readPlaces, readText } from "./draw-pages.ts";
import { findMark } from "./find-mark.ts";
import type { CaretWords, FromReader, Mark, PageLook, Place, ToReader } from "./page-messages.ts";
import { looksTheSame, type PagePrints, readPrints } from "./page-prints.ts";

type Shown = { referat: ReferatPages; prints: PagePrints; places: readonly Place[] };

/** The line of the caret is looked for when no key has come for this long, or not for so long that it may be on another page. */
const quietMs = 80;
const longestMs = 1_000;

let shown: Shown | null = null;
/** The picture of each page that was sent last. */
const sent = new Map<number, { width: number; prints: PagePrints }>();
/** Counts what has been asked to be shown; what is not the newest need not be read or drawn. */
let newest = 0;
let queue: Promise<unknown> = Promise.resolve();
let quiet: ReturnType<typeof setTimeout> | undefined;
let markedAt = 0;

function answer(message: FromReader, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

async function draw(look: PageLook): Promise<void> {
  if (shown === null || look.page > shown.referat.numPages) return;
  const { referat, prints } = shown;
  const picture = await drawPage(referat, look);
  sent.set(look.page, { width: look.width, prints });
  answer({ kind: "drawn", look, picture }, [picture]);
}

function isStale({ page, width }: PageLook, prints: PagePrints): boolean {
  const before = sent.get(page);
  return before?.width !== width || !looksTheSame(before.prints, prints, page);
}

async function find(caret: CaretWords | null): Promise<Mark | null> {
  if (shown === null || caret === null) return null;
  const { referat, places } = shown;
  markedAt = performance.now();
  return findMark(caret, { places, pages: referat.numPages }, (page) => readText(referat, page));
}

/** Words that are not found stand in pages that are on their way. */
async function follow(caret: CaretWords | null): Promise<void> {
  const mark = await find(caret);
  if (mark !== null) answer({ kind: "marked", mark });
}

async function close(): Promise<void> {
  const before = shown;
  shown = null;
  sent.clear();
  await before?.referat.loadingTask.destroy();
}

async function fetchPdf(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the pages are not at their address: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

type Asked = Omit<Extract<ToReader, { kind: "open" }>, "address"> & { file: Promise<Uint8Array> };

/** The first of `looks` is the page being written: it is there before anything else is read. Pages that look the same are not drawn. */
async function open(turn: number, { file, looks, caret }: Asked): Promise<void> {
  if (turn !== newest) return;
  const pdf = await file;
  if (turn !== newest) return;
  const prints = readPrints(pdf);
  const referat = await openReferat(pdf);
  const before = shown;
  shown = { referat, prints, places: [] };
  const [first, ...rest] = looks.filter((look) => isStale(look, prints));
  try {
    if (first !== undefined) await draw(first);
  } finally {
    await before?.referat.loadingTask.destroy();
  }
  const places = await readPlaces(referat);
  shown = { referat, prints, places };
  answer({ kind: "opened", pages: referat.numPages, places });
  for (const look of rest) if (turn === newest) await draw(look);
  const mark = async (): Promise<void> => {
    if (turn === newest) answer({ kind: "marked", mark: await find(caret) });
  };
  if (performance.now() - markedAt > longestMs) await mark();
  else quiet = setTimeout(() => run(mark), quietMs);
}

function take(message: ToReader): () => Promise<void> {
  if (message.kind === "draw") return () => draw(message.look);
  if (message.kind === "mark") return () => follow(message.caret);
  newest += 1;
  const turn = newest;
  clearTimeout(quiet);
  if (message.kind === "close") return close;
  const { address, ...asked } = message;
  const file = fetchPdf(address);
  // What fails is heard of when its turn comes.
  file.catch(() => {});
  return () => open(turn, { ...asked, file });
}

function run(task: () => Promise<void>): void {
  queue = queue.then(task).catch(() => answer({ kind: "failed" }));
}

addEventListener("message", ({ data }: MessageEvent<ToReader>) => run(take(data)));
