/**
 * The ids that can stay where they are while the others are moved around them: the longest run of `present` that keeps the order
 * of `wanted`. The one with the caret stays if it can, so that nothing moves under the hand that writes.
 */
export function stayingItems(present: readonly string[], wanted: readonly string[], caretId: string | null): Set<string> {
  const order = new Map(wanted.map((id, index) => [id, index]));
  const ids = present.filter((id) => order.has(id));
  const best: { weight: number; previous: number }[] = [];
  let last = -1;
  ids.forEach((id, i) => {
    let [weight, previous] = [0, -1];
    best.forEach((run, j) => {
      if (run.weight > weight && rank(order, ids[j]) < rank(order, id)) [weight, previous] = [run.weight, j];
    });
    best.push({ weight: weight + (id === caretId ? ids.length : 1), previous });
    if (last < 0 || (best[i]?.weight ?? 0) > (best[last]?.weight ?? 0)) last = i;
  });
  const staying = new Set<string>();
  for (let i = last; i >= 0; i = best[i]?.previous ?? -1) staying.add(ids[i] ?? "");
  return staying;
}

function rank(order: ReadonlyMap<string, number>, id: string | undefined): number {
  return order.get(id ?? "") ?? -1;
}
