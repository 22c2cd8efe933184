import { closeSync, cpSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../../electron/store/open.ts";
import type { Store } from "../../../electron/store/store.ts";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { itemId, makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { requests, testClock, testContext, testFolder, testStore } from "../../support/store.ts";

function allMeetings(store: Store): MeetingView[] {
  const request = requests(testContext(store));
  return request("meetings:list", {}).map(({ id }) => request("meetings:get", { meetingId: id }));
}

/** A closed data folder with one meeting in its backup, and a second one that the backup does not have. */
function writtenFolder(): { dataDir: string; meetings: MeetingView[]; actor: string } {
  const dataDir = testFolder();
  const clock = testClock("2026-03-04T09:00:00.000Z");
  let actor = "";
  let meetings: MeetingView[] = [];
  for (const day of ["04", "05"]) {
    clock.set(`2026-03-${day}T09:00:00.000Z`);
    const store = openStore({ dataDir, clock });
    const request = requests(testContext(store, { clock }));
    const meeting = makeMeeting(request);
    const id = itemId(meeting, "Bordet rundt");
    save(request, meeting.id, { entity: "item", id, field: "decision", value: paragraphs("MJ orienterede. ".repeat(700)) });
    actor = store.actor;
    meetings = allMeetings(store);
    store.close();
  }
  return { dataDir, meetings, actor };
}

function overwrite(path: string, bytes: Uint8Array, at: number): void {
  const file = openSync(path, "r+");
  writeSync(file, bytes, 0, bytes.byteLength, at);
  closeSync(file);
}

const later = testClock("2026-03-05T10:00:00.000Z");

describe("a damaged database", () => {
  it.each([
    ["a header of garbage", (path: string) => overwrite(path, new Uint8Array(100).fill(0x41), 0)],
    ["half of it gone", (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ["all of it gone", (path: string) => truncateSync(path, 0)],
    ["the file removed", (path: string) => rmSync(path)],
    ["every page after the first zeroed", (path: string) => overwrite(path, new Uint8Array(statSync(path).size - 4096), 4096)],
  ])("with %s is kept, and the newest backup opened", (_what, damage) => {
    const { dataDir, meetings, actor } = writtenFolder();
    const path = join(dataDir, "referent.db");
    damage(path);
    const damaged = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    const store = testStore(dataDir, later);
    const [restored, shortfall, ...rest] = store.notices;
    expect(rest).toEqual([]);
    expect(restored).toMatchObject({ kind: "restored-from-backup", backupAt: "2026-03-04T09:00:00.000Z" });
    expect(shortfall).toEqual({ kind: "store-shortfall", meetingTitles: [meetings[0]?.title] });
    expect(allMeetings(store)).toEqual(meetings.slice(1));
    const kept = restored?.kind === "restored-from-backup" ? restored.keptFile : "";
    expect(readFileSync(join(dataDir, kept)).equals(damaged)).toBe(true);
    expect(store.actor).not.toBe(actor);
    makeMeeting(requests(testContext(store)));
  });

  it("opens empty, and says so, when no backup is sound", () => {
    const { dataDir } = writtenFolder();
    for (const name of readdirSync(join(dataDir, "backups"))) truncateSync(join(dataDir, "backups", name), 5_000);
    overwrite(join(dataDir, "referent.db"), new Uint8Array(100), 0);
    const store = testStore(dataDir, later);
    expect(store.notices.map((notice) => notice.kind)).toEqual(["restored-empty", "store-shortfall"]);
    expect(allMeetings(store)).toEqual([]);
  });

  it("is not restored twice: the next start finds all in order", () => {
    const { dataDir } = writtenFolder();
    overwrite(join(dataDir, "referent.db"), new Uint8Array(100), 0);
    openStore({ dataDir, clock: later }).close();
    const again = testStore(dataDir, later);
    expect(again.notices).toEqual([]);
    expect(allMeetings(again)).toHaveLength(1);
  });

  it("loses nothing without a word, whichever page is zeroed", { timeout: 60_000 }, () => {
    const { dataDir, meetings } = writtenFolder();
    const pages = statSync(join(dataDir, "referent.db")).size / 4096;
    expect(pages).toBeGreaterThan(20);
    let restored = 0;
    for (let page = 0; page < pages; page += 1) {
      const copy = `${dataDir}-${page}`;
      cpSync(dataDir, copy, { recursive: true });
      onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
      overwrite(join(copy, "referent.db"), new Uint8Array(4096), page * 4096);
      const store = openStore({ dataDir: copy, clock: later });
      if (store.notices.length === 0) expect([page, allMeetings(store)]).toEqual([page, meetings]);
      else restored += 1;
      store.close();
    }
    expect(restored).toBeGreaterThan(pages / 2);
  });
});

describe("the high-water mark", () => {
  it("tells of writes that a database put back by hand does not have, and mints a new actor", () => {
    const dataDir = testFolder();
    const first = openStore({ dataDir, clock: testClock() });
    const meeting = makeMeeting(requests(testContext(first)));
    first.close();
    cpSync(join(dataDir, "referent.db"), join(dataDir, "aside"));
    const second = openStore({ dataDir, clock: testClock() });
    save(requests(testContext(second)), meeting.id, { entity: "meeting", id: meeting.id, field: "place", value: "Lokale 2" });
    second.close();
    cpSync(join(dataDir, "aside"), join(dataDir, "referent.db"));
    const third = testStore(dataDir);
    expect(third.notices).toEqual([{ kind: "store-shortfall", meetingTitles: [meeting.title] }]);
    expect(third.actor).not.toBe(first.actor);
    expect(readdirSync(dataDir).some((name) => name.startsWith("referent.db.damaged-"))).toBe(true);
  });
});
