/**
 * The indexes of a longest strictly rising run of `keys`: what may keep its place when a list is put in a new order, so that as few
 * rows as possible get a new position. Null keys never keep theirs.
 */
export function longestRisingRun(keys: readonly (string | null)[]): Set<number> {
  const best = keys.map(() => ({ length: 0, previous: -1 }));
  let end = -1;
  keys.forEach((key, index) => {
    const own = best[index];
    if (key === null || own === undefined) return;
    own.length = 1;
    for (let earlier = 0; earlier < index; earlier += 1) {
      const run = best[earlier];
      const earlierKey = keys[earlier] ?? null;
      if (run === undefined || earlierKey === null || earlierKey >= key || run.length < own.length) continue;
      own.length = run.length + 1;
      own.previous = earlier;
    }
    if (own.length > (best[end]?.length ?? 0)) end = index;
  });
  const kept = new Set<number>();
  for (let index = end; index >= 0; index = best[index]?.previous ?? -1) kept.add(index);
  return kept;
}
