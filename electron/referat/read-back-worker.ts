import { parentPort } from "node:worker_threads";
import { type ReadReferat, readReferat } from "./read-pdf.ts";
import type { TaskAnswer, TaskJob } from "./task-runner.ts";

/** Null for bytes that no reader can open. */
export function answerReadBacks(): void {
  parentPort?.on("message", async ({ id, task }: TaskJob<Uint8Array>) => {
    const value = await readReferat(task).catch(() => null);
    parentPort?.postMessage({ id, value } satisfies TaskAnswer<ReadReferat | null>);
  });
}
