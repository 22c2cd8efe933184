import { Worker } from "node:worker_threads";
import { AppFailure } from "../../shared/errors.ts";
import type { WrongWord } from "../../shared/ipc/contract.ts";
import { type SpellingAnswer, type SpellingJob, type SpellingSetup, type SpellingTask, spellingReady } from "./messages.ts";

/** Danish spelling in a worker of its own, started by the first request. All but `close` throw AppFailure `spelling-failed`. */
export type Spelling = {
  /** The words that are wrong, each once. `own`: words that are right besides the dictionary's. */
  check(words: readonly string[], own: readonly string[]): Promise<WrongWord[]>;
  /** What the word may have been meant as, the likeliest first. */
  suggest(word: string, own: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
};

/**
 * `limitMs`: a request past this (10 s) ends the worker; the next request starts another. `startMs`: so long its dictionaries may take to
 * load (2 min), which a slow PC counts in tens of seconds.
 */
export type SpellingOptions = { workerUrl: URL; resourcesDir: string; limitMs?: number; startMs?: number };

export function createSpelling({ workerUrl, resourcesDir, limitMs = 10_000, startMs = 120_000 }: SpellingOptions): Spelling {
  let thread: SpellingThread | null = null;
  let closed = false;
  const ask = async (task: SpellingTask): Promise<SpellingAnswer["value"]> => {
    if (closed) throw failure("closed");
    if (thread === null || thread.ended()) thread = startThread(workerUrl, { resourcesDir }, startMs);
    return thread.ask(task, limitMs);
  };
  return {
    check: async (words, own) => (await ask({ kind: "check", words, own })) as WrongWord[],
    suggest: async (word, own) => (await ask({ kind: "suggest", word, own })) as string[],
    async close() {
      closed = true;
      await thread?.end("closed");
    },
  };
}

type SpellingThread = {
  ended(): boolean;
  ask(task: SpellingTask, limitMs: number): Promise<SpellingAnswer["value"]>;
  end(reason: string): Promise<void>;
};

/** One worker's life. It keeps the process alive only while someone waits for it. */
function startThread(workerUrl: URL, setup: SpellingSetup, startMs: number): SpellingThread {
  const worker = new Worker(workerUrl, { workerData: setup });
  const ready = Promise.withResolvers<void>();
  const waiting = new Map<number, PromiseWithResolvers<SpellingAnswer["value"]>>();
  let ended = false;
  let lastId = 0;

  const endWith = (reason: string): void => {
    ended = true;
    clearTimeout(loading);
    for (const each of waiting.values()) each.reject(failure(reason));
    waiting.clear();
  };
  const end = async (reason: string): Promise<void> => {
    endWith(reason);
    await worker.terminate();
  };
  const loading = setTimeout(() => void end(`not loaded after ${startMs} ms`), startMs).unref();
  worker.unref();
  worker.on("error", (error) => endWith(error instanceof Error ? error.message.slice(0, 300) : "crashed"));
  worker.on("exit", () => endWith("ended"));
  worker.on("message", (message: SpellingAnswer | typeof spellingReady) => {
    if (message === spellingReady) ready.resolve();
    else waiting.get(message.id)?.resolve(message.value);
  });
  void ready.promise.then(() => clearTimeout(loading));

  return {
    ended: () => ended,
    async ask(task, limitMs) {
      const id = ++lastId;
      const answer = Promise.withResolvers<SpellingAnswer["value"]>();
      waiting.set(id, answer);
      worker.ref();
      worker.postMessage({ id, task } satisfies SpellingJob);
      let timer: ReturnType<typeof setTimeout> | undefined;
      void ready.promise.then(() => {
        if (waiting.has(id)) timer = setTimeout(() => void end(`not done after ${limitMs} ms`), limitMs);
      });
      try {
        return await answer.promise;
      } finally {
        clearTimeout(timer);
        waiting.delete(id);
        if (waiting.size === 0) worker.unref();
      }
    },
    end,
  };
}

function failure(detail: string): AppFailure {
  return new AppFailure({ kind: "spelling-failed", detail });
}
