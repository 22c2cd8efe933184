/** One comparison of a bench: ours and theirs measured in the same run, medians in `unit`; `ratio` is ours / theirs. */
export type BenchResult = { what: string; ours: number; theirs: number; unit: "ms" | "MB"; ratio: number };

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that `percent` of them do not pass. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

/** Milliseconds that `run` took. */
export async function timed(run: () => unknown): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** Ours and theirs in turn, A B A B …, so that a drift of the machine's speed strikes both alike. */
export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<{ ours: number; theirs: number }> {
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await ours());
    times.theirs.push(await theirs());
  }
  return { ours: median(times.ours), theirs: median(times.theirs) };
}

export function compared(what: string, times: { ours: number; theirs: number }, unit: BenchResult["unit"] = "ms"): BenchResult {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { what, ours: round(times.ours), theirs: round(times.theirs), unit, ratio: round(times.ours / times.theirs) };
}
