/** What a soak found: runs made, acknowledged writes that were gone, those of them nobody was told of, and starts that failed. */
export type SoakResult = {
  soak: string;
  runs: number;
  lost: number;
  unreported: number;
  failedToOpen: number;
  [more: string]: number | string;
};

export type SoakOptions = { runs: number; seed: number; onRun?: (done: number) => void };

/** A whole number from 0 up to `below`, the same ones in every run of the same seed. */
export type Random = (below: number) => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[random(from.length)];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
}
