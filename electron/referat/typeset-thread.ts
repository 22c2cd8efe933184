import { Worker } from "node:worker_threads";
import type { TypesetJob, WorkerAnswer, WorkerSetup } from "./typeset-messages.ts";

export type SetPages = { pdf: Uint8Array<ArrayBuffer>; pages: number };

/** One worker's life. It keeps the process alive only while someone waits for it. */
export type TypesetThread = {
  state(): "loading" | "ready" | "ended";
  /** Resolves when the engine is loaded and warm; rejects when the worker ended before that. */
  ready(): Promise<void>;
  /** One job at a time. Rejects when the job failed, the worker ended, or `limitMs` passed; the thread should then be ended. */
  run(job: TypesetJob, limitMs: number): Promise<SetPages>;
  /** How much the engine's memory has grown since its first document, in bytes; since it was warm when that one showed files. */
  grownBytes(): number;
  end(): Promise<void>;
};

/** What a document leaves behind outside of the engine is little: left to itself the worker's young heap doubles up to 48 MB over an evening. */
const maxYoungGenerationSizeMb = 12;

/** Starts a worker, which begins loading at once. */
export function startThread(workerUrl: URL, setup: WorkerSetup): TypesetThread {
  const worker = new Worker(workerUrl, { workerData: setup, resourceLimits: { maxYoungGenerationSizeMb } });
  const loaded = Promise.withResolvers<void>();
  loaded.promise.catch(() => {});
  let state: "loading" | "ready" | "ended" = "loading";
  const memory = { warm: 0, first: 0, now: 0 };
  let showsFiles = false;
  let job = Promise.withResolvers<SetPages>();

  const endWith = (reason: Error): void => {
    state = "ended";
    loaded.reject(reason);
    job.reject(reason);
  };
  const takeAnswer = (message: WorkerAnswer): void => {
    if (message.kind === "failed") {
      job.reject(new Error(message.detail));
      return;
    }
    if (message.kind === "set") {
      memory.now = message.memoryBytes;
      memory.first ||= showsFiles ? memory.warm : message.memoryBytes;
      job.resolve({ pdf: message.pdf, pages: message.pages });
      return;
    }
    memory.warm = message.memoryBytes;
    state = "ready";
    loaded.resolve();
  };
  const whileAwake = <T>(wait: Promise<T>): Promise<T> => {
    worker.ref();
    return wait.finally(() => worker.unref());
  };
  job.promise.catch(() => {});
  worker.unref();
  worker.on("error", (error) => endWith(error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", () => endWith(new Error("the typesetter's worker ended")));
  worker.on("message", takeAnswer);

  return {
    state: () => state,
    ready: () => whileAwake(loaded.promise),
    run(message, limitMs) {
      if (state !== "ready") return Promise.reject(new Error("the typesetter's worker is not ready"));
      job = Promise.withResolvers<SetPages>();
      showsFiles = message.files.length > 0;
      worker.postMessage(message);
      const timer = setTimeout(() => endWith(new Error(`not done after ${limitMs} ms`)), limitMs);
      return whileAwake(job.promise).finally(() => clearTimeout(timer));
    },
    grownBytes: () => memory.now - memory.first,
    async end() {
      endWith(new Error("the typesetter was closed"));
      await worker.terminate();
    },
  };
}
