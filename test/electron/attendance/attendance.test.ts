import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readMeetingFile } from "../../../electron/import/read.ts";
import { meetingToFile } from "../../../electron/import/write.ts";
import { createMeeting, getMeeting } from "../../../electron/meetings/repository.ts";
import { composeReferat } from "../../../electron/referat/compose.ts";
import { readEntities } from "../../../electron/store/meeting-entities.ts";
import type { AttendanceEntry } from "../../../shared/domain/attendance.ts";
import { itemId, makeMeeting } from "../../support/meetings.ts";
import { requests, testClock, testContext, testFolder, testStore } from "../../support/store.ts";

const entry = (name: string, status: AttendanceEntry["status"] = "present", reason = "", item: string | null = null): AttendanceEntry => ({
  ...{ name, status, reason, itemId: item },
});

function setUp() {
  const clock = testClock();
  const store = testStore(undefined, clock);
  const request = requests(testContext(store, { clock }));
  const meeting = makeMeeting(request);
  const set = (...entries: AttendanceEntry[]) => request("attendance:set", { meetingId: meeting.id, entries });
  const records = () => store.read((db) => readEntities(db, meeting.id)).filter(({ entity }) => entity === "attendance");
  return { clock, store, request, meeting, set, records };
}

describe("attendance:set", () => {
  it("keeps the list in its order and stamps only what changed", () => {
    const { set, records } = setUp();
    const [a, b, c] = [entry("A"), entry("B"), entry("C", "absent", "forhindret")];
    expect(set(a, b, c).attendance).toEqual([a, b, c]);
    const dots = () =>
      new Map(records().flatMap(({ id, fields }) => Object.entries(fields).map(([field, { dot }]) => [`${id} ${field}`, dot[1]])));
    const before = dots();
    expect(set(c, a, b).attendance).toEqual([c, a, b]);
    const changed = [...dots()].filter(([name, counter]) => before.get(name) !== counter).map(([name]) => name.split(" ")[1]);
    expect(changed).toEqual(["position"]);
    expect(set(a, { ...c, reason: "ferie" }).attendance).toEqual([a, { ...c, reason: "ferie" }]);
    expect(records()).toHaveLength(3);
    expect(set(a, b, c).attendance).toEqual([a, b, c]);
    expect(records()).toHaveLength(3);
    expect(set().attendance).toEqual([]);
  });

  it("knows one who came late and left early, at punkter of this meeting only", () => {
    const { request, meeting, set } = setUp();
    const item = itemId(meeting, "Referat");
    const both = [entry("Bine", "arrived", "", item), entry("Bine", "left", "andet møde", item)];
    expect(set(...both).attendance).toEqual(both);
    const other = makeMeeting(request);
    for (const foreign of [itemId(other, "Referat"), randomUUID()])
      expect(() => set(entry("Bine", "left", "", foreign))).toThrow("not-found");
    expect(() => set(entry(" "))).toThrow();
  });

  it("is an edit of the minutes: refused when locked, and a correction after the approval when it changes something", () => {
    const { request, meeting, set } = setUp();
    set(entry("A"));
    request("meetings:start", { meetingId: meeting.id });
    request("meetings:approve", { meetingId: makeMeeting(request).id });
    expect(set(entry("A")).correctedAt).toBeNull();
    expect(set(entry("B")).correctedAt).not.toBeNull();
    request("meetings:lock", { meetingId: meeting.id });
    expect(() => set(entry("C"))).toThrow("meeting-locked");
  });

  it("is printed in the referat's head when given, and not at all when not", () => {
    const { meeting, set } = setUp();
    const labels = (of: typeof meeting) => composeReferat(of, { organisation: "" }).facts.map(({ label }) => label);
    expect(labels(meeting)).toEqual(["Dato og tid", "Sted"]);
    const with_ = set(
      entry("Anders Winnerskjold"),
      entry("Bine Jenshøj", "arrived", "", itemId(meeting, "Referat")),
      entry("Louise Rohde", "absent", "forhindret"),
    );
    expect(labels(with_)).toEqual(["Dato og tid", "Sted", "Til stede", "Fraværende"]);
    expect(
      composeReferat(with_, { organisation: "" })
        .facts.slice(2)
        .map(({ lines }) => lines),
    ).toEqual([["Anders Winnerskjold, Bine Jenshøj.", "Bine Jenshøj kom til under punkt 2."], ["Louise Rohde var forhindret."]]);
  });
});

describe("a meeting file", () => {
  const head = { format: "referent-meeting/1", series: "S", title: "Møde", date: "2026-03-10", start: "11:00", end: "13:00" };
  const items = [
    { number: 2, title: "Referat" },
    { number: 5, title: "Sag", decision: "Godkendt.", outcome: "postponed" },
    { number: 7, title: "Ny" },
  ];

  it("gives attendance and outcomes back as they were read", async () => {
    const store = testStore();
    const path = join(testFolder(), "moede.json");
    const attendance = [{ name: "Anders" }, { name: "Bine", status: "left", reason: "andet møde", item: 5 }];
    writeFileSync(path, JSON.stringify({ ...head, attendance, categories: [{ items }] }));
    const read = await readMeetingFile(path, store.dataDir);
    const meeting = store.write((db, edit) => getMeeting(db, createMeeting(db, edit, read)));
    expect(meeting.attendance[1]?.itemId).toBe(itemId(meeting, "Sag"));
    const file = meetingToFile(meeting);
    expect(file.attendance).toEqual([
      { name: "Anders", status: "present", reason: "", item: null },
      { name: "Bine", status: "left", reason: "andet møde", item: 5 },
    ]);
    expect(file.categories[0]?.items.map((item) => item.outcome)).toEqual([undefined, "postponed", undefined]);
  });

  it("that names a punkt it does not have is refused whole", async () => {
    const dataDir = testFolder();
    const path = join(testFolder(), "moede.json");
    writeFileSync(path, JSON.stringify({ ...head, attendance: [{ name: "Bine", status: "left", item: 3 }], categories: [{ items }] }));
    await expect(readMeetingFile(path, dataDir)).rejects.toThrow(
      expect.objectContaining({ appError: { kind: "import-invalid", field: "attendance[0].item", reason: "der er intet punkt 3" } }),
    );
  });
});
