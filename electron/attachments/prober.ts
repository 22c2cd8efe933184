import type { AttachmentView } from "../../shared/domain/meeting.ts";
import { type AppError, AppFailure } from "../../shared/errors.ts";
import { createTaskRunner } from "../referat/task-runner.ts";
import type { Content } from "./content-repository.ts";
import { type IncomingFile, type KeptFile, shownName } from "./keep-file.ts";

/** What was found in a content; what is to be printed in its place is kept already. */
export type Probed = Omit<Content, "sha256">;
type KeptContent = Pick<AttachmentView, "sha256" | "mediaType">;

export type BilagTask = { kind: "keep"; dataDir: string; file: IncomingFile } | ({ kind: "probe"; dataDir: string } & KeptContent);
export type BilagAnswer = { kind: "kept"; kept: KeptFile } | { kind: "refused"; error: AppError } | { kind: "probed"; probed: Probed };

/** Takes bilag in and looks into them apart from the main thread, one at a time. */
export type Prober = {
  /** Throws AppFailure as `keepFile` does, and `file-unreadable` when the file was not read within two minutes. */
  keep(dataDir: string, file: IncomingFile): Promise<KeptFile>;
  /**
   * A content that takes past the limit, or ends the worker, has trouble `too-slow` or `damaged`; one that is gone or changed has
   * trouble `missing`. Throws AppFailure `disk-full` or `data-folder-unwritable` where what is to be printed could not be kept.
   */
  probe(dataDir: string, content: KeptContent): Promise<Probed>;
  close(): Promise<void>;
};

/** A large file on a slow drive far away. */
const keepLimitMs = 120_000;

/** `limitMs` is the longest one content may take to look into (20 s). */
export function createProber(options: { workerUrl: URL; limitMs?: number }): Prober {
  const limitMs = options.limitMs ?? 20_000;
  const runner = createTaskRunner<BilagTask, BilagAnswer>({ workerUrl: options.workerUrl, role: "probe", limitMs });
  let closed = false;
  const run = async (task: BilagTask, longestMs: number) => {
    const answer = await runner.run(task, { limitMs: longestMs });
    // What was cut off says nothing of the content.
    if (closed) throw new Error("the prober was closed");
    return answer;
  };
  return {
    async keep(dataDir, file) {
      const answer = await run({ kind: "keep", dataDir, file }, keepLimitMs);
      if (answer.kind === "late") throw new AppFailure({ kind: "file-unreadable", name: shownName(file), code: "ETIMEDOUT" });
      if (answer.kind === "broken") throw new Error(`a bilag was not kept: ${answer.detail}`);
      if (answer.value.kind === "refused") throw new AppFailure(answer.value.error);
      if (answer.value.kind !== "kept") throw new Error("the worker answered something else");
      return answer.value.kept;
    },
    async probe(dataDir, { sha256, mediaType }) {
      const answer = await run({ kind: "probe", dataDir, sha256, mediaType }, limitMs);
      if (answer.kind !== "done") return { trouble: answer.kind === "late" ? "too-slow" : "damaged", pages: [], printSha256: null };
      if (answer.value.kind === "refused") throw new AppFailure(answer.value.error);
      if (answer.value.kind !== "probed") throw new Error("the worker answered something else");
      return answer.value.probed;
    },
    close() {
      closed = true;
      return runner.close();
    },
  };
}
