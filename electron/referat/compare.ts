import type { PrintAttachment, PrintItem, ReferatDocument } from "./document.ts";
import { lettersOf } from "./letters.ts";
import { piecesOf } from "./print-pieces.ts";
import type { ReadReferat } from "./read-pdf.ts";

/** A heading that has a bookmark; `pages` above 0 for a bilag, and `flows` when they are as many as its text takes. */
type Mark = { title: string; pages: number; flows: boolean };

/**
 * Where the file says something else than the document it was set from, in the referent's words, or null when it does not: the number of
 * pages, tags, faces, the bookmarks, the page numbers in Indhold, each stamp, and the words of every punkt in their order: its text, its
 * indstilling and its decision.
 */
export function findDifference(document: ReferatDocument, pages: number, read: ReadReferat): string | null {
  if (read.pages.length !== pages) return `filen har ${read.pages.length} sider, ikke ${pages}`;
  if (!read.tagged) return "filen har ingen mærker til skærmlæsere";
  if (read.missingFonts.length > 0) return `skriften ${read.missingFonts[0]} er ikke i filen`;
  const marks = marksOf(document);
  const bookmarks = document.form === "collected" && document.categories.length > 0 ? read.bookmarks.slice(1) : read.bookmarks;
  const wrong = marks.findIndex(({ title }, i) => lettersOf(bookmarks[i]?.title ?? "") !== lettersOf(title));
  if (wrong !== -1 || bookmarks.length !== marks.length) return `bogmærket til "${marks[wrong]?.title ?? "slutningen"}"`;
  const placed = placeMarks(marks, bookmarks, read.pages.length);
  return findWrongStamp(placed, read) ?? findWrongRow(document, placed, read) ?? findMissingWords(document, placed, read);
}

/** Letters that surely stand on the first line of a heading. */
const firstLine = 30;

type PlacedMark = Mark & { page: number };

/** What follows a bilag begins on a page of its own. */
function placeMarks(marks: readonly Mark[], bookmarks: ReadReferat["bookmarks"], lastPage: number): PlacedMark[] {
  return marks.map((mark, i) => {
    const page = bookmarks[i]?.page ?? 0;
    const next = bookmarks[i + 1]?.page ?? lastPage + 1;
    return { ...mark, page, pages: mark.flows ? next - page : mark.pages };
  });
}

function marksOf(document: ReferatDocument): Mark[] {
  const heading = (title: string): Mark[] => (title === "" ? [] : [{ title, pages: 0, flows: false }]);
  return document.categories.flatMap((category) => [
    ...heading(category.heading),
    ...category.items.flatMap((item) => [
      ...heading(item.heading),
      ...heading(item.decision?.heading ?? ""),
      ...item.attachments.flatMap((each) =>
        stampedPages(each) === 0 ? [] : [{ title: each.stamp, pages: stampedPages(each), flows: each.text !== null }],
      ),
    ]),
  ]);
}

function stampedPages({ note, text, pages }: PrintAttachment): number {
  return note === null && text === null ? pages.length : 1;
}

function findWrongStamp(marks: readonly PlacedMark[], read: ReadReferat): string | null {
  for (const { title, page, pages, flows } of marks) {
    // A heading of many lines may run over to the next page; a stamp does not.
    const wanted = pages > 0 ? lettersOf(title) : lettersOf(title).slice(0, firstLine);
    for (let at = page; at < page + Math.max(1, pages); at += 1)
      if (!lettersOf(stampOn(read, at, flows && at > page)).includes(wanted)) return `"${title}" på side ${at}`;
  }
  return null;
}

/** Above text that flows on, the stamp stands in the page's head. */
function stampOn(read: ReadReferat, page: number, inHead: boolean): string {
  return (inHead ? read.pages[page - 1]?.all : read.pages[page - 1]?.own) ?? "";
}

/** Each row of Indhold must end with the page its heading stands on; the categories have no number there. */
function findWrongRow(document: ReferatDocument, marks: readonly PlacedMark[], read: ReadReferat): string | null {
  if (document.form === "short") return null;
  const categories = new Set(document.categories.map(({ heading }) => heading));
  const before = read.pages.slice(0, Math.max(0, (marks[0]?.page ?? 1) - 1));
  const contents = before.map(({ own }) => lettersOf(own)).join("");
  let at = 0;
  for (const { title, page } of marks.filter((mark) => !categories.has(mark.title))) {
    const wanted = lettersOf(title);
    const found = contents.indexOf(wanted, at);
    if (found === -1) return `"${title}" i Indhold`;
    at = found + wanted.length;
    if (/^\d*/.exec(contents.slice(at))?.[0] !== String(page)) return `sidetallet ved "${title}" i Indhold`;
  }
  return null;
}

function findMissingWords(document: ReferatDocument, marks: readonly PlacedMark[], read: ReadReferat): string | null {
  const bilag = new Set(marks.flatMap(({ page, pages }) => Array.from({ length: pages }, (_, i) => page + i)));
  const first = marks[0]?.page ?? 1;
  const text = read.pages.map(({ own }, i) => (i + 1 < first || bilag.has(i + 1) ? "" : lettersOf(own))).join("");
  let at = 0;
  for (const item of document.categories.flatMap(({ items }) => items)) {
    for (const { words, part } of wordsOf(item)) {
      const found = text.indexOf(words, at);
      if (found === -1) return `${item.place}, ${part}`;
      at = found + words.length;
    }
  }
  return null;
}

/** All that is printed of a punkt before its bilag, piece by piece in its order. */
function wordsOf({ heading, agendaText, recommendations, decision }: PrintItem): { words: string; part: string }[] {
  const parts = [
    { part: "teksten", pieces: [heading, ...agendaText.flatMap(piecesOf)] },
    { part: "indstillingen", pieces: recommendations.map(({ text }) => text) },
    { part: "beslutningen", pieces: decision === null ? [] : [decision.heading, ...decision.blocks.flatMap(piecesOf)] },
  ];
  return parts.flatMap(({ part, pieces }) =>
    pieces.map((piece) => ({ words: lettersOf(piece), part })).filter(({ words }) => words !== ""),
  );
}
