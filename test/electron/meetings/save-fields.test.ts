import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { FieldChange, Recommendation } from "../../../shared/domain/meeting.ts";
import { itemId, makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { requests, testClock, testContext, testStore } from "../../support/store.ts";

function setUp() {
  const clock = testClock();
  const store = testStore(undefined, clock);
  const request = requests(testContext(store, { clock }));
  const meeting = makeMeeting(request);
  const id = itemId(meeting, "Referat");
  const get = () => request("meetings:get", { meetingId: meeting.id });
  const dots = () =>
    store.read((db) => db.prepare("SELECT entity || ' ' || entity_id || ' ' || field AS name, counter FROM field_dot").all()) as {
      name: string;
      counter: number;
    }[];
  /** The registers that have another dot after `run` than before it. */
  const stamped = (run: () => void): string[] => {
    const before = new Map(dots().map((dot) => [dot.name, dot.counter]));
    run();
    return dots()
      .filter((dot) => before.get(dot.name) !== dot.counter)
      .map((dot) => dot.name)
      .sort();
  };
  return { store, clock, request, meeting, id, get, dots, stamped };
}

describe("meetings:save-fields", () => {
  it("saves every kind of field and says when", () => {
    const { request, clock, meeting, id, get } = setUp();
    clock.set("2026-03-10T10:42:07.000Z");
    const category = meeting.categories[1]?.id ?? "";
    const point = { id: randomUUID(), text: "at rådmanden tager orienteringen til efterretning" };
    const reply = save(
      request,
      meeting.id,
      { entity: "meeting", id: meeting.id, field: "information", value: ["Bine Jenshøj deltager under punkt 3."] },
      { entity: "meeting", id: meeting.id, field: "start", value: "14:00" },
      { entity: "meeting", id: meeting.id, field: "end", value: "12:00" },
      { entity: "category", id: category, field: "name", value: "Orientering" },
      { entity: "item", id, field: "title", value: "Referat af 3. marts" },
      { entity: "item", id, field: "minutes", value: 5 },
      { entity: "item", id, field: "closed", value: true },
      { entity: "item", id, field: "agendaText", value: paragraphs("Dagsordentekst") },
      { entity: "item", id, field: "decision", value: paragraphs("Godkendt.") },
      { entity: "item", id, field: "publicDecision", value: paragraphs("Punktet er lukket.") },
      { entity: "item", id, field: "recommendations", value: [point] },
      { entity: "item", id, field: "outcome", value: "withdrawn" },
    );
    expect(reply).toEqual({ savedAt: "2026-03-10T10:42:07.000Z", state: "running", correctedAt: null, revived: null });
    const saved = get();
    expect(saved).toMatchObject({
      savedAt: reply.savedAt,
      information: ["Bine Jenshøj deltager under punkt 3."],
      start: "14:00",
      end: "12:00",
    });
    expect(saved.categories[1]?.name).toBe("Orientering");
    expect(saved.categories[0]?.items[1]).toEqual({
      id,
      number: 2,
      title: "Referat af 3. marts",
      minutes: 5,
      closed: true,
      agendaText: paragraphs("Dagsordentekst"),
      recommendations: [point],
      decision: paragraphs("Godkendt."),
      publicDecision: paragraphs("Punktet er lukket."),
      attachments: [],
      outcome: "withdrawn",
      spentSeconds: 0,
      runningSince: null,
      usualMinutes: null,
    });
  });

  it("gives only what changed a new dot", () => {
    const { request, meeting, id, stamped } = setUp();
    const decision: FieldChange = { entity: "item", id, field: "decision", value: paragraphs("Godkendt.") };
    const title: FieldChange = { entity: "item", id, field: "title", value: "Referat" };
    expect(stamped(() => save(request, meeting.id, decision, title))).toEqual([`item ${id} decision`, `meeting ${meeting.id} state`]);
    expect(stamped(() => save(request, meeting.id, decision, title))).toEqual([]);
  });

  it("answers a repeated operation as the first time and changes nothing", () => {
    const { request, clock, meeting, id, get, stamped } = setUp();
    const operationId = randomUUID();
    const with_ = (text: string) =>
      request("meetings:save-fields", {
        operationId,
        meetingId: meeting.id,
        changes: [{ entity: "item", id, field: "decision", value: paragraphs(text) }],
      });
    const first = with_("Godkendt.");
    clock.set("2026-03-10T11:00:00.000Z");
    save(request, meeting.id, { entity: "item", id, field: "decision", value: paragraphs("Senere.") });
    expect(stamped(() => expect(with_("Godkendt.")).toEqual(first))).toEqual([]);
    expect(get().categories[0]?.items[1]?.decision).toEqual(paragraphs("Senere."));
  });

  it("saves all of the changes or none", () => {
    const { request, meeting, id, get } = setUp();
    const other = makeMeeting(request);
    for (const foreign of [itemId(other, "Referat"), randomUUID()])
      expect(() =>
        save(
          request,
          meeting.id,
          { entity: "item", id, field: "title", value: "Ændret" },
          { entity: "item", id: foreign, field: "title", value: "Fremmed" },
        ),
      ).toThrow(expect.objectContaining({ appError: { kind: "not-found", what: "item", id: foreign } }));
    expect(get()).toEqual(meeting);
    expect(() => save(request, meeting.id, { entity: "meeting", id: other.id, field: "title", value: "x" })).toThrow("not-found");
  });

  it("takes the text of a point that was deleted meanwhile, so that it comes back with it", () => {
    const { request, meeting, id } = setUp();
    request("items:delete", { itemId: id });
    save(request, meeting.id, { entity: "item", id, field: "decision", value: paragraphs("Skrevet imens.") });
    expect(request("items:restore", { itemId: id }).categories[0]?.items[1]?.decision).toEqual(paragraphs("Skrevet imens."));
  });

  it("sets a planned meeting running at the first decision, not at a blank one, and never a held one back", () => {
    const { request, meeting, id, get } = setUp();
    save(request, meeting.id, { entity: "item", id, field: "decision", value: paragraphs(" ") });
    expect(get().state).toBe("planned");
    save(request, meeting.id, { entity: "item", id, field: "decision", value: paragraphs("Godkendt.") });
    expect(get().state).toBe("running");
    request("meetings:hold", { meetingId: meeting.id });
    save(request, meeting.id, { entity: "item", id, field: "decision", value: paragraphs("Rettet.") });
    expect(get().state).toBe("draft");
  });
});

describe("the points of an indstilling", () => {
  const points = (...texts: string[]): Recommendation[] => texts.map((text) => ({ id: randomUUID(), text }));

  it("are rows of their own: one moved, one changed, one added, one gone, and nothing else stamped", () => {
    const { request, meeting, id, get, stamped } = setUp();
    const put = (value: Recommendation[]) => save(request, meeting.id, { entity: "item", id, field: "recommendations", value });
    const shown = () => get().categories[0]?.items[1]?.recommendations;
    const [a, b, c, d] = points("a", "b", "c", "d") as [Recommendation, Recommendation, Recommendation, Recommendation];
    put([a, b, c, d]);
    expect(shown()).toEqual([a, b, c, d]);
    expect(stamped(() => put([d, a, b, c]))).toEqual([`recommendation ${d.id} position`]);
    expect(shown()).toEqual([d, a, b, c]);
    expect(stamped(() => put([d, a, { ...b, text: "b2" }, c]))).toEqual([`recommendation ${b.id} text`]);
    expect(stamped(() => put([d, a, c]))).toEqual([`recommendation ${b.id} deleted`]);
    const e = { id: randomUUID(), text: "e" };
    expect(stamped(() => put([d, e, a, c]))).toEqual(
      ["deleted", "itemId", "position", "text"].map((field) => `recommendation ${e.id} ${field}`),
    );
    expect(shown()).toEqual([d, e, a, c]);
    expect(stamped(() => put([d, e, a, b, c]))).toEqual([`recommendation ${b.id} deleted`, `recommendation ${b.id} text`]);
    expect(shown()).toEqual([d, e, a, b, c]);
    put([]);
    expect(shown()).toEqual([]);
  });

  it("cannot stand twice or be another point's", () => {
    const { request, meeting, id, get } = setUp();
    const [a] = points("a") as [Recommendation];
    const put = (to: string, value: Recommendation[]) =>
      save(request, meeting.id, { entity: "item", id: to, field: "recommendations", value });
    expect(() => put(id, [a, a])).toThrow("invalid-input");
    put(id, [a]);
    expect(() => put(itemId(meeting, "Dagsorden"), [a])).toThrow("invalid-input");
    expect(get().categories[0]?.items[1]?.recommendations).toEqual([a]);
  });
});
