import type { TypesetJob } from "./typeset-messages.ts";
import type { SetPages, TypesetThread } from "./typeset-thread.ts";

/** Has one warm worker ready for the next job, whatever became of the last. Jobs are run one at a time by the caller. */
export type ThreadKeeper = { run(job: TypesetJob): Promise<SetPages>; close(): Promise<void> };

/** `renewAfterBytes`: the engine never gives memory back, so past this growth a successor, already warm, takes over. */
export function keepThread(start: () => TypesetThread, limits: { runMs: number; renewAfterBytes: number }): ThreadKeeper {
  let current = start();
  let successor: TypesetThread | null = null;
  let closed = false;

  const next = (): TypesetThread => {
    if (successor?.state() === "ready") {
      current.end();
      current = successor;
    }
    if (successor?.state() !== "loading") successor = null;
    if (current.state() === "ended") current = start();
    return current;
  };
  return {
    async run(job) {
      const thread = next();
      await thread.ready();
      try {
        const set = await thread.run(job, limits.runMs);
        if (!closed && thread.grownBytes() > limits.renewAfterBytes) successor ??= start();
        return set;
      } catch (error) {
        // An engine that failed once may be in any state: the next document gets a new one, which warms up meanwhile.
        await thread.end();
        if (!closed) next();
        throw error;
      }
    },
    async close() {
      closed = true;
      await Promise.all([current.end(), successor?.end()]);
    },
  };
}
