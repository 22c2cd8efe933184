import type { TypesetJob } from "./typeset-messages.ts";
import type { SetPages, TypesetThread } from "./typeset-thread.ts";

/** Has one warm worker ready for the next job, whatever became of the last. Jobs are run one at a time by the caller. */
export type ThreadKeeper = { run(job: TypesetJob): Promise<SetPages>; close(): Promise<void> };

type Successor = { thread: TypesetThread; rehearsed: boolean };

/** Nobody waits for pages this long after the last job: a good time to renew the worker. */
const quietMs = 2_000;

/** What each page of bilag may take beside the rest: a thousand of them are no reason to give up. */
export const pageMs = 100;

type Limits = { runMs: number; renewAfterBytes: number; restAfterBytes: number };

/**
 * The engine never gives memory back, so past `renewAfterBytes` of growth a successor takes over, and in a quiet moment past
 * `restAfterBytes`. It has set the last document by then, so the job that finds it is no slower than the one before; but those that are
 * run meanwhile share the processors with it.
 */
export function keepThread(start: () => TypesetThread, limits: Limits): ThreadKeeper {
  let current = start();
  let successor: Successor | null = null;
  let closed = false;
  let busy = false;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  const renew = (job: TypesetJob): void => {
    if (closed || successor !== null) return;
    const next: Successor = { thread: start(), rehearsed: false };
    successor = next;
    rehearse(next.thread, job, limits.runMs).then(
      () => {
        next.rehearsed = true;
        // Nobody may ask for another document for a long time: the old memory is given back now.
        if (!busy && successor === next) currentThread();
      },
      () => {
        void next.thread.end();
        if (successor === next) successor = null;
      },
    );
  };
  const currentThread = (): TypesetThread => {
    if (successor?.rehearsed === true) {
      current.end();
      current = successor.thread;
      successor = null;
    }
    if (current.state() === "ended") current = start();
    return current;
  };
  const runOn = async (thread: TypesetThread, job: TypesetJob): Promise<SetPages> => {
    await thread.ready();
    try {
      const set = await thread.run(job, limits.runMs + pageMs * job.bilagPages);
      const grown = thread.grownBytes();
      if (grown > limits.renewAfterBytes) renew(job);
      else if (grown > limits.restAfterBytes) quiet = setTimeout(() => renew(job), quietMs).unref();
      return set;
    } catch (error) {
      // An engine that failed once may be in any state: the next document gets a new one, which warms up meanwhile.
      await thread.end();
      if (!closed) currentThread();
      throw error;
    }
  };
  return {
    async run(job) {
      clearTimeout(quiet);
      busy = true;
      try {
        return await runOn(currentThread(), job);
      } finally {
        busy = false;
      }
    },
    async close() {
      closed = true;
      clearTimeout(quiet);
      await Promise.all([current.end(), successor?.thread.end()]);
    },
  };
}

/** Files are not read once more for it: a referat with bilag is exported, not shown at each key. */
async function rehearse(thread: TypesetThread, job: TypesetJob, limitMs: number): Promise<void> {
  await thread.ready();
  if (job.files.length === 0) await thread.run(job, limitMs);
}
