import { describe, expect, it } from "vitest";
import { keepMeeting } from "../../../electron/meetings/kept-meeting.ts";
import { getMeeting } from "../../../electron/meetings/repository.ts";
import { setField } from "../../../electron/store/registers.ts";
import type { Store } from "../../../electron/store/store.ts";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { itemId, makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { requests, testClock, testContext, testFolder, testStore } from "../../support/store.ts";
import { openOffice, tempDir } from "../sync/office.ts";

function setUp() {
  const clock = testClock();
  const dataDir = testFolder();
  const store = testStore(dataDir, clock);
  const request = requests(testContext(store, { clock, emit: () => {} }));
  const { id } = makeMeeting(request);
  return { dataDir, store, request, meetingId: id, stored: () => store.read((db) => getMeeting(db, id)), kept: keeperOf(store, id) };
}

function keeperOf(store: Store, meetingId: string): () => MeetingView {
  const getKept = keepMeeting();
  return () => store.read((db) => getKept(db, meetingId));
}

const png = new Uint8Array(
  Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64"),
);

describe("the kept meeting", () => {
  it("is the stored one after every kind of change", async () => {
    const { request, meetingId, stored, kept } = setUp();
    const meeting = kept();
    const item = itemId(meeting, "Referat");
    const next = request("meetings:create", request("meetings:propose", { date: "2026-03-17" }));
    const category = meeting.categories[0]?.id ?? "";
    const decide = (text: string) => save(request, meetingId, { entity: "item", id: item, field: "decision", value: paragraphs(text) });
    const firstAttachment = () => itemsOf(stored()).flatMap(({ attachments }) => attachments)[0]?.id ?? "";
    const changes: Record<string, () => unknown> = {
      "the start": () => request("meetings:start", { meetingId }),
      "a text": () => decide("Godkendt."),
      "the same text again, with more": () => decide("Godkendt med en rettelse."),
      "bringing a value back": () => {
        const revision = request("history:list", { meetingId, itemId: item, field: "decision" })[0];
        return request("history:restore", { revisionId: revision?.id ?? 0 });
      },
      "the title": () => save(request, meetingId, { entity: "meeting", id: meetingId, field: "title", value: "Ekstra møde" }),
      "a category's name": () => save(request, meetingId, { entity: "category", id: category, field: "name", value: "Sager" }),
      "a new punkt": () => request("items:add", { categoryId: category, afterId: null, title: "Nyt punkt", minutes: 5 }),
      "a punkt moved": () => request("items:move", { itemId: item, categoryId: category, afterId: null }),
      "a punkt deleted": () => request("items:delete", { itemId: item }),
      "and undone": () => request("items:restore", { itemId: item }),
      "a new category": () => request("categories:add", { meetingId, afterId: null, name: "Andet" }),
      "who was there": () =>
        request("attendance:set", { meetingId, entries: [{ name: "Louise Rohde", status: "absent", reason: "ferie", itemId: null }] }),
      "a bilag": () => request("attachments:add", { itemId: item, files: [{ name: "Bilag 1.png", bytes: png }] }),
      "its title": () => save(request, meetingId, { entity: "attachment", id: firstAttachment(), field: "title", value: "Et kort" }),
      "a bilag deleted": () => request("attachments:delete", { attachmentId: firstAttachment() }),
      "the clock": () => request("clock:start", { itemId: item }),
      "the end": () => request("meetings:hold", { meetingId }),
      "the approval at the next meeting": () => request("meetings:approve", { meetingId: next.id }),
      "the lock": () => request("meetings:lock", { meetingId }),
      "the reopening": () => request("meetings:reopen", { meetingId }),
    };
    for (const [name, change] of Object.entries(changes)) {
      const before = kept();
      await change();
      expect(kept(), name).toEqual(stored());
      expect(kept(), name).not.toEqual(before);
    }
  });

  it("is the stored one after a colleague's snapshot was taken in", async () => {
    const share = tempDir("share");
    const [martin, anna] = [openOffice(), openOffice({ attachments: [] })];
    for (const { publisher } of [martin, anna]) await publisher.choose(share);
    await martin.publisher.publish(martin.meetingId);
    await anna.publisher.pull();
    const kept = keeperOf(anna.store, martin.meetingId);
    expect(JSON.stringify(kept())).not.toContain("Rettet hos Martin");
    martin.write("Rettet hos Martin");
    await martin.publisher.publish(martin.meetingId);
    await anna.publisher.pull();
    expect(JSON.stringify(kept())).toContain("Rettet hos Martin");
    expect(kept()).toEqual(anna.store.read((db) => getMeeting(db, martin.meetingId)));
  });

  it("is the stored one after another process wrote beside this one", () => {
    const { dataDir, request, kept, stored } = setUp();
    const item = itemId(kept(), "Referat");
    const beside = testStore(dataDir);
    beside.write((db, edit) => setField(db, edit, "item", item, "title", "Skrevet ved siden af"));
    expect(JSON.stringify(kept())).toContain("Skrevet ved siden af");
    expect(kept()).toEqual(stored());
    // And the other way round: what is written here is no news to the other, but is here.
    save(request, kept().id, { entity: "item", id: item, field: "title", value: "Og her igen" });
    expect(kept()).toEqual(stored());
  });

  it("is the stored one after a write that was taken back, and after one that followed it", () => {
    const { store, kept, stored } = setUp();
    const item = itemId(kept(), "Referat");
    const before = kept();
    const fail = () =>
      store.write((db, edit) => {
        setField(db, edit, "item", item, "title", "Aldrig skrevet");
        throw new Error("taken back");
      });
    expect(fail).toThrow();
    expect(kept()).toEqual(before);
    store.write((db, edit) => setField(db, edit, "item", item, "title", "Skrevet"));
    expect(kept()).toEqual(stored());
  });

  it("is read once as long as nothing is written, and its unchanged texts once for all", () => {
    const { request, kept } = setUp();
    const before = kept();
    expect(kept()).toBe(before);
    save(request, before.id, { entity: "item", id: itemId(before, "Referat"), field: "decision", value: paragraphs("Godkendt.") });
    expect(kept()).not.toBe(before);
    expect(itemsOf(kept())[0]?.decision).toBe(itemsOf(before)[0]?.decision);
  });

  it("is another when another is asked for, and none when it is gone", () => {
    const { store, request, meetingId } = setUp();
    const other = makeMeeting(request);
    const getKept = keepMeeting();
    const read = (id: string) => store.read((db) => getKept(db, id));
    expect([read(meetingId).id, read(other.id).id, read(meetingId).id]).toEqual([meetingId, other.id, meetingId]);
    request("meetings:delete", { meetingId });
    expect(() => read(meetingId)).toThrow(expect.objectContaining({ appError: expect.objectContaining({ kind: "not-found" }) }));
    request("meetings:restore", { meetingId });
    expect(read(meetingId).id).toBe(meetingId);
  });
});
