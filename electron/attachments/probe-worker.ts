import { parentPort } from "node:worker_threads";
import type { TaskAnswer, TaskJob } from "../referat/task-runner.ts";
import { type Probe, probeContent } from "./probe.ts";
import type { ProbeTask } from "./prober.ts";

/** Answers each content that the main thread sends. */
export function answerProbes(): void {
  parentPort?.on("message", async ({ id, task: { bytes, mediaType } }: TaskJob<ProbeTask>) => {
    parentPort?.postMessage({ id, value: await probeContent(bytes, mediaType) } satisfies TaskAnswer<Probe>);
  });
}
