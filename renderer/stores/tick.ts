import { useSyncExternalStore } from "react";

const second = 1_000;
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

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

/** What `select` makes of the time (ms since 1970), looked at once a second: only what shows another value is drawn anew. */
export function useTick<T extends string | number | boolean | null>(select: (now: number) => T): T {
  // Between two ticks a clock may have been started: its first second is then already right.
  return useSyncExternalStore(hear, () => select(listeners.size === 0 ? Date.now() : now));
}
