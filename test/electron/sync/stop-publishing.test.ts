import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolderHandlers } from "../../../electron/sync/handlers.ts";
import { listWaiting } from "../../../electron/sync/outbox/repository.ts";
import { openOffice, readSnapshot, tempDir, treeOf } from "./office.ts";

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
    expect(await handlers["referat:publish"]({ meetingId: office.meetingId })).toBeNull();
    expect(treeOf(share)).toEqual(before);
    expect(office.store.read(listWaiting)).toEqual([]);
    stops = false;
    expect(await handlers["referat:publish"]({ meetingId: office.meetingId })).toMatchObject({ state: "published" });
    const snapshots = Object.keys(treeOf(share)).filter((path) => path.includes("/m/"));
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
