import type { Piece } from "./page-pieces.ts";
import { type PageScale, type Rows, rowsOf } from "./paint-pieces.ts";

/** The rows of a page that look another way than before, within `all`; null when none does. */
export function changedRows(before: readonly Piece[], now: readonly Piece[], page: PageScale, all: Rows): Rows | null {
  const shorter = Math.min(before.length, now.length);
  let first = 0;
  while (first < shorter && before[first] === now[first]) first += 1;
  let last = 0;
  while (last < shorter - first && before.at(-1 - last) === now.at(-1 - last)) last += 1;
  const changed = [...before.slice(first, before.length - last), ...now.slice(first, now.length - last)];
  const rows = changed.map((piece) => rowsOf(piece, page)).filter((each) => each !== null);
  const from = Math.max(all.from, Math.min(...rows.map((each) => each.from)));
  const to = Math.min(all.to, Math.max(...rows.map((each) => each.to)));
  return from < to ? { from, to } : null;
}
