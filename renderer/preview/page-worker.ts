import { changedRows } from "./changed-rows.ts";
import { findMark } from "./find-mark.ts";
import type { CaretWords, FromReader, Mark, PageLook, ToReader } from "./page-messages.ts";
import type { Piece } from "./page-pieces.ts";
import { paintRows } from "./paint-pieces.ts";
import { createReferatOpener, type ReferatPages } from "./referat-pages.ts";

/** The line of the caret is looked for when no key has come for this long, or not for so long that it may be on another page. */
const quietMs = 80;
const longestMs = 1_000;

const openReferat = createReferatOpener();
let shown: ReferatPages | null = null;
/** Where a page is drawn, and what the picture on it was painted from. */
type Sheet = { surface: OffscreenCanvas; width: number; pieces: readonly Piece[] };
const sheets = new Map<number, Sheet>();
/** Counts what has been asked to be shown; what is not the newest need not be read or drawn. */
let newest = 0;
let queue: Promise<unknown> = Promise.resolve();
let quiet: ReturnType<typeof setTimeout> | undefined;
let markedAt = 0;

function answer(message: FromReader): void {
  postMessage(message);
}

/** Draws what the page's surface does not show yet, or all of it. */
async function draw(look: PageLook, whole: boolean): Promise<void> {
  if (shown === null || look.page > shown.pages) return;
  const { width, height } = shown.size(look.page);
  const page = { height, scale: look.width / width };
  const pieces = await shown.content(look.page);
  const sheet = sheets.get(look.page);
  if (sheet === undefined) return;
  const all = { from: 0, to: Math.round(height * page.scale) };
  const rows = whole || sheet.width !== look.width ? all : changedRows(sheet.pieces, pieces, page, all);
  if (rows !== null) {
    resize(sheet.surface, { width: look.width, height: all.to });
    paintRows(sheet.surface, pieces, page, rows);
    answer({ kind: "drawn", page: look.page });
  }
  Object.assign(sheet, { width: look.width, pieces });
}

/** A canvas that is given a size loses what it shows, also where it is the same. */
function resize(surface: OffscreenCanvas, { width, height }: { width: number; height: number }): void {
  if (surface.width !== width) surface.width = width;
  if (surface.height !== height) surface.height = height;
}

/** Its memory is given back now, and not when someone comes to collect it. */
function letGo(page: number): void {
  const surface = sheets.get(page)?.surface;
  if (surface !== undefined) resize(surface, { width: 0, height: 0 });
  sheets.delete(page);
}

async function find(caret: CaretWords | null): Promise<Mark | null> {
  if (shown === null || caret === null) return null;
  const { pages, places, size, content } = shown;
  markedAt = performance.now();
  return findMark(caret, { places, pages }, async (page) => ({
    height: size(page).height,
    letters: (await content(page)).flatMap(({ letters }) => letters),
  }));
}

/** Words that are not found stand in pages that are on their way. */
async function follow(caret: CaretWords | null): Promise<void> {
  const mark = await find(caret);
  if (mark !== null) answer({ kind: "marked", mark });
}

async function close(): Promise<void> {
  shown = null;
  for (const page of [...sheets.keys()]) letGo(page);
}

async function fetchPdf(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the pages are not at their address: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The file that is asked for before it is there: it comes the moment it is set, and not after a message and a question. */
let ahead: { address: string; file: Promise<Uint8Array> } | null = null;

function fileAt(address: string): Promise<Uint8Array> {
  if (ahead === null || ahead.address !== address) return fetchPdf(address);
  return ahead.file.catch(() => fetchPdf(address));
}

type Asked = Omit<Extract<ToReader, { kind: "open" }>, "address" | "next"> & { file: Promise<Uint8Array> };

/** The first of `looks` is the page being written. */
async function open(turn: number, { file, looks, caret }: Asked): Promise<void> {
  const pdf = await file;
  if (turn !== newest) return;
  shown = openReferat(pdf);
  for (const look of looks) if (turn === newest) await draw(look, false);
  answer({ kind: "opened", pages: shown.pages, places: [...shown.places] });
  const mark = async (): Promise<void> => {
    if (turn === newest) answer({ kind: "marked", mark: await find(caret) });
  };
  if (performance.now() - markedAt > longestMs) await mark();
  else quiet = setTimeout(() => run(mark), quietMs);
}

function take(message: ToReader): () => Promise<void> {
  if (message.kind === "surface") return async () => void sheets.set(message.page, { surface: message.surface, width: 0, pieces: [] });
  if (message.kind === "gone") return async () => letGo(message.page);
  if (message.kind === "draw") return () => draw(message.look, true);
  if (message.kind === "mark") return () => follow(message.caret);
  newest += 1;
  const turn = newest;
  clearTimeout(quiet);
  if (message.kind === "close") return close;
  const { address, next, ...asked } = message;
  const file = fileAt(address);
  ahead = { address: next, file: fetchPdf(next) };
  // What fails is heard of when its turn comes.
  for (const each of [file, ahead.file]) each.catch(() => {});
  return () => open(turn, { ...asked, file });
}

function run(task: () => Promise<void>): void {
  queue = queue.then(task).catch(() => answer({ kind: "failed" }));
}

addEventListener("message", ({ data }: MessageEvent<ToReader>) => run(take(data)));
