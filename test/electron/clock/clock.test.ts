import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readEntities } from "../../../electron/store/meeting-entities.ts";
import { itemId, makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { requests, testClock, testContext, testStore } from "../../support/store.ts";

const eleven = Date.parse("2026-03-10T10:00:00.000Z");

function setUp() {
  const clock = testClock();
  const store = testStore(undefined, clock);
  const request = requests(testContext(store, { clock }));
  const meeting = makeMeeting(request);
  const [first, second] = [itemId(meeting, "Dagsorden"), itemId(meeting, "Referat")];
  const at = (seconds: number): string => {
    const iso = new Date(eleven + seconds * 1000).toISOString();
    clock.set(iso);
    return iso;
  };
  const spent = (id: string) => {
    const item = request("meetings:get", { meetingId: meeting.id })
      .categories.flatMap(({ items }) => items)
      .find((each) => each.id === id);
    return { seconds: item?.spentSeconds, since: item?.runningSince };
  };
  const start = (itemId: string) => request("clock:start", { itemId });
  const stop = () => request("clock:stop", { meetingId: meeting.id });
  return { clock, store, request, meeting, first, second, at, spent, start, stop };
}

describe("the clock", () => {
  it("runs on one punkt at a time, adds up what each has had, and sets a planned meeting running", () => {
    const { first, second, at, spent, start, stop } = setUp();
    const began = at(0);
    expect(start(first).state).toBe("running");
    expect(spent(first)).toEqual({ seconds: 0, since: began });
    at(30);
    start(first);
    expect(spent(first)).toEqual({ seconds: 0, since: began });
    const moved = at(90.7);
    start(second);
    expect(spent(first)).toEqual({ seconds: 90, since: null });
    expect(spent(second)).toEqual({ seconds: 0, since: moved });
    at(100);
    start(first);
    at(110);
    stop();
    expect(spent(first)).toEqual({ seconds: 100, since: null });
    expect(spent(second)).toEqual({ seconds: 9, since: null });
    const before = stop();
    expect(stop()).toEqual(before);
  });

  it("is corrected while it stands and while it runs", () => {
    const { request, first, at, spent, start, stop } = setUp();
    at(0);
    start(first);
    at(600);
    stop();
    request("clock:correct", { itemId: first, seconds: 240 });
    expect(spent(first)).toEqual({ seconds: 240, since: null });
    at(700);
    start(first);
    const corrected = at(760);
    request("clock:correct", { itemId: first, seconds: 250 });
    expect(spent(first)).toEqual({ seconds: 250, since: corrected });
    at(770);
    stop();
    expect(spent(first)).toEqual({ seconds: 260, since: null });
    request("clock:correct", { itemId: first, seconds: 0 });
    expect(spent(first)).toEqual({ seconds: 0, since: null });
  });

  it("does not run backwards when the PC's clock is set back", () => {
    const { first, at, spent, start, stop } = setUp();
    at(100);
    start(first);
    at(40);
    stop();
    expect(spent(first)).toEqual({ seconds: 0, since: null });
  });

  it("stops when the meeting is held and stands still after that; a locked meeting's cannot be moved", () => {
    const { request, meeting, first, at, spent, start } = setUp();
    at(0);
    start(first);
    at(60);
    request("meetings:hold", { meetingId: meeting.id });
    expect(spent(first)).toEqual({ seconds: 60, since: null });
    const held = request("meetings:get", { meetingId: meeting.id });
    at(120);
    expect(start(first)).toEqual(held);
    request("clock:correct", { itemId: first, seconds: 30 });
    request("meetings:lock", { meetingId: meeting.id });
    expect(() => request("clock:correct", { itemId: first, seconds: 40 })).toThrow("meeting-locked");
    expect(spent(first).seconds).toBe(30);
  });

  it("goes on to another punkt when the one it ran on was deleted, and travels with the meeting", () => {
    const { store, request, meeting, first, second, at, spent, start } = setUp();
    at(0);
    start(first);
    request("items:delete", { itemId: first });
    at(50);
    start(second);
    request("items:restore", { itemId: first });
    expect(spent(first)).toEqual({ seconds: 50, since: null });
    const spans = store.read((db) => readEntities(db, meeting.id)).filter(({ entity }) => entity === "itemSpan");
    expect(spans.map(({ fields }) => fields["seconds"]?.value).sort()).toEqual([50, null]);
    expect(() => start(randomUUID())).toThrow("not-found");
  });
});

describe("the time a punkt usually takes", () => {
  it("is the mean of earlier meetings, for one without minutes of its own", () => {
    const { request, clock } = setUp();
    const held = (date: string, seconds: number) => {
      clock.set(`${date}T10:00:00.000Z`);
      const meeting = request("meetings:create", { ...request("meetings:propose", { date }), date });
      request("clock:start", { itemId: itemId(meeting, "Referat") });
      request("clock:correct", { itemId: itemId(meeting, "Referat"), seconds });
      request("clock:correct", { itemId: itemId(meeting, "Dagsorden"), seconds: 59 });
      request("meetings:hold", { meetingId: meeting.id });
    };
    held("2026-03-17", 600);
    held("2026-03-24", 1_080);
    const later = request("meetings:create", request("meetings:propose", { date: "2026-03-31" }));
    const usual = (title: string) => {
      const { categories } = request("meetings:get", { meetingId: later.id });
      return categories.flatMap(({ items }) => items).find((item) => item.title === title)?.usualMinutes;
    };
    expect([usual("Referat"), usual("Dagsorden"), usual("Bordet rundt")]).toEqual([14, null, null]);
    save(request, later.id, { entity: "item", id: itemId(later, "Referat"), field: "minutes", value: 5 });
    expect(usual("Referat")).toBeNull();
  });
});

describe("a punkt that is postponed", () => {
  const pdf = { name: "notat.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF") };

  async function postponed() {
    const parts = setUp();
    const { request, meeting } = parts;
    const category = meeting.categories[0]?.id ?? "";
    const { itemId: id } = request("items:add", { categoryId: category, afterId: parts.second, title: "Handicapbarometer", minutes: 10 });
    await request("attachments:add", { itemId: id, files: [pdf] });
    const point = { id: randomUUID(), text: "at rådmanden godkender" };
    save(
      request,
      meeting.id,
      { entity: "item", id, field: "agendaText", value: paragraphs("Om barometeret.") },
      { entity: "item", id, field: "recommendations", value: [point] },
      { entity: "item", id, field: "closed", value: true },
      { entity: "item", id, field: "decision", value: paragraphs("Punktet skubbes.") },
      { entity: "item", id, field: "outcome", value: "postponed" },
    );
    return { ...parts, id, point };
  }

  it("keeps its place and is offered as a case of the next meeting with all that belongs to it", async () => {
    const { request, meeting, id, point } = await postponed();
    const kept = request("meetings:get", { meetingId: meeting.id }).categories[0]?.items[2];
    expect(kept).toMatchObject({ id, number: 3, outcome: "postponed" });
    const proposal = request("meetings:propose", {});
    expect(proposal.categories[0]?.items.at(-1)).toEqual({ title: "Handicapbarometer", minutes: 10, carriedFrom: id });
    expect(proposal.categories[1]?.items.every((item) => item.carriedFrom === undefined)).toBe(true);
    const next = request("meetings:create", proposal);
    const carried = next.categories[0]?.items[2];
    expect(carried).toMatchObject({ title: "Handicapbarometer", minutes: 10, closed: true, outcome: "normal", number: 3 });
    expect(carried?.agendaText).toEqual(paragraphs("Om barometeret."));
    expect(carried?.recommendations.map(({ text }) => text)).toEqual([point.text]);
    expect(carried?.recommendations[0]?.id).not.toBe(point.id);
    expect(carried?.decision.content).toEqual([]);
    expect(carried?.attachments).toMatchObject([{ fileName: "notat.pdf", sha256: kept?.attachments[0]?.sha256 }]);
    expect(carried?.attachments[0]?.id).not.toBe(kept?.attachments[0]?.id);
  });

  it("is offered until a meeting has taken it up, in its own series and to later meetings only", async () => {
    const { request, meeting, id } = await postponed();
    const offered = (date?: string) =>
      request("meetings:propose", date === undefined ? {} : { date })
        .categories.flatMap(({ items }) => items)
        .some((item) => item.carriedFrom === id);
    expect(offered()).toBe(true);
    expect(offered(meeting.date)).toBe(false);
    expect(offered("2030-01-08")).toBe(true);
    const plain = request("meetings:propose", {});
    request("meetings:create", { ...plain, categories: plain.categories.map(({ name }) => ({ name, items: [] })) });
    expect(offered()).toBe(true);
    const next = request("meetings:create", request("meetings:propose", {}));
    expect(offered()).toBe(false);
    request("meetings:delete", { meetingId: next.id });
    expect(offered()).toBe(true);
    save(request, meeting.id, { entity: "item", id, field: "outcome", value: "withdrawn" });
    expect(offered()).toBe(false);
    const gone = { ...plain, categories: [{ name: "", items: [{ title: "x", minutes: null, carriedFrom: randomUUID() }] }] };
    expect(() => request("meetings:create", gone)).toThrow("not-found");
  });
});
