import { describe, expect, it } from "vitest";
import { composeReferat } from "../../../electron/referat/compose.ts";
import { meetingVector, readEntities } from "../../../electron/store/meeting-entities.ts";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { describeError } from "../../../shared/error-text.ts";
import { AppFailure } from "../../../shared/errors.ts";
import { itemId, paragraphs, save } from "../../support/meetings.ts";
import { requests, testClock, testContext, testStore } from "../../support/store.ts";

function setUp() {
  const clock = testClock();
  const store = testStore(undefined, clock);
  const request = requests(testContext(store, { clock }));
  const on = (date: string): MeetingView => request("meetings:create", request("meetings:propose", { date }));
  const decide = (meeting: MeetingView, text: string) =>
    save(request, meeting.id, { entity: "item", id: itemId(meeting, "Referat"), field: "decision", value: paragraphs(text) });
  const get = (meeting: MeetingView) => request("meetings:get", { meetingId: meeting.id });
  return { clock, store, request, on, decide, get };
}

describe("the states of a meeting", () => {
  it("go forward by hand too, and starting one that has begun changes nothing", () => {
    const { request, on, get } = setUp();
    const meeting = on("2026-03-10");
    expect(request("meetings:start", { meetingId: meeting.id }).state).toBe("running");
    request("meetings:hold", { meetingId: meeting.id });
    const held = get(meeting);
    expect(held.state).toBe("draft");
    expect(request("meetings:start", { meetingId: meeting.id })).toEqual(held);
  });

  it("are on every meeting's row in the list", () => {
    const { request, on, decide } = setUp();
    const [first, second] = [on("2026-03-03"), on("2026-03-10")];
    decide(first, "Godkendt.");
    request("meetings:approve", { meetingId: second.id });
    request("meetings:lock", { meetingId: first.id });
    expect(request("meetings:list", {})[1]).toMatchObject({ state: "approved", approvedAt: "2026-03-04T09:00:00.000Z", locked: true });
    expect(request("meetings:list", {})[0]).toMatchObject({ state: "planned", approvedAt: null, correctedAt: null, locked: false });
  });
});

describe("meetings:approve", () => {
  it("approves the latest meeting held before this one in the series, with the time and in which meeting", () => {
    const { clock, store, request, on, decide, get } = setUp();
    const [older, last, now, later] = ["2026-02-24", "2026-03-03", "2026-03-10", "2026-03-17"].map(on) as [
      MeetingView,
      MeetingView,
      MeetingView,
      MeetingView,
    ];
    for (const meeting of [older, last, later]) decide(meeting, "Godkendt.");
    request("meetings:hold", { meetingId: last.id });
    expect(get(now).previous).toEqual({ id: last.id, title: last.title, date: "2026-03-03", state: "draft", approvedAt: null });
    clock.set("2026-03-10T10:04:11.000Z");
    const after = request("meetings:approve", { meetingId: now.id });
    expect(after.previous).toMatchObject({ id: last.id, state: "approved", approvedAt: "2026-03-10T10:04:11.000Z" });
    expect(get(last)).toMatchObject({ state: "approved", approvedAt: "2026-03-10T10:04:11.000Z", correctedAt: null });
    const entity = store.read((db) => readEntities(db, last.id)).find(({ id }) => id === last.id);
    expect(entity?.fields["approvedIn"]?.value).toBe(now.id);
    expect(get(older).state).toBe("running");
    expect(get(later).state).toBe("running");
    clock.set("2026-03-10T10:05:00.000Z");
    expect(request("meetings:approve", { meetingId: now.id })).toEqual(after);
  });

  it("holds one that was left running first, so that its numbers are kept", () => {
    const { request, on, decide, get } = setUp();
    const [last, now] = [on("2026-03-03"), on("2026-03-10")];
    decide(last, "Godkendt.");
    request("meetings:approve", { meetingId: now.id });
    request("items:delete", { itemId: itemId(last, "Dagsorden") });
    expect(itemsOf(get(last)).map((item) => item.number)).toEqual([2, 3, 4, 5]);
  });

  it("finds the last meeting of the council term before, and says so when there is none", () => {
    const { request, on, decide, get } = setUp();
    const [last, now] = [on("2025-12-16"), on("2026-01-06")];
    expect(last.seriesTitle).not.toBe(now.seriesTitle);
    const approve = () => request("meetings:approve", { meetingId: now.id });
    expect(approve).toThrow(expect.objectContaining({ appError: { kind: "nothing-to-approve" } }));
    decide(last, "Godkendt.");
    approve();
    expect(get(last).state).toBe("approved");
    expect(() => request("meetings:approve", { meetingId: last.id })).toThrow("nothing-to-approve");
  });

  it("thins the history of what was approved to the last of each minute", () => {
    const { clock, request, on, decide } = setUp();
    const [last, now] = [on("2026-03-03"), on("2026-03-10")];
    for (const second of ["01", "02", "03"]) {
      clock.set(`2026-03-10T10:00:${second}.000Z`);
      decide(last, `Godkendt ${second}.`);
    }
    const count = () => request("history:list", { meetingId: last.id, itemId: itemId(last, "Referat") }).length;
    expect(count()).toBe(4);
    request("meetings:approve", { meetingId: now.id });
    expect(count()).toBe(2);
  });
});

