import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { thinRevisions } from "../../../electron/history/repository.ts";
import type { FieldChange, Recommendation } from "../../../shared/domain/meeting.ts";
import { emptyRichText } from "../../../shared/domain/rich-text.ts";
import { itemId, makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { requests, testClock, testContext, testFolder, testStore } from "../../support/store.ts";

const nine = Date.parse("2026-03-10T09:00:00.000Z");
const at = (second: number): string => new Date(nine + second * 1000).toISOString();

function setUp() {
  const clock = testClock();
  const dataDir = testFolder();
  const store = testStore(dataDir, clock);
  const request = requests(testContext(store, { clock }));
  const meeting = makeMeeting(request);
  const id = itemId(meeting, "Referat");
  const decide = (second: number, text: string): void => {
    clock.set(at(second));
    save(request, meeting.id, { entity: "item", id, field: "decision", value: paragraphs(text) });
  };
  const list = (field?: "decision" | "title" | "recommendations") =>
    request("history:list", { meetingId: meeting.id, itemId: id, ...(field === undefined ? {} : { field }) });
  const shown = () => request("meetings:get", { meetingId: meeting.id }).categories[0]?.items[1];
  return { clock, dataDir, store, request, meeting, id, decide, list, shown };
}

describe("revisions", () => {
  it("keep what each save changed, who did it, and what stood before the first", () => {
    const { store, request, meeting, id, decide, list, clock } = setUp();
    decide(0, "God");
    decide(1, "Godkendt.");
    decide(2, "Godkendt.");
    clock.set(at(3));
    save(
      request,
      meeting.id,
      { entity: "item", id, field: "decision", value: paragraphs("Godkendt.") },
      { entity: "item", id, field: "title", value: "Referat af 3. marts" },
    );
    const actor = store.actor;
    expect(list("decision").map(({ id: _, ...entry }) => entry)).toEqual([
      { field: "decision", at: meeting.savedAt, actor: null, by: null, sizeChange: 0 },
      { field: "decision", at: at(0), actor, by: null, sizeChange: 3 },
      { field: "decision", at: at(1), actor, by: null, sizeChange: 6 },
    ]);
    expect(list().map((entry) => `${entry.field} ${entry.sizeChange}`)).toEqual([
      "decision 0",
      "decision 3",
      "decision 6",
      "title 7",
      "title 12",
    ]);
    expect(list("decision").map((entry) => request("history:value", { revisionId: entry.id }))).toEqual([
      emptyRichText,
      paragraphs("God"),
      paragraphs("Godkendt."),
    ]);
  });

  it("give a field's value at any second, before the first save and after the last too", () => {
    const { request, id, decide, meeting } = setUp();
    const said = (moment: string) => request("history:at", { itemId: id, field: "decision", at: moment });
    expect(said(at(0))).toEqual(emptyRichText);
    decide(10, "God");
    decide(20, "Godkendt.");
    expect(said(at(9))).toEqual(emptyRichText);
    expect(said("2020-01-01T00:00:00.000Z")).toEqual(emptyRichText);
    expect(said(at(10))).toEqual(paragraphs("God"));
    expect(said(at(19))).toEqual(paragraphs("God"));
    expect(said(at(20))).toEqual(paragraphs("Godkendt."));
    expect(said("2030-01-01T00:00:00.000Z")).toEqual(paragraphs("Godkendt."));
    expect(request("history:at", { itemId: id, field: "title", at: at(5) })).toBe("Referat");
    request("items:delete", { itemId: id });
    expect(said(at(10))).toEqual(paragraphs("God"));
    expect(() => request("history:list", { meetingId: randomUUID(), itemId: id })).toThrow("not-found");
    expect(() => request("history:at", { itemId: meeting.id, field: "decision", at: at(0) })).toThrow("not-found");
  });

  it("outlive the app, and only what was committed is there", () => {
    const { store, dataDir, clock, decide, meeting, id, request } = setUp();
    decide(0, "Godkendt.");
    const broken: FieldChange = { entity: "item", id: randomUUID(), field: "title", value: "x" };
    expect(() => save(request, meeting.id, { entity: "item", id, field: "decision", value: paragraphs("Tabt") }, broken)).toThrow();
    store.close();
    const again = requests(testContext(testStore(dataDir, clock)));
    const entries = again("history:list", { meetingId: meeting.id, itemId: id, field: "decision" });
    expect(entries.map((entry) => again("history:value", { revisionId: entry.id }))).toEqual([emptyRichText, paragraphs("Godkendt.")]);
  });

  it("are brought back as a new edit, with a dot and a revision of its own", () => {
    const { store, request, id, decide, list, shown, clock } = setUp();
    decide(0, "Først.");
    decide(60, "Siden.");
    const dot = () =>
      store.read((db) => db.prepare("SELECT counter FROM field_dot WHERE entity_id = ? AND field = 'decision'").pluck().get(id)) as number;
    const before = dot();
    clock.set(at(120));
    const meeting = request("history:restore", { revisionId: list("decision")[1]?.id ?? 0 });
    expect(shown()?.decision).toEqual(paragraphs("Først."));
    expect(meeting.savedAt).toBe(at(120));
    expect(dot()).toBeGreaterThan(before);
    expect(list("decision")).toHaveLength(4);
    expect(list("decision")[3]).toMatchObject({ at: at(120), sizeChange: 0 });
    expect(() => request("history:restore", { revisionId: 999 })).toThrow(
      expect.objectContaining({ appError: { kind: "not-found", what: "revision", id: "999" } }),
    );
  });

  it("bring an indstilling back with its points as they were", () => {
    const { request, meeting, id, list, shown } = setUp();
    const [a, b] = ["a", "b"].map((text) => ({ id: randomUUID(), text })) as [Recommendation, Recommendation];
    const put = (value: Recommendation[]) => save(request, meeting.id, { entity: "item", id, field: "recommendations", value });
    put([a, b]);
    put([{ ...b, text: "b2" }]);
    expect(list("recommendations").map((entry) => entry.sizeChange)).toEqual([0, 2, 0]);
    request("history:restore", { revisionId: list("recommendations")[1]?.id ?? 0 });
    expect(shown()?.recommendations).toEqual([a, b]);
    request("history:restore", { revisionId: list("recommendations")[0]?.id ?? 0 });
    expect(shown()?.recommendations).toEqual([]);
  });

  it("are listed 500 at most, the newest without a gap, and the changes still add up", () => {
    const { decide, list } = setUp();
    for (let n = 1; n <= 700; n += 1) decide(n, "x".repeat(n));
    const entries = list("decision");
    expect(entries).toHaveLength(500);
    expect(entries[0]).toMatchObject({ actor: null });
    expect(entries.slice(250).map((entry) => entry.at)).toEqual(Array.from({ length: 250 }, (_, index) => at(451 + index)));
    expect(entries.reduce((sum, entry) => sum + entry.sizeChange, 0)).toBe(700);
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(500);
  });

  it("are thinned to the first, the last of each minute and what a named version shows", () => {
    const { store, request, meeting, id, decide, list, clock } = setUp();
    decide(0, "a");
    decide(10, "ab");
    clock.set(at(15));
    expect(request("versions:name", { meetingId: meeting.id, name: "Før pausen" })).toMatchObject([{ name: "Før pausen", at: at(15) }]);
    decide(20, "abc");
    decide(30, "abcd");
    decide(61, "abcde");
    const other = itemId(meeting, "Dagsorden");
    save(request, meeting.id, { entity: "item", id: other, field: "title", value: "Anden" });
    store.write((db) => thinRevisions(db, meeting.id));
    expect(list("decision").map((entry) => entry.at)).toEqual([meeting.savedAt, at(10), at(30), at(61)]);
    expect(request("history:at", { itemId: id, field: "decision", at: at(15) })).toEqual(paragraphs("ab"));
    expect(request("history:list", { meetingId: meeting.id, itemId: other, field: "title" })).toHaveLength(2);
    expect(request("versions:list", { meetingId: meeting.id })).toHaveLength(1);
  });
});

describe("a save with its revision", () => {
  it("takes little time, for a long text too", () => {
    const { store, request, meeting, id } = setUp();
    const line = "Rådmanden tog orienteringen til efterretning og besluttede, at forvaltningen vender tilbage. ";
    const times: number[] = [];
    for (let n = 0; n < 200; n += 1) {
      const value = paragraphs(...Array.from({ length: 30 }, (_, row) => `${line}${row} ${n}`));
      const from = process.cpuUsage();
      save(request, meeting.id, { entity: "item", id, field: "decision", value });
      const { user, system } = process.cpuUsage(from);
      times.push((user + system) / 1000);
    }
    const sorted = times.sort((one, two) => one - two);
    expect(sorted[100]).toBeLessThan(2);
    expect(store.read((db) => db.prepare("SELECT max(length(value)) FROM revision").pluck().get())).toBeLessThan(1_000);
  });
});
