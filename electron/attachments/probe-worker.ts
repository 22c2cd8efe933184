import { parentPort } from "node:worker_threads";
import { AppFailure } from "../../shared/errors.ts";
import type { TaskAnswer, TaskJob } from "../referat/task-runner.ts";
import { keepBlob, readBlob } from "./blobs.ts";
import { keepFile } from "./keep-file.ts";
import { probeContent } from "./probe.ts";
import type { BilagAnswer, BilagTask, Probed } from "./prober.ts";

/** Answers each file and content that the main thread sends. */
export function answerProbes(): void {
  parentPort?.on("message", async ({ id, task }: TaskJob<BilagTask>) => {
    parentPort?.postMessage({ id, value: await answerOf(task) } satisfies TaskAnswer<BilagAnswer>);
  });
}

async function answerOf(task: BilagTask): Promise<BilagAnswer> {
  try {
    if (task.kind === "keep") return { kind: "kept", kept: await keepFile(task.dataDir, task.file) };
    return { kind: "probed", probed: await probeKept(task) };
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    return { kind: "refused", error: error.appError };
  }
}

async function probeKept({ dataDir, sha256, mediaType }: BilagTask & { kind: "probe" }): Promise<Probed> {
  const bytes = findBytes(dataDir, sha256);
  if (bytes === null) return { trouble: "missing", pages: [], printSha256: null };
  const { print, ...found } = await probeContent(bytes, mediaType);
  return { ...found, printSha256: print === null ? null : (await keepBlob(dataDir, print)).sha256 };
}

function findBytes(dataDir: string, sha256: string): Uint8Array | null {
  try {
    return readBlob(dataDir, sha256);
  } catch (error) {
    if (error instanceof AppFailure) return null;
    throw error;
  }
}
