import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { meetingVector, readEntities } from "../../../electron/store/meeting-entities.ts";
import { registerFields } from "../../../electron/store/register-fields.ts";
import { sqlName } from "../../../electron/store/registers.ts";
import type { Store } from "../../../electron/store/store.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { itemId, makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { type Request, requests, testContext, testFolder, testStore } from "../../support/store.ts";

const pdf = new TextEncoder().encode("%PDF-1.7\n%%EOF");

type Dot = { entity: string; id: string; field: string; actor: string; counter: number };

function listDots(store: Store): Dot[] {
  return store.read((db) => db.prepare("SELECT entity, entity_id AS id, field, actor, counter FROM field_dot").all()) as Dot[];
}

/** One of everything a person can do. */
function deeds(request: Request, meetingId: string): (() => unknown)[] {
  const meeting = request("meetings:get", { meetingId });
  const item = itemId(meeting, "Referat");
  const category = meeting.categories[0]?.id ?? "";
  const point = { id: randomUUID(), text: "at rådmanden godkender" };
  const attachments = (): string[] =>
    itemsOf(request("meetings:get", { meetingId })).flatMap((shown) => shown.attachments.map((attachment) => attachment.id));
  const next = makeMeeting(request).id;
  const followUpId = randomUUID();
  const mark = { type: "followUp" as const, attrs: { id: followUpId, state: "marked" as const } };
  const followUp = {
    type: "doc" as const,
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "FAS følger op.", marks: [mark] }] }],
  };
  const firstDecision = (): number => request("history:list", { meetingId, itemId: item, field: "decision" })[1]?.id ?? 0;
  const attachment = () => attachments()[0] ?? "";
  return [
    () => save(request, meetingId, { entity: "meeting", id: meetingId, field: "place", value: "Lokale 2" }),
    () => save(request, meetingId, { entity: "category", id: category, field: "name", value: "Sager" }),
    () => save(request, meetingId, { entity: "item", id: item, field: "decision", value: paragraphs("Godkendt.") }),
    () => save(request, meetingId, { entity: "item", id: item, field: "recommendations", value: [point] }),
    () => save(request, meetingId, { entity: "item", id: item, field: "recommendations", value: [] }),
    () => request("items:add", { categoryId: category, afterId: item, title: "Ny", minutes: 5 }),
    () => request("items:move", { itemId: item, categoryId: category, afterId: null }),
    () => request("items:move", { itemId: item, categoryId: category, afterId: itemId(meeting, "Dagsorden") }),
    () => request("items:delete", { itemId: item }),
    () => request("items:restore", { itemId: item }),
    () => request("categories:add", { meetingId, afterId: null, name: "Tom" }),
    () =>
      request("attachments:add", {
        itemId: item,
        files: [
          { name: "a.pdf", bytes: pdf },
          { name: "b.pdf", bytes: pdf },
        ],
      }),
    () => save(request, meetingId, { entity: "attachment", id: attachment(), field: "title", value: "Indstilling" }),
    () =>
      request("attachments:move", {
        attachmentId: attachment(),
        afterId: attachments()[1] ?? "",
      }),
    () => request("attachments:delete", { attachmentId: attachment() }),
    () => save(request, meetingId, { entity: "item", id: item, field: "decision", value: followUp }),
    () => request("follow-ups:save", { id: followUpId, owners: ["OL"], due: "i maj", state: "done" }),
    () => request("history:restore", { revisionId: firstDecision() }),
    () => request("meetings:start", { meetingId: next }),
    () =>
      request("attendance:set", { meetingId, entries: [{ name: "Louise Rohde", status: "absent", reason: "forhindret", itemId: null }] }),
    () => request("clock:start", { itemId: item }),
    () => request("clock:start", { itemId: itemId(meeting, "Dagsorden") }),
    () => request("clock:correct", { itemId: item, seconds: 60 }),
    () => request("clock:stop", { meetingId }),
    () => request("meetings:hold", { meetingId }),
    () => request("meetings:lock", { meetingId }),
    () => request("meetings:reopen", { meetingId }),
    () => request("meetings:approve", { meetingId: next }),
    () => save(request, meetingId, { entity: "meeting", id: meetingId, field: "place", value: "Lokale 3" }),
    () => request("meetings:delete", { meetingId }),
    () => request("meetings:restore", { meetingId }),
    () => request("people:list", {}),
    () => request("people:save", { kind: "person", initials: "AW", name: "Anders Winnerskjold" }),
    () => request("people:delete", { personId: request("people:list", {})[0]?.id ?? "" }),
    () => request("phrases:list", {}),
    () => request("phrases:save", { text: "Rådmanden roste ‹hvem› for ‹…›." }),
    () => request("phrases:delete", { phraseId: request("phrases:list", {}).phrases[0]?.id ?? "" }),
  ];
}

