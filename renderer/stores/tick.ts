import { useSyncExternalStore } from "react";

const second = 1_000;
/** Two seconds further apart than this had the PC asleep between them: a window in the background is slowed down to one a minute at most. */
const sleepMs = 5 * 60_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function hear(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    timer = setInterval(tick, second);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

const wakers = new Set<(asleepSince: number) => void>();

/** Calls back when the PC has been asleep while a clock was in sight, with when it fell asleep; gives a function to stop. */
export function onWake(wake: (asleepSince: number) => void): () => void {
  wakers.add(wake);
  return () => void wakers.delete(wake);
}

function tick(): void {
  const before = now;
  now = Date.now();
  if (now - before > sleepMs) for (const wake of wakers) wake(before);
  for (const listener of listeners) listener();
}

/** What `select` makes of the time (ms since 1970), looked at once a second: only what shows another value is drawn anew. */
export function useTick<T extends string | number | boolean | null>(select: (now: number) => T): T {
  // Between two ticks a clock may have been started: its first second is then already right.
  return useSyncExternalStore(hear, () => select(listeners.size === 0 ? Date.now() : now));
}
