/** A stretch of a text, and whether it is what was typed. */
export type MatchPiece = { text: string; hit: boolean };

/**
 * How well a text fits what was typed: every typed word stands somewhere in it, and counts more where it begins a word. 0 when one is
 * missing. `text` is what the line is called, `detail` what stands beside it.
 */
export function matchScore(typed: string, text: string, detail = ""): number {
  let score = 1;
  for (const word of wordsOf(typed)) {
    const own = wordScore(word, plain(text));
    const beside = wordScore(word, plain(detail));
    if (own + beside === 0) return 0;
    score += own > 0 ? own + 1 : beside / 2;
  }
  return score;
}

/** The text cut where a typed word stands in it, at the beginning of a word where it does. */
export function matchPieces(typed: string, text: string): MatchPiece[] {
  const hits = wordsOf(typed)
    .map((word) => ({ from: placeOf(word, plain(text)), length: word.length }))
    .filter(({ from }) => from !== -1);
  const pieces: MatchPiece[] = [];
  for (let at = 0; at < text.length; ) {
    const inside = hits.filter(({ from, length }) => from <= at && at < from + length);
    const end = inside.length > 0 ? Math.max(...inside.map(({ from, length }) => from + length)) : nextHit(hits, at, text.length);
    pieces.push({ text: text.slice(at, end), hit: inside.length > 0 });
    at = end;
  }
  return pieces;
}

function nextHit(hits: readonly { from: number }[], at: number, end: number): number {
  return Math.min(end, ...hits.map(({ from }) => from).filter((from) => from > at));
}

function wordScore(word: string, text: string): number {
  const at = placeOf(word, text);
  if (at === -1) return 0;
  if (at === 0) return 3;
  return beginsWord(text, at) ? 2 : 1;
}

function placeOf(word: string, text: string): number {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) if (beginsWord(text, at)) return at;
  return text.indexOf(word);
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "");
}

function wordsOf(typed: string): string[] {
  return plain(typed)
    .split(/\s+/)
    .filter((word) => word !== "");
}

function plain(text: string): string {
  return text.toLocaleLowerCase("da");
}
