import type { AttachmentView } from "../../shared/domain/meeting.ts";
import { createTaskRunner } from "../referat/task-runner.ts";
import type { Probe } from "./probe.ts";

export type ProbeTask = { bytes: Uint8Array; mediaType: AttachmentView["mediaType"] };

/** Looks into bilag apart from the main thread, one at a time. */
export type Prober = {
  /** Rejects only when it is closed: a content that takes past the limit, or ends the worker, has trouble `too-slow` or `damaged`. */
  probe(bytes: Uint8Array, mediaType: AttachmentView["mediaType"]): Promise<Probe>;
  close(): Promise<void>;
};

/** `limitMs` is the longest one content may take (20 s). */
export function createProber(options: { workerUrl: URL; limitMs?: number }): Prober {
  const runner = createTaskRunner<ProbeTask, Probe>({ workerUrl: options.workerUrl, role: "probe", limitMs: options.limitMs ?? 20_000 });
  let closed = false;
  return {
    async probe(bytes, mediaType) {
      const answer = await runner.run({ bytes, mediaType });
      // What was cut off says nothing of the content.
      if (closed) throw new Error("the prober was closed");
      if (answer.kind === "done") return answer.value;
      return { trouble: answer.kind === "late" ? "too-slow" : "damaged", pages: [], print: null };
    },
    close() {
      closed = true;
      return runner.close();
    },
  };
}
