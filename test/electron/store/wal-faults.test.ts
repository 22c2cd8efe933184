import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../electron/store/open.ts";
import type { Store } from "../../../electron/store/store.ts";
import { makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { killedCopy, requests, testClock, testContext, testFolder, testStore } from "../../support/store.ts";

const saves = 40;

function checkpoint(path: string): void {
  const db = new Database(path);
  db.pragma("wal_checkpoint(RESTART)");
  db.close();
}

/** A data folder as a kill leaves it: a number saved 40 times, the first half of them already checkpointed. */
function killedFolder(): { dataDir: string; meetingId: string; itemId: string } {
  const dataDir = testFolder();
  const store = testStore(dataDir);
  const request = requests(testContext(store));
  const meeting = makeMeeting(request);
  const itemId = meeting.categories[0]?.items[0]?.id ?? "";
  for (let n = 1; n <= saves; n += 1) {
    save(request, meeting.id, { entity: "item", id: itemId, field: "decision", value: paragraphs(String(n)) });
    if (n === saves / 2) checkpoint(join(dataDir, "referent.db"));
  }
  return { dataDir: killedCopy(dataDir), meetingId: meeting.id, itemId };
}

/** A generator of the same numbers every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

type Fault = (wal: Buffer, random: (below: number) => number) => Buffer;

const faults: Record<string, Fault> = {
  torn: (wal, random) => wal.subarray(0, random(wal.byteLength)),
  zeroed: (wal, random) => {
    const from = random(wal.byteLength);
    return Buffer.from(wal).fill(0, from, Math.min(wal.byteLength, from + 1 + random(8_192)));
  },
  "bit-flipped": (wal, random) => {
    const copy = Buffer.from(wal);
    const at = random(copy.byteLength);
    copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
    return copy;
  },
};

function lastSaved(store: Store, meetingId: string): number | null {
  const request = requests(testContext(store));
  if (!request("meetings:list", {}).some((row) => row.id === meetingId)) return null;
  const decision = request("meetings:get", { meetingId }).categories[0]?.items[0]?.decision.content[0];
  const run = decision?.type === "paragraph" ? decision.content?.[0] : undefined;
  return run?.type === "text" ? Number(run.text) : 0;
}

describe("a write-ahead log that is", () => {
  it.each(Object.keys(faults))("%s: 100 cases open, and every acknowledged save is there or reported", { timeout: 60_000 }, (kind) => {
    const { dataDir, meetingId } = killedFolder();
    const path = (name: string): string => join(dataDir, name);
    const names = ["referent.db", "referent.db-wal", "high-water.json"];
    const before = new Map(names.map((name) => [name, readFileSync(path(name))]));
    const wal = before.get("referent.db-wal") ?? Buffer.alloc(0);
    const random = numbers(kind.length);
    let short = 0;
    for (let run = 0; run < 100; run += 1) {
      rmSync(dataDir, { recursive: true });
      mkdirSync(dataDir);
      for (const name of names) writeFileSync(path(name), before.get(name) ?? "");
      writeFileSync(path("referent.db-wal"), faults[kind]?.(wal, random) ?? wal);
      const store = openStore({ dataDir, clock: testClock() });
      const told = store.notices.length > 0;
      if (lastSaved(store, meetingId) !== saves) {
        expect([run, told]).toEqual([run, true]);
        short += 1;
      }
      store.close();
    }
    expect(short).toBeGreaterThan(10);
  });
});
