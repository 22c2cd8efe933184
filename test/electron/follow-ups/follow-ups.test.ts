import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createImportHandlers } from "../../../electron/import/handlers.ts";
import { meetingToFile } from "../../../electron/import/write.ts";
import { readEntities } from "../../../electron/store/meeting-entities.ts";
import type { FieldChange } from "../../../shared/domain/meeting.ts";
import type { Mark, RichText, TextRun } from "../../../shared/domain/rich-text.ts";
import { newItem, newMeeting } from "../../support/fake-meeting.ts";
import { itemId, makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { requests, testClock, testContext, testFolder, testStore } from "../../support/store.ts";

type State = "marked" | "dismissed";

function marked(id: string, words: string, state: State = "marked"): TextRun {
  const mark: Mark = { type: "followUp", attrs: { id, state } };
  return { type: "text", text: words, marks: [mark] };
}

function text(...runs: (string | TextRun)[]): RichText {
  const content = runs.map((run) => (typeof run === "string" ? { type: "text" as const, text: run } : run));
  return { type: "doc", content: [{ type: "paragraph", content }] };
}

function setUp() {
  const clock = testClock();
  const store = testStore(undefined, clock);
  const request = requests(testContext(store, { clock }));
  request("people:list", {});
  const meeting = makeMeeting(request);
  const item = itemId(meeting, "Referat");
  const put = (field: "decision" | "publicDecision" | "agendaText", value: RichText, id = item) =>
    save(request, meeting.id, { entity: "item", id, field, value });
  const followUps = () => request("meetings:get", { meetingId: meeting.id }).followUps;
  return { clock, store, request, meeting, item, put, followUps };
}

describe("follow-ups in a decision", () => {
  it("are records with owner and words, kept in step with the text", () => {
    const { item, put, followUps } = setUp();
    const id = randomUUID();
    put("decision", text("Godkendt. ", marked(id, "FAS følger op.")));
    expect(followUps()).toEqual([{ id, itemId: item, text: "FAS følger op.", owners: ["FAS"], due: null, state: "open" }]);
    put("decision", text("Godkendt. ", marked(id, "MØB følger op senest i maj 2026.")));
    expect(followUps()).toMatchObject([
      { id, text: "MØB følger op senest i maj 2026.", owners: ["MØB"], due: expect.stringContaining("maj") },
    ]);
    put("decision", text("Godkendt. ", marked(id, "MØB følger op senest i maj 2026.", "dismissed")));
    expect(followUps()).toEqual([]);
    put("decision", paragraphs("FAS følger op."));
    expect(followUps()).toEqual([]);
  });

  it("come back as they were when their mark does, what was set by hand and done included", () => {
    const { request, item, put, followUps } = setUp();
    const id = randomUUID();
    const decision = text(marked(id, "FAS følger op."));
    put("decision", decision);
    const listing = request("follow-ups:save", { id, owners: ["OL"], due: "1. maj", state: "done" });
    expect(listing).toMatchObject({ id, owners: ["OL"], due: "1. maj", state: "done", itemNumber: 2, itemTitle: "Referat", closed: false });
    put("decision", paragraphs("Intet til referat."));
    expect(followUps()).toEqual([]);
    expect(() => request("follow-ups:save", { id, state: "open" })).toThrow(
      expect.objectContaining({ appError: { kind: "not-found", what: "follow-up", id } }),
    );
    put("decision", decision);
    expect(followUps()).toEqual([{ id, itemId: item, text: "FAS følger op.", owners: ["OL"], due: "1. maj", state: "done" }]);
    put("decision", text(marked(id, "MØB følger op.")));
    expect(followUps()).toMatchObject([{ text: "MØB følger op.", owners: ["OL"], due: "1. maj" }]);
  });

  it("may be given an owner by hand while the time is still read from the text", () => {
    const { request, put, followUps } = setUp();
    const id = randomUUID();
    put("decision", text(marked(id, "KL skal orienteres.")));
    expect(followUps()).toMatchObject([{ owners: [], due: null }]);
    request("follow-ups:save", { id, owners: ["FAS"] });
    put("decision", text(marked(id, "KL skal orienteres senest i maj 2026.")));
    expect(followUps()).toMatchObject([{ owners: ["FAS"], due: expect.stringContaining("maj") }]);
    request("follow-ups:save", { id, due: null });
    put("decision", text(marked(id, "KL skal orienteres senest i juni 2026.")));
    expect(followUps()).toMatchObject([{ due: null }]);
  });

  it("stay one record when a closed punkt's public text repeats them, or a sentence is copied; and move when it is moved", () => {
    const { meeting, item, put, followUps } = setUp();
    const other = itemId(meeting, "Bordet rundt");
    const id = randomUUID();
    const sentence = text(marked(id, "FAS følger op."));
    put("decision", sentence);
    put("publicDecision", text(marked(id, "FAS følger op på sagen.")));
    expect(followUps()).toMatchObject([{ itemId: item, text: "FAS følger op." }]);
    put("publicDecision", paragraphs("Offentligt."));
    put("decision", sentence, other);
    expect(followUps()).toMatchObject([{ itemId: item }]);
    put("decision", paragraphs("Godkendt."));
    put("decision", sentence, other);
    expect(followUps()).toEqual([]);
    put("decision", text(marked(id, "FAS følger op snart.")), other);
    expect(followUps()).toMatchObject([{ itemId: other, text: "FAS følger op snart." }]);
  });

  it("move in one save with the sentence, whichever change comes first", () => {
    const { request, meeting, item, put, followUps } = setUp();
    const other = itemId(meeting, "Bordet rundt");
    const id = randomUUID();
    const [there, gone] = [text(marked(id, "FAS følger op.")), paragraphs("Godkendt.")];
    put("decision", there);
    const change = (of: string, value: RichText): FieldChange => ({ entity: "item", id: of, field: "decision", value });
    save(request, meeting.id, change(other, there), change(item, gone));
    expect(followUps()).toMatchObject([{ id, itemId: other }]);
    save(request, meeting.id, change(other, gone), change(item, there));
    expect(followUps()).toMatchObject([{ id, itemId: item }]);
  });

  it("travel with the meeting, each field with a dot, and get no new one from a save that changes nothing of them", () => {
    const { store, meeting, put } = setUp();
    const id = randomUUID();
    put("decision", text("Godkendt. ", marked(id, "FAS følger op.")));
    const entity = () => store.read((db) => readEntities(db, meeting.id)).find((each) => each.id === id);
    const before = entity();
    expect(before?.entity).toBe("followUp");
    expect(Object.keys(before?.fields ?? {}).sort()).toEqual(
      ["deleted", "due", "dueByHand", "itemId", "owners", "ownersByHand", "state", "text"].sort(),
    );
    put("decision", text("Godkendt uden bemærkninger. ", marked(id, "FAS følger op.")));
    expect(entity()).toEqual(before);
  });
});

describe("follow-ups:list", () => {
  it("gives the open ones of all meetings, the latest first, and none of what is deleted", () => {
    const { request, meeting, item, put } = setUp();
    const later = makeMeeting(request);
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
    put("decision", text(marked(one, "FAS følger op.")));
    put("decision", text(marked(two, "OL følger op.")), itemId(meeting, "Dagsorden"));
    save(request, later.id, {
      entity: "item",
      id: itemId(later, "Bordet rundt"),
      field: "decision",
      value: text(marked(three, "MØB følger op.")),
    });
    const listed = () => request("follow-ups:list", { state: "open" }).map(({ id }) => id);
    expect(listed()).toEqual([three, two, one]);
    expect(request("follow-ups:list", { state: "open" })[0]).toMatchObject({ meetingId: later.id, meetingDate: later.date, itemNumber: 5 });
    request("follow-ups:save", { id: two, state: "done" });
    expect(listed()).toEqual([three, one]);
    expect(request("follow-ups:list", { state: "done" }).map(({ id }) => id)).toEqual([two]);
    request("items:delete", { itemId: item });
    expect(listed()).toEqual([three]);
    request("items:restore", { itemId: item });
    request("meetings:delete", { meetingId: later.id });
    expect(listed()).toEqual([one]);
  });

  it("takes a follow-up as done in locked minutes, and that is no correction of approved ones", () => {
    const { request, meeting, put } = setUp();
    const id = randomUUID();
    put("decision", text(marked(id, "FAS følger op.")));
    const next = makeMeeting(request);
    request("meetings:approve", { meetingId: next.id });
    request("meetings:lock", { meetingId: meeting.id });
    request("follow-ups:save", { id, state: "done" });
    expect(request("meetings:get", { meetingId: meeting.id })).toMatchObject({ state: "approved", correctedAt: null, locked: true });
    expect(request("follow-ups:list", { state: "open" })).toEqual([]);
  });
});

describe("an imported meeting", () => {
  it("has its follow-ups recognised, also before the list of people was ever shown", async () => {
    const folder = testFolder();
    const path = join(folder, "moede.json");
    const file = {
      ...{
        format: "referent-meeting/1",
        series: "Rådmandsmøder 2026-2029",
        title: "Møde",
        date: "2026-03-10",
        start: "11:00",
        end: "13:00",
      },
      categories: [{ items: [{ title: "Sag", decision: "Godkendt. FAS følger op.\n\nIntet andet." }] }],
    };
    writeFileSync(path, JSON.stringify(file));
    const store = testStore();
    const dialogs = { chooseOpenFiles: async () => [path], chooseSaveFile: async () => null, chooseFolder: async () => null };
    const context = testContext(store, { dialogs });
    const meeting = await createImportHandlers(context)["meetings:import"]({});
    expect(meeting?.followUps).toMatchObject([{ text: "FAS følger op.", owners: ["FAS"], state: "open" }]);
    const mark: Mark = { type: "followUp", attrs: { id: meeting?.followUps[0]?.id ?? "", state: "marked" } };
    expect(meeting?.categories[0]?.items[0]?.decision.content[0]).toEqual({
      type: "paragraph",
      content: [
        { type: "text", text: "Godkendt. " },
        { type: "text", text: "FAS følger op.", marks: [mark] },
      ],
    });
  });
});

describe("a save with follow-ups", () => {
  it("takes little time with 40 of them in a long decision", () => {
    const { request, meeting, item, followUps } = setUp();
    const ids = Array.from({ length: 40 }, () => randomUUID());
    const times: number[] = [];
    for (let n = 0; n < 60; n += 1) {
      const content = ids.map((id) => ({
        type: "paragraph" as const,
        content: [
          { type: "text" as const, text: `Rådmanden tog orienteringen til efterretning ${n}. ` },
          marked(id, `FAS følger op på sag ${n}.`),
        ],
      }));
      const from = process.cpuUsage();
      save(request, meeting.id, { entity: "item", id: item, field: "decision", value: { type: "doc", content } });
      const { user, system } = process.cpuUsage(from);
      times.push((user + system) / 1000);
    }
    expect(followUps()).toHaveLength(40);
    expect(times.sort((one, two) => one - two)[30]).toBeLessThan(10);
  });
});

describe("a meeting written to a file", () => {
  const people = [{ initials: "FAS", name: "", kind: "unit" as const }];
  const printed = (decision: RichText) =>
    meetingToFile(newMeeting({ categories: [{ id: "c", name: "", items: [newItem("Sag", null, { decision })] }] }), people).categories[0]
      ?.items[0]?.decision;

  it("has recognised follow-ups as they were read, and those marked by hand in bold", () => {
    const id = randomUUID();
    expect(printed(text("Godkendt. ", marked(id, "FAS følger op.")))).toBe("Godkendt. FAS følger op.");
    expect(printed(text("Godkendt. ", marked(id, "Sagen skal ses igennem.")))).toBe("Godkendt. **Sagen skal ses igennem.**");
    const bold = { ...marked(id, "FAS følger op."), marks: [{ type: "bold" as const }, ...(marked(id, "").marks ?? [])] };
    expect(printed(text("Godkendt. ", bold))).toBe("Godkendt. **FAS følger op.**");
    expect(printed(text("Godkendt. ", marked(id, "FAS følger op.", "dismissed")))).toBe("Godkendt. FAS følger op.");
  });
});
