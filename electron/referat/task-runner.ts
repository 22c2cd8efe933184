import { Worker } from "node:worker_threads";

/** What a worker that is no typesetter is started with: which of the worker's parts it is. */
export type TaskSetup = { role: "probe" | "read-back" };
export type TaskJob<Task> = { id: number; task: Task };
export type TaskAnswer<Value> = { id: number; value: Value };

/** `late`: ended after its limit. `broken`: the worker ended, or was closed. */
export type TaskOutcome<Value> = { kind: "done"; value: Value } | { kind: "late" } | { kind: "broken"; detail: string };

export type TaskRunner<Task, Value> = { run(task: Task): Promise<TaskOutcome<Value>>; close(): Promise<void> };

/** A parser that meets a bomb is stopped here; what it holds outside the heap is bounded by the time limit alone. */
const heapMb = 1_024;

/**
 * Runs tasks one after the other in a worker that lives while there are any: nothing it took stays, and one that hangs or dies
 * takes its own task only.
 */
export function createTaskRunner<Task, Value>(options: {
  workerUrl: URL;
  role: TaskSetup["role"];
  limitMs: number;
}): TaskRunner<Task, Value> {
  let worker: Worker | null = null;
  let waiting = 0;
  let lastId = 0;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const runNow = async (task: Task): Promise<TaskOutcome<Value>> => {
    if (closed) return { kind: "broken", detail: "closed" };
    worker ??= new Worker(options.workerUrl, {
      workerData: { role: options.role } satisfies TaskSetup,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const outcome = await ask<Task, Value>(worker, { id: ++lastId, task }, options.limitMs);
    waiting -= 1;
    if (outcome.kind !== "done" || waiting === 0) {
      const ended = worker;
      worker = null;
      await ended?.terminate();
    }
    return outcome;
  };
  return {
    run(task) {
      waiting += 1;
      const done = queue.then(() => runNow(task));
      queue = done;
      return done;
    },
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}

function ask<Task, Value>(worker: Worker, job: TaskJob<Task>, limitMs: number): Promise<TaskOutcome<Value>> {
  return new Promise((resolve) => {
    const end = (outcome: TaskOutcome<Value>): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // What it says after its answer is no one's.
      worker.on("error", () => {});
      resolve(outcome);
    };
    const timer = setTimeout(() => end({ kind: "late" }), limitMs);
    worker.on("message", ({ value }: TaskAnswer<Value>) => end({ kind: "done", value }));
    worker.on("error", (error) => end({ kind: "broken", detail: error instanceof Error ? error.message.slice(0, 300) : String(error) }));
    worker.on("exit", () => end({ kind: "broken", detail: "the worker ended" }));
    worker.postMessage(job);
  });
}
