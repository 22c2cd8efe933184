/** What each page is drawn from, as it stands in the file, and the faces of all of them: where both are the same, so is the look. */
export type PagePrints = { pages: readonly string[]; faces: string };

// A face holds only the letters in use, and a page names them by their place in it.
const pageObject = /\n\d+ 0 obj\n<<\n {2}\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R[\s\S]*?\nendobj/g;
const streamObject = /\n(\d+) 0 obj\n<<\n {2}\/Length (\d+)\n[\s\S]*?stream\r?\n/g;
const faceFile = /\/FontFile[23]? (\d+) 0 R/g;

/** Reads them of a file from the typesetter, without unpacking anything. A part that is built otherwise is left empty. */
export function readPrints(pdf: Uint8Array): PagePrints {
  const file = new TextDecoder("latin1").decode(pdf);
  const streams = new Map<string, string>();
  for (const { 0: head, 1: id = "", 2: length, index } of file.matchAll(streamObject)) {
    const start = index + head.length;
    streams.set(id, file.slice(start, start + Number(length)));
  }
  const contentOf = ([, id = ""]: RegExpExecArray): string => streams.get(id) ?? "";
  return { pages: [...file.matchAll(pageObject)].map(contentOf), faces: [...file.matchAll(faceFile)].map(contentOf).join() };
}

/** Whether a page (from 1) is known to look as it did. */
export function looksTheSame(before: PagePrints, now: PagePrints, page: number): boolean {
  const print = now.pages[page - 1] ?? "";
  return print !== "" && now.faces !== "" && print === before.pages[page - 1] && now.faces === before.faces;
}
