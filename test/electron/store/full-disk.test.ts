import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { layBallast } from "../../../electron/store/ballast.ts";
import { openStore } from "../../../electron/store/open.ts";
import type { Notice } from "../../../shared/ipc/contract.ts";
import { itemId, makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { smallDisk } from "../../support/small-disk.ts";
import { requests, testClock, testContext, testStore } from "../../support/store.ts";

const long = paragraphs("at 1) rådmanden tog orienteringen til efterretning. ".repeat(4_000));

function fill(path: string): void {
  const chunk = Buffer.alloc(64 * 1024, 1);
  for (let n = 0; ; n += 1) {
    try {
      writeFileSync(join(path, `fill-${n}`), chunk);
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe("ENOSPC");
      return;
    }
  }
}

describe("a full database", () => {
  it("refuses the save as disk-full, keeps nothing of it, and takes it when there is room", () => {
    const store = testStore();
    const request = requests(testContext(store));
    const meeting = makeMeeting(request);
    const change = { entity: "item", id: itemId(meeting, "Referat"), field: "decision", value: long } as const;
    const pages = store.read((db) => db.prepare("PRAGMA page_count").pluck().get()) as number;
    store.read((db) => db.prepare(`PRAGMA max_page_count = ${pages + 2}`).get());
    expect(() => save(request, meeting.id, change)).toThrow(expect.objectContaining({ appError: { kind: "disk-full", where: "data" } }));
    expect(request("meetings:get", { meetingId: meeting.id })).toEqual(meeting);
    store.read((db) => db.prepare("PRAGMA max_page_count = 1000000").get());
    save(request, meeting.id, change);
    expect(request("meetings:get", { meetingId: meeting.id }).categories[0]?.items[1]?.decision).toEqual(long);
  });
});

describe("a full disk", () => {
  it("does not keep the app from opening what is there: the ballast makes room", { timeout: 60_000 }, (context) => {
    const disk = smallDisk();
    if (disk === null) return context.skip("this user may not mount a small disk");
    const dataDir = join(disk, "data");
    const first = openStore({ dataDir, clock: testClock() });
    const meeting = makeMeeting(requests(testContext(first)));
    first.close();
    layBallast(dataDir);
    fill(disk);
    const store = testStore(dataDir);
    expect(store.notices).toEqual([{ kind: "error", error: { kind: "disk-full", where: "data" } }]);
    expect(requests(testContext(store))("meetings:get", { meetingId: meeting.id })).toEqual(meeting);
  });

  it("frees the ballast, saves and tells; past that it refuses until there is room", { timeout: 60_000 }, (context) => {
    const disk = smallDisk();
    if (disk === null) return context.skip("this user may not mount a small disk");
    const dataDir = join(disk, "data");
    const told: Notice[] = [];
    const store = openStore({ dataDir, clock: testClock(), notify: (notice) => told.push(notice) });
    onTestFinished(() => store.close());
    layBallast(dataDir);
    expect(existsSync(join(dataDir, "ballast.bin"))).toBe(true);
    const request = requests(testContext(store));
    const meeting = makeMeeting(request);
    mkdirSync(join(disk, "others"));
    fill(join(disk, "others"));
    const change = { entity: "item", id: itemId(meeting, "Referat"), field: "decision", value: long } as const;
    save(request, meeting.id, change);
    expect(told).toEqual([{ kind: "error", error: { kind: "disk-full", where: "data" } }]);
    expect(existsSync(join(dataDir, "ballast.bin"))).toBe(false);
    fill(disk);
    const shorter = { ...change, value: paragraphs("Godkendt.") };
    const bigger = { ...change, value: paragraphs("x".repeat(250_000)) };
    expect(() => {
      for (let n = 0; n < 200; n += 1) save(request, meeting.id, n % 2 === 0 ? bigger : { ...bigger, value: long });
    }).toThrow(expect.objectContaining({ appError: { kind: "disk-full", where: "data" } }));
    rmSync(join(disk, "others"), { recursive: true });
    save(request, meeting.id, shorter);
    expect(request("meetings:get", { meetingId: meeting.id }).categories[0]?.items[1]?.decision).toEqual(shorter.value);
  });
});
