/** What numbering needs to know of a punkt: the number it keeps once the meeting is held, or null while numbers follow order. */
export type Numbered = { number: number | null };

/**
 * The numbers shown for punkter in their order. Before the meeting is held numbers follow order (1, 2, 3 …); afterwards each punkt
 * keeps the number it was given, so minutes that jump 2 → 5 stay so, and a punkt added later gets the highest number plus one.
 * Source: domain.md, "numbers are identity, not position".
 */
export function shownNumbers(items: readonly Numbered[]): number[] {
  let highest = items.reduce((max, item) => Math.max(max, item.number ?? 0), 0);
  const anyKept = highest > 0;
  return items.map((item, index) => {
    if (!anyKept) return index + 1;
    if (item.number !== null) return item.number;
    highest += 1;
    return highest;
  });
}