describe("an edit after the approval", () => {
  it("is a correction with its time, whatever is edited, and the referat says so", () => {
    const { clock, request, on, decide, get } = setUp();
    const [last, now] = [on("2026-03-03"), on("2026-03-10")];
    decide(last, "Godkendt.");
    request("meetings:approve", { meetingId: now.id });
    const printed = () => composeReferat(get(last), { organisation: "" }).facts.find((fact) => fact.label === "Rettelse");
    clock.set("2026-03-12T23:30:00.000Z");
    decide(last, "Godkendt.");
    expect(get(last).correctedAt).toBeNull();
    expect(printed()).toBeUndefined();
    decide(last, "Godkendt med en rettelse.");
    expect(get(last)).toMatchObject({ state: "approved", correctedAt: "2026-03-12T23:30:00.000Z" });
    expect(printed()?.lines).toEqual(["Rettet efter godkendelsen, senest 13-03-2026."]);
    clock.set("2026-03-14T09:00:00.000Z");
    request("items:delete", { itemId: itemId(last, "Dagsorden") });
    expect(get(last).correctedAt).toBe("2026-03-14T09:00:00.000Z");
    expect(get(now).correctedAt).toBeNull();
  });
});

describe("a locked meeting", () => {
  it("refuses every edit and keeps what stands, until it is reopened", async () => {
    const { store, request, on, decide, get } = setUp();
    const meeting = on("2026-03-10");
    decide(meeting, "Godkendt.");
    const category = meeting.categories[0]?.id ?? "";
    const item = itemId(meeting, "Referat");
    const file = { name: "a.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF") };
    const added = await request("attachments:add", { itemId: item, files: [file] });
    const attachment = itemsOf(added.meeting).find(({ id }) => id === item)?.attachments[0]?.id ?? "";
    const revisionId = request("history:list", { meetingId: meeting.id, itemId: item })[0]?.id ?? 0;
    const locked = request("meetings:lock", { meetingId: meeting.id });
    expect(locked.locked).toBe(true);
    const vector = store.read((db) => meetingVector(db, meeting.id));
    const edits = [
      () => decide(meeting, "Ændret."),
      () => decide(meeting, "Godkendt."),
      () => request("items:add", { categoryId: category, afterId: null, title: "Ny", minutes: null }),
      () => request("items:move", { itemId: item, categoryId: category, afterId: null }),
      () => request("items:delete", { itemId: item }),
      () => request("categories:add", { meetingId: meeting.id, afterId: null, name: "Ny" }),
      () => request("attachments:delete", { attachmentId: attachment }),
      () => request("history:restore", { revisionId }),
      () => request("meetings:delete", { meetingId: meeting.id }),
    ];
    const error = { kind: "meeting-locked", title: meeting.title } as const;
    await expect(request("attachments:add", { itemId: item, files: [file] })).rejects.toThrow("meeting-locked");
    for (const run of edits) expect(run, run.toString()).toThrow(expect.objectContaining({ appError: error }));
    expect(get(meeting)).toEqual(locked);
    expect(store.read((db) => meetingVector(db, meeting.id))).toEqual(vector);
    expect(describeError(new AppFailure(error).appError)).toContain("Lås mødet op");
    const laid = request("meetings:lay-short", { meetingId: meeting.id, short: true });
    expect(laid).toMatchObject({ locked: true, laysShort: true, correctedAt: null });
    expect(request("meetings:reopen", { meetingId: meeting.id }).locked).toBe(false);
    decide(meeting, "Ændret.");
    expect(request("meetings:lock", { meetingId: meeting.id })).toEqual(request("meetings:lock", { meetingId: meeting.id }));
  });
});
