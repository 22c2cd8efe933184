const fixedTitles = new Set([
  "dagsorden",
  "referat",
  "orientering fra magistraten",
  "orientering fra udvalget",
  "orientering om udvalget",
  "orientering om udvalgsmødet",
  "bordet rundt",
  "bordrunde",
]);

/** True for the points that stand on every agenda, under their older names too, "(5 min)" or not. Source: domain.md, the agenda template. */
export function isFixedPoint(title: string): boolean {
  return fixedTitles.has(
    title
      .replace(/\(\d+ min\.?\)/i, "")
      .trim()
      .toLowerCase(),
  );
}
