import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fromProposal } from "../../../electron/meetings/new-meeting.ts";
import { createMeeting, getMeeting } from "../../../electron/meetings/repository.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { requests, testClock, testContext, testStore } from "../../support/store.ts";

function setUp() {
  const store = testStore();
  const clock = testClock();
  return { store, clock, request: requests(testContext(store, { clock })) };
}

describe("meetings:propose", () => {
  it("proposes the next Tuesday from the template", () => {
    const { request } = setUp();
    request("settings:save", { minuteTaker: "Martin" });
    expect(request("meetings:propose", {})).toEqual({
      seriesTitle: "Rådmandsmøder 2026-2029",
      title: "Rådmandsmøde d. 10. marts",
      date: "2026-03-10",
      start: "11:00",
      end: "13:00",
      place: "Rådmandens kontor, vær. 436",
      minuteTaker: "Martin",
      information: [],
      categories: [
        {
          name: "Til godkendelse",
          items: [
            { title: "Dagsorden", minutes: null },
            { title: "Referat", minutes: null },
          ],
        },
        {
          name: "Faste orienteringspunkter",
          items: [
            { title: "Orientering fra Magistraten", minutes: null },
            { title: "Orientering fra Udvalget", minutes: null },
            { title: "Bordet rundt", minutes: null },
          ],
        },
      ],
    });
  });

  it("goes past the latest meeting not yet held, and takes a given day as it is", () => {
    const { request } = setUp();
    makeMeeting(request);
    expect(request("meetings:propose", {}).date).toBe("2026-03-17");
    expect(request("meetings:propose", { date: "2029-12-31" })).toMatchObject({
      date: "2029-12-31",
      title: "Rådmandsmøde d. 31. december",
      seriesTitle: "Rådmandsmøder 2026-2029",
    });
    expect(request("meetings:propose", { date: "2025-07-01" }).seriesTitle).toBe("Rådmandsmøder 2022-2025");
  });

  it("on a Tuesday proposes the next one, not the same day", () => {
    const { request, clock } = setUp();
    clock.set("2026-03-10T12:00:00.000Z");
    expect(request("meetings:propose", {}).date).toBe("2026-03-17");
  });
});

describe("meetings:create, get, list, delete and restore", () => {
  it("makes a meeting with numbered points, in the one series of its title", () => {
    const { request } = setUp();
    const first = makeMeeting(request);
    const second = makeMeeting(request);
    expect(second.seriesId).toBe(first.seriesId);
    expect(itemsOf(first).map((item) => `${item.number} ${item.title}`)).toEqual([
      "1 Dagsorden",
      "2 Referat",
      "3 Orientering fra Magistraten",
      "4 Orientering fra Udvalget",
      "5 Bordet rundt",
    ]);
    expect(first).toMatchObject({ state: "planned", savedAt: "2026-03-04T09:00:00.000Z" });
  });

  it("lists the latest first, with open cases only and the number decided", () => {
    const { request } = setUp();
    const meeting = makeMeeting(request);
    const later = makeMeeting(request);
    const category = meeting.categories[0];
    let afterId = category?.items[1]?.id ?? "";
    const added: string[] = [];
    for (const title of ["Handicapbarometer", "Lukket sag", "Status på 10 %-målsætningen", "C", "D", "E"]) {
      afterId = request("items:add", { categoryId: category?.id ?? "", afterId, title, minutes: 10 }).itemId;
      added.push(afterId);
    }
    save(
      request,
      meeting.id,
      { entity: "item", id: added[1] ?? "", field: "closed", value: true },
      { entity: "item", id: added[0] ?? "", field: "decision", value: paragraphs("Godkendt.") },
      { entity: "item", id: added[2] ?? "", field: "decision", value: paragraphs(".") },
    );
    const [top, row] = request("meetings:list", {});
    expect(top?.id).toBe(later.id);
    expect(row).toMatchObject({ itemCount: 11, decidedCount: 1, publishedAt: null, state: "running" });
    expect(row?.cases).toEqual(["Handicapbarometer", "Status på 10 %-målsætningen", "C", "D"]);
  });

  it("deletes and restores a meeting whole", () => {
    const { request } = setUp();
    const meeting = makeMeeting(request);
    request("meetings:delete", { meetingId: meeting.id });
    expect(request("meetings:list", {})).toEqual([]);
    expect(() => request("meetings:get", { meetingId: meeting.id })).toThrow("not-found");
    request("meetings:restore", { meetingId: meeting.id });
    expect(request("meetings:get", { meetingId: meeting.id })).toEqual(meeting);
  });

  it("says not-found for what is not there", () => {
    const { request } = setUp();
    const id = randomUUID();
    for (const run of [
      () => request("meetings:get", { meetingId: id }),
      () => request("meetings:delete", { meetingId: id }),
      () => request("meetings:hold", { meetingId: id }),
      () => request("items:delete", { itemId: id }),
      () => request("items:restore", { itemId: id }),
      () => request("categories:delete", { categoryId: id }),
      () => request("items:add", { categoryId: id, afterId: null, title: "x", minutes: null }),
    ])
      expect(run).toThrow(expect.objectContaining({ appError: expect.objectContaining({ kind: "not-found", id }) }));
  });

  it("holds 500 points and no more, in whatever way they come", { timeout: 60_000 }, () => {
    const { store, request } = setUp();
    const proposal = request("meetings:propose", {});
    const items = (count: number) => Array.from({ length: count }, (_, n) => ({ title: `Sag ${n}`, minutes: null }));
    const make = (count: number) =>
      store.write((db, edit) => createMeeting(db, edit, fromProposal({ ...proposal, categories: [{ name: "", items: items(count) }] })));
    expect(() => make(501)).toThrow("invalid-input");
    const meetingId = make(500);
    const meeting = store.read((db) => getMeeting(db, meetingId));
    const categoryId = meeting.categories[0]?.id ?? "";
    expect(() => request("items:add", { categoryId, afterId: null, title: "en til", minutes: null })).toThrow("invalid-input");
    const first = itemsOf(meeting)[0]?.id ?? "";
    request("items:delete", { itemId: first });
    request("items:add", { categoryId, afterId: null, title: "en anden", minutes: null });
    expect(() => request("items:restore", { itemId: first })).toThrow("invalid-input");
  });
});
