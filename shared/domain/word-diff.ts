/** A stretch of text that both have, or only the older ("removed") or only the newer ("added"). */
export type DiffPart = { kind: "same" | "removed" | "added"; text: string };

/** Beyond this many differing words in a row nobody reads a comparison: the two stretches are given whole. */
const mostSteps = 1_000;

const words = /\n|[^\S\n]+|[\p{L}\p{M}\p{N}]+(?:[-'’/.,][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu;

/** What became of `before` on the way to `after`, word by word; the parts without the added ones are `before`, without the removed ones `after`. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [old, now] = [before.match(words) ?? [], after.match(words) ?? []];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const steps: DiffPart[] = [
    ...old.slice(0, start).map(same),
    ...shortest(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...old.slice(old.length - end).map(same),
  ];
  return joined(withoutIslands(joined(steps)));
}

function same(text: string): DiffPart {
  return { kind: "same", text };
}

/** The shortest way from one list of words to the other. Source: Myers, An O(ND) Difference Algorithm (1986). */
function shortest(old: readonly string[], now: readonly string[]): DiffPart[] {
  const trace: Int32Array[] = [];
  let reach = new Int32Array(3);
  for (let steps = 0; steps <= Math.min(mostSteps, old.length + now.length); steps++) {
    const next = new Int32Array(2 * steps + 3);
    for (let k = -steps; k <= steps; k += 2) {
      const from = steps === 0 ? 0 : startOf(reach, steps, k);
      let x = from;
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x += 1;
      next[k + steps + 1] = x;
      if (x >= old.length && x - k >= now.length) return walkBack([...trace, reach], old, now);
    }
    trace.push(reach);
    reach = next;
  }
  return [
    { kind: "removed", text: old.join("") },
    { kind: "added", text: now.join("") },
  ];
}

/** How far in `old` diagonal `k` is at the beginning of a step: one word removed, or one added. `reach` is that of the step before. */
function startOf(reach: Int32Array, steps: number, k: number): number {
  const at = (diagonal: number): number => reach[diagonal + steps] as number;
  return comesDown(reach, steps, k) ? at(k + 1) : at(k - 1) + 1;
}

function comesDown(reach: Int32Array, steps: number, k: number): boolean {
  return k === -steps || (k !== steps && (reach[k - 1 + steps] as number) < (reach[k + 1 + steps] as number));
}

function walkBack(trace: readonly Int32Array[], old: readonly string[], now: readonly string[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let [x, y] = [old.length, now.length];
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const reach = trace[steps] as Int32Array;
    const k = x - y;
    const down = steps > 0 && comesDown(reach, steps, k);
    const from = steps === 0 ? 0 : startOf(reach, steps, k);
    for (; x > from && y > 0; x--, y--) parts.push(same(old[x - 1] as string));
    if (steps === 0) break;
    if (down) parts.push({ kind: "added", text: now[--y] as string });
    else parts.push({ kind: "removed", text: old[--x] as string });
  }
  return parts.reverse();
}

/** Spaces between two changes belong to them: nobody reads those as text that stayed. */
function withoutIslands(parts: readonly DiffPart[]): DiffPart[] {
  return parts.flatMap((part, index): DiffPart[] => {
    const between = index > 0 && index < parts.length - 1;
    if (part.kind !== "same" || !between || !/^[^\S\n]+$/.test(part.text)) return [part];
    return [
      { kind: "removed", text: part.text },
      { kind: "added", text: part.text },
    ];
  });
}

/** Neighbours of a kind as one part; among changes what was removed stands before what was added. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let [removed, added] = ["", ""];
  const flush = (): void => {
    if (removed !== "") out.push({ kind: "removed", text: removed });
    if (added !== "") out.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const { kind, text } of parts) {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.kind === "same") last.text += text;
      else if (text !== "") out.push({ kind, text });
    }
  }
  flush();
  return out;
}
