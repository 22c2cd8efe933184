import type { CaretWords, Mark, Place } from "./page-messages.ts";
import type { PageLetters } from "./page-pieces.ts";

/** The running head and foot take these parts of a page: their words are none of the punkt's. */
const head = 0.09;
const foot = 0.92;

type Line = { page: number; top: number; bottom: number };
export type PageText = { height: number; letters: readonly PageLetters[] };

/** The line of a finished page that the caret is in; null when its words are not found. `textOf` reads a page (from 1). */
export async function findMark(
  { number, words, times }: CaretWords,
  outline: { places: readonly Place[]; pages: number },
  textOf: (page: number) => Promise<PageText>,
): Promise<Mark | null> {
  const at = outline.places.findIndex((each) => each.number === number);
  const from = outline.places[at];
  if (from === undefined) return null;
  const until = outline.places[at + 1] ?? { page: outline.pages, top: 1 };
  let text = "";
  let found = 0;
  for (let page = from.page; page <= until.page; page += 1) {
    for (const { line, str } of linesOf(page, await textOf(page))) {
      if (isBefore(line, from) || !isBefore(line, until)) continue;
      const begun = Math.max(0, text.length - words.length + 1);
      text += str;
      found += timesIn(text.slice(begun), words);
      if (found >= times) return line;
    }
  }
  return null;
}

function linesOf(page: number, { height, letters }: PageText): { line: Line; str: string }[] {
  return letters
    .map(({ str, baseline, size }) => {
      return { line: { page, top: 1 - (baseline + size) / height, bottom: 1 - (baseline - size / 3) / height }, str: solid(str) };
    })
    .filter(({ line, str }) => str !== "" && line.top > head && line.bottom < foot);
}

function isBefore(line: Line, place: Pick<Place, "page" | "top">): boolean {
  return line.page < place.page || (line.page === place.page && line.bottom < place.top);
}

function timesIn(text: string, words: string): number {
  return text.split(words).length - 1;
}

function solid(text: string): string {
  return text.replace(/[\s\u200b]/g, "");
}
