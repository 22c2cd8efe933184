import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startClock } from "../../../electron/clock/clock.ts";
import { getMeeting } from "../../../electron/meetings/repository.ts";
import { createFolderHandlers } from "../../../electron/sync/handlers.ts";
import { listWaiting } from "../../../electron/sync/outbox/repository.ts";
import { type Office, openOffice, readSnapshot, tempDir, treeOf } from "./office.ts";

function standing({ store, meetingId }: Office): { state: string; numbers: (number | null)[]; runningSince: string | null } {
  return store.read((db) => {
    const { state, categories } = getMeeting(db, meetingId);
    const numbers = db.prepare("SELECT number FROM item").pluck().all() as (number | null)[];
    return { state, numbers, runningSince: categories[0]?.items[0]?.runningSince ?? null };
  });
}

const dialogs = { chooseSaveFile: async () => null, chooseOpenFiles: async () => null, chooseFolder: async () => null };

describe("a referat that is stopped on its way into the folder", () => {
  it("is not laid, and nothing of it waits; the next one is the first", async () => {
    const share = tempDir("share");
    const office = openOffice();
    await office.publisher.choose(share);
    const before = treeOf(share);
    let stops = true;
    const handlers = createFolderHandlers({
      publisher: office.publisher,
      dialogs,
      emit: (event) => {
        if (event === "referat:progressed" && stops) void handlers["referat:stop-publishing"]({});
      },
    });
    const item = office.store.read((db) => getMeeting(db, office.meetingId)).categories[0]?.items[0]?.id ?? "";
    office.store.write((db, edit) => startClock(db, edit, item));
    expect(standing(office)).toMatchObject({ state: "running", numbers: [null], runningSince: expect.any(String) });
    expect(await handlers["referat:publish"]({ meetingId: office.meetingId })).toBeNull();
    expect(standing(office)).toMatchObject({ state: "running", numbers: [null], runningSince: expect.any(String) });
    expect(treeOf(share)).toEqual(before);
    expect(office.store.read(listWaiting)).toEqual([]);
    stops = false;
    expect(await handlers["referat:publish"]({ meetingId: office.meetingId })).toMatchObject({ state: "published" });
    const snapshots = Object.keys(treeOf(share)).filter((path) => path.includes("/m/"));
    expect(standing(office)).toEqual({ state: "draft", numbers: [1], runningSince: null });
    expect(snapshots.map((path) => readSnapshot(readFileSync(join(share, path)))?.content["seq"])).toEqual([1]);
  });

  it("is not even begun when it waited for another, and the other goes on", async () => {
    const share = tempDir("share");
    const office = openOffice();
    await office.publisher.choose(share);
    const own = new AbortController();
    const first = office.publisher.publish(office.meetingId);
    const second = office.publisher.publish(office.meetingId, { step: () => expect.unreachable(), signal: own.signal });
    own.abort();
    await expect(second).rejects.toBe(own.signal.reason);
    expect(await first).toMatchObject({ state: "published" });
  });
});
