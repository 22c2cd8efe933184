import type { AppContext } from "../context.ts";
import type { Watch } from "./watch.ts";

/** One kind of work that the window hears the steps of and can stop; `watched` gives null when it was. */
export type Stoppable = { watched<T>(work: (watch: Watch) => Promise<T>): Promise<T | null>; stop(): null };

/** What was begun last is what is stopped. */
export function createStoppable({ emit }: Pick<AppContext, "emit">): Stoppable {
  let running: AbortController | null = null;
  return {
    async watched(work) {
      const own = new AbortController();
      running = own;
      try {
        return await work({ step: (progress) => emit("referat:progressed", progress), signal: own.signal });
      } catch (error) {
        if (own.signal.aborted && error === own.signal.reason) return null;
        throw error;
      } finally {
        if (running === own) running = null;
      }
    },
    stop() {
      running?.abort();
      return null;
    },
  };
}