describe("dots", () => {
  it("stand at every field of every entity, are never used twice, and rise with every deed", async () => {
    const store = testStore();
    const request = requests(testContext(store));
    const meeting = makeMeeting(request);
    const used = new Map(listDots(store).map((dot) => [`${dot.entity} ${dot.id} ${dot.field}`, dot.counter]));
    let highest = Math.max(...used.values());
    expect([...used.values()].sort((a, b) => a - b)).toEqual(Array.from({ length: highest }, (_, index) => index + 1));
    for (const deed of deeds(request, meeting.id)) {
      await deed();
      const fresh = listDots(store).filter((dot) => used.get(`${dot.entity} ${dot.id} ${dot.field}`) !== dot.counter);
      expect(fresh.length, deed.toString()).toBeGreaterThan(0);
      expect(fresh.map((dot) => dot.counter).sort((a, b) => a - b)).toEqual(Array.from(fresh, (_, index) => highest + 1 + index));
      highest += fresh.length;
      for (const dot of fresh) used.set(`${dot.entity} ${dot.id} ${dot.field}`, dot.counter);
    }
    for (const [entity, fields] of Object.entries(registerFields)) {
      const ids = store.read((db) =>
        db
          .prepare(`SELECT id FROM ${sqlName(entity)}`)
          .pluck()
          .all(),
      ) as string[];
      expect(ids.length, entity).toBeGreaterThan(0);
      for (const id of ids) {
        const has = listDots(store).filter((dot) => dot.entity === entity && dot.id === id);
        expect(has.map((dot) => dot.field).sort()).toEqual(Object.keys(fields).sort());
      }
    }
  });

  it("are never the same from a window and a command line that write side by side", () => {
    const dataDir = testFolder();
    const stores = [testStore(dataDir), testStore(dataDir)];
    const [window, line] = stores.map((store) => requests(testContext(store))) as [Request, Request];
    const meeting = makeMeeting(window);
    const item = itemId(meeting, "Referat");
    for (let n = 0; n < 20; n += 1)
      save(n % 2 === 0 ? window : line, meeting.id, { entity: "item", id: item, field: "decision", value: paragraphs(`${n}`) });
    makeMeeting(line);
    const counters = listDots(testStore(dataDir)).map((dot) => dot.counter);
    expect(new Set(counters).size).toBe(counters.length);
    expect(window("meetings:list", {})).toEqual(line("meetings:list", {}));
    expect(stores.map((store) => store.actor)).toEqual([stores[0]?.actor, stores[0]?.actor]);
  });

  it("are not handed out by a write that fails", () => {
    const store = testStore();
    const request = requests(testContext(store));
    const meeting = makeMeeting(request);
    const before = listDots(store);
    expect(() => save(request, meeting.id, { entity: "item", id: randomUUID(), field: "title", value: "x" })).toThrow("not-found");
    expect(listDots(store)).toEqual(before);
  });
});

describe("readEntities", () => {
  it("leaves out a register that is younger than the row until it is first set", () => {
    const store = testStore();
    const request = requests(testContext(store));
    const meeting = makeMeeting(request);
    store.write((db) => db.prepare("DELETE FROM field_dot WHERE field IN ('locked', 'approvedAt')").run());
    const fields = () => store.read((db) => readEntities(db, meeting.id)).find(({ id }) => id === meeting.id)?.fields ?? {};
    expect(Object.keys(fields())).not.toContain("locked");
    request("meetings:lock", { meetingId: meeting.id });
    expect(fields()["locked"]?.value).toBe(true);
    expect(Object.keys(fields())).not.toContain("approvedAt");
    store.write((db) => db.prepare("DELETE FROM field_dot WHERE field = 'title'").run());
    expect(fields).toThrow("no dot");
  });

  it("gives the whole meeting with its dots, deleted parts too, and the vector is the highest of them", () => {
    const store = testStore();
    const request = requests(testContext(store));
    const meeting = makeMeeting(request);
    const other = makeMeeting(request);
    const item = itemId(meeting, "Referat");
    save(request, meeting.id, { entity: "item", id: item, field: "decision", value: paragraphs("Godkendt.") });
    request("items:delete", { itemId: item });
    const entities = store.read((db) => readEntities(db, meeting.id));
    expect(entities.map(({ entity }) => entity)).toEqual([
      "series",
      "meeting",
      "category",
      "category",
      ...Array.from({ length: 5 }, () => "item"),
    ]);
    const referat = entities.find(({ id }) => id === item);
    expect(referat?.fields["deleted"]?.value).toBe(true);
    expect(referat?.fields["decision"]?.value).toEqual(paragraphs("Godkendt."));
    expect(referat?.fields["minutes"]).toMatchObject({ value: null });
    expect(entities[1]?.fields["information"]?.value).toEqual([]);
    const counters = entities.flatMap(({ fields }) => Object.values(fields).map(({ dot }) => dot));
    expect(new Set(counters.map(([actor]) => actor))).toEqual(new Set([store.actor]));
    const vector = store.read((db) => meetingVector(db, meeting.id));
    expect(vector).toEqual({ [store.actor]: Math.max(...counters.map(([, counter]) => counter)) });
    expect(store.read((db) => meetingVector(db, other.id))[store.actor]).toBeLessThan(vector[store.actor] ?? 0);
    expect(store.read((db) => readEntities(db, randomUUID()))).toEqual([]);
  });
});
