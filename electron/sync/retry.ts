import { setTimeout as wait } from "node:timers/promises";

/** The passing of time in the folder's work, so that tests can run a minute of it at once. */
export type Timing = {
  delay(ms: number): Promise<void>;
  /** Runs once after `firstMs` and then every `ms`, without keeping the process alive. Returns how to stop it. */
  every(firstMs: number, ms: number, run: () => void): () => void;
  /** How long one call to the folder may take before it counts as hung. */
  callLimitMs: number;
  /** How long a run may go on when the app closes; what is not laid by then waits in the outbox for the next start. */
  closeGraceMs: number;
};

export const systemTiming: Timing = {
  delay: async (ms) => {
    await wait(ms);
  },
  every(firstMs, ms, run) {
    let timer = setTimeout(tick, firstMs).unref();
    function tick(): void {
      timer = setTimeout(tick, ms).unref();
      run();
    }
    return () => clearTimeout(timer);
  },
  callLimitMs: 15_000,
  closeGraceMs: 3_000,
};

const firstDelayMs = 10;
const longestDelayMs = 1_000;
const totalMs = 60_000;

/** The pauses between attempts to give a file its name: 10 ms doubling to 1 s, 60 s in all (storage-and-sync.md, step 5). */
export function* renameDelays(): Generator<number> {
  let waited = 0;
  for (let pause = firstDelayMs; waited < totalMs; pause = Math.min(pause * 2, longestDelayMs)) {
    yield pause;
    waited += pause;
  }
}
