import { Worker } from "node:worker_threads";

/** What a worker that is no typesetter is started with: which of the worker's parts it is. */
export type TaskSetup = { role: "probe" | "read-back" };
export type TaskJob<Task> = { id: number; task: Task };
export type TaskAnswer<Value> = { id: number; value: Value };

/** `late`: ended after its limit. `broken`: the worker ended, or was closed. */
export type TaskOutcome<Value> = { kind: "done"; value: Value } | { kind: "late" } | { kind: "broken"; detail: string };

/** `limitMs` of a run takes the place of the runner's own; `stayMs` is how long the worker then waits for another task (2 s). */
export type RunLimits = { limitMs?: number; stayMs?: number };
export type TaskRunner<Task, Value> = { run(task: Task, limits?: RunLimits): Promise<TaskOutcome<Value>>; close(): Promise<void> };

/** A parser that meets a bomb is stopped here; what it holds outside the heap is bounded by the time limit alone. */
const heapMb = 1_024;

/** Files that are added one after the other share a worker. */
const idleMs = 2_000;

/**
 * Runs tasks one after the other in a worker that lives while there are any and a moment longer: nothing it took stays, and one that
 * hangs or dies takes its own task only.
 */
export function createTaskRunner<Task, Value>(options: {
  workerUrl: URL;
  role: TaskSetup["role"];
  limitMs: number;
}): TaskRunner<Task, Value> {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let waiting = 0;
  let lastId = 0;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  const start = (): Worker => {
    const started = new Worker(options.workerUrl, {
      workerData: { role: options.role } satisfies TaskSetup,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    // What it says after its answer is no one's; one that dies is not asked again.
    started.on("error", () => {});
    started.on("exit", () => {
      if (worker === started) worker = null;
    });
    return started;
  };
  const rest = (resting: Worker, stayMs: number): void => {
    // It keeps no one from leaving.
    resting.unref();
    idle = setTimeout(() => void end(), stayMs).unref();
  };
  const runNow = async (task: Task, { limitMs = options.limitMs, stayMs = idleMs }: RunLimits): Promise<TaskOutcome<Value>> => {
    if (closed) return { kind: "broken", detail: "closed" };
    clearTimeout(idle);
    const running = worker ?? start();
    worker = running;
    running.ref();
    const outcome = await ask<Task, Value>(running, { id: ++lastId, task }, limitMs);
    waiting -= 1;
    if (outcome.kind !== "done") await end();
    else if (waiting === 0) rest(running, stayMs);
    return outcome;
  };
  return {
    run(task, limits = {}) {
      waiting += 1;
      const done = queue.then(() => runNow(task, limits));
      queue = done;
      return done;
    },
    async close() {
      closed = true;
      clearTimeout(idle);
      await end();
    },
  };
}

function ask<Task, Value>(worker: Worker, job: TaskJob<Task>, limitMs: number): Promise<TaskOutcome<Value>> {
  return new Promise((resolve) => {
    const answered = ({ value }: TaskAnswer<Value>): void => end({ kind: "done", value });
    const failed = (error: unknown): void =>
      end({ kind: "broken", detail: error instanceof Error ? error.message.slice(0, 300) : String(error) });
    const exited = (): void => end({ kind: "broken", detail: "the worker ended" });
    const end = (outcome: TaskOutcome<Value>): void => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", failed).off("exit", exited);
      resolve(outcome);
    };
    const timer = setTimeout(() => end({ kind: "late" }), limitMs);
    worker.on("message", answered).on("error", failed).on("exit", exited);
    worker.postMessage(job);
  });
}
