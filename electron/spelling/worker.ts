import { parentPort, workerData } from "node:worker_threads";
import { loadSpelling } from "./load.ts";
import { type SpellingAnswer, type SpellingJob, type SpellingSetup, spellingReady } from "./messages.ts";

// A failure is not caught: an engine that trapped may be in any state, so the thread ends and the next request starts another.
const engine = await loadSpelling((workerData as SpellingSetup).resourcesDir);

parentPort?.on("message", ({ id, task }: SpellingJob) => {
  const value = task.kind === "check" ? engine.check(task.words, task.own) : engine.suggest(task.word, task.own);
  parentPort?.postMessage({ id, value } satisfies SpellingAnswer);
});
parentPort?.postMessage(spellingReady);
