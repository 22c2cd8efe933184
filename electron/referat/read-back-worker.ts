import { parentPort } from "node:worker_threads";
import { type ReadReferat, type ReadTask, readReferat } from "./read-pdf.ts";
import type { TaskAnswer, TaskJob } from "./task-runner.ts";

/** Null for bytes that no reader can open. */
export function answerReadBacks(): void {
  parentPort?.on("message", async ({ id, task }: TaskJob<ReadTask>) => {
    const value = await readReferat(task.pdf, task.pagesOnly).catch(() => null);
    parentPort?.postMessage({ id, value } satisfies TaskAnswer<ReadReferat | null>);
  });
}
