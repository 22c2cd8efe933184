import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer } from "../../electron/ipc/answer.ts";
import { createInFlight } from "../../electron/ipc/in-flight.ts";
import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { openSampleApp, type SampleApp } from "../support/sample-app.ts";
import { type BenchResult, compared, percentile } from "./measure.ts";
import { typedMeetings, writeTypedMeetings } from "./typing-meetings.ts";

const saves = 400;
/** No save may hold the main process longer than this (p99). */
const limitMs = 10;

/** How long main is held by one save of the decision being typed: check, transaction, revision and fsync. p99, against 10 ms. */
export async function benchSaving(): Promise<BenchResult[]> {
  const work = mkdtempSync(join(tmpdir(), "referent-bench-"));
  const dataDir = join(work, "data");
  await writeTypedMeetings(dataDir);
  const app = await openSampleApp(dataDir);
  try {
    const list = await app.handlers["meetings:list"]({});
    const results: BenchResult[] = [];
    for (const { name } of typedMeetings) {
      const meetingId = list.find(({ title }) => title === name)?.id ?? "";
      const times = await timeSaves(app, await app.handlers["meetings:get"]({ meetingId }));
      results.push(compared(`gemning i hovedprocessen, p99, ${name}, mod ${limitMs} ms`, { ours: percentile(times, 99), theirs: limitMs }));
    }
    return results;
  } finally {
    await app.close();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Each save writes one more word at the end of a decision of the meeting, as a person at the keys would. */
async function timeSaves(app: SampleApp, meeting: MeetingView): Promise<number[]> {
  const item = itemsOf(meeting)[0];
  if (item === undefined) throw new Error("the meeting has no punkt");
  const parts = { handlers: app.handlers, log: failLoudly, inFlight: createInFlight(1), isTrusted: () => true };
  const times: number[] = [];
  for (let turn = 1; turn <= saves; turn += 1) {
    const typed = { type: "paragraph" as const, content: [{ type: "text" as const, text: "ord ".repeat(turn % 40).trim() || "ord" }] };
    const value = { type: "doc" as const, content: [...item.decision.content, typed] };
    const changes = [{ entity: "item", id: item.id, field: "decision", value }];
    const started = performance.now();
    const reply = await answer(parts, "meetings:save-fields", {}, { operationId: randomUUID(), meetingId: meeting.id, changes });
    times.push(performance.now() - started);
    if (!reply.ok) throw new Error(`a save failed: ${reply.error.kind}`);
  }
  return times;
}

function failLoudly(): string {
  throw new Error("a save was logged as a failure");
}
