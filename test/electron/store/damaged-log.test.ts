import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { killedCopy, requests, testContext, testFolder, testStore } from "../../support/store.ts";

const saves = 40;

/** A killed data folder with many saves in its log, all of them also in the database: the checkpoint was through. */
function checkpointedFolder(): { dataDir: string; meeting: MeetingView; actor: string } {
  const dataDir = testFolder();
  const store = testStore(dataDir);
  const request = requests(testContext(store));
  const { id: meetingId, categories } = makeMeeting(request);
  const itemIds = categories.flatMap(({ items }) => items.map(({ id }) => id));
  for (let n = 0; n < saves; n += 1) {
    const id = itemIds[n % itemIds.length] ?? "";
    save(request, meetingId, { entity: "item", id, field: "decision", value: paragraphs(`${n} orienterede. `.repeat(1 + n * 10)) });
  }
  const other = new Database(join(dataDir, "referent.db"));
  other.pragma("wal_checkpoint(PASSIVE)");
  other.close();
  return { dataDir: killedCopy(dataDir), meeting: request("meetings:get", { meetingId }), actor: store.actor };
}

describe("a log that is damaged after all of it came into the database", () => {
  it("does not take the database back to what the rest of the log says", () => {
    const { dataDir, meeting, actor } = checkpointedFolder();
    const log = readFileSync(join(dataDir, "referent.db-wal"));
    truncateSync(join(dataDir, "referent.db-wal"), Math.floor(log.byteLength / 2));
    const store = testStore(dataDir);
    expect(requests(testContext(store))("meetings:get", { meetingId: meeting.id })).toEqual(meeting);
    expect(store.notices).toEqual([]);
    // What the damaged part of the log still held is not known, so its dots may be in use.
    expect(store.actor).not.toBe(actor);
  });

  it("keeps the database and the damaged log as they were found", () => {
    const { dataDir } = checkpointedFolder();
    const log = readFileSync(join(dataDir, "referent.db-wal"));
    const torn = log.subarray(0, Math.floor(log.byteLength / 2));
    writeFileSync(join(dataDir, "referent.db-wal"), torn);
    const database = readFileSync(join(dataDir, "referent.db"));
    testStore(dataDir);
    const kept = readdirSync(dataDir).find((name) => /^referent\.db\.damaged-\w+$/.test(name)) ?? "";
    expect(readFileSync(join(dataDir, kept)).equals(database)).toBe(true);
    expect(readFileSync(join(dataDir, `${kept}-wal`)).equals(torn)).toBe(true);
  });

  it("is opened as it is when the log is whole", () => {
    const { dataDir, meeting, actor } = checkpointedFolder();
    const store = testStore(dataDir);
    expect(requests(testContext(store))("meetings:get", { meetingId: meeting.id })).toEqual(meeting);
    expect([store.actor, store.notices]).toEqual([actor, []]);
    expect(existsSync(join(dataDir, "referent.db-wal"))).toBe(true);
  });
});
