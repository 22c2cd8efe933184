import { describe, expect, it } from "vitest";
import { createDecisionHandlers } from "../../../electron/decisions/handlers.ts";
import { itemId, makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { type Request, requests, testContext, testStore } from "../../support/store.ts";

/** A meeting that was held, with a decision on *Bordet rundt*. */
function heldMeeting(request: Request, date: string, title: string, ...lines: string[]): string {
  const meeting = request("meetings:create", request("meetings:propose", { date }));
  const id = itemId(meeting, "Bordet rundt");
  save(
    request,
    meeting.id,
    { entity: "item", id, field: "title", value: title },
    { entity: "item", id, field: "decision", value: paragraphs(...lines) },
  );
  request("meetings:hold", { meetingId: meeting.id });
  return meeting.id;
}

function decided() {
  const context = testContext(testStore());
  const request = requests(context);
  const search = createDecisionHandlers(context)["decisions:search"];
  return {
    request,
    find: (text: string, exceptMeetingId?: string, by: "words" | "matter" = "words") =>
      search({ text, by, ...(exceptMeetingId && { exceptMeetingId }) }),
  };
}

describe("what was decided before", () => {
  it("is found by every word in title or text, whatever the capitals, also of Danish letters", async () => {
    const { request, find } = decided();
    heldMeeting(request, "2025-03-11", "Ældreplan", "Først noget andet.", "Rådmanden godkendte ØKONOMIEN.");
    const found = await find("ældreplan økonomien");
    expect(found).toMatchObject([
      { meetingDate: "2025-03-11", itemTitle: "Ældreplan", closed: false, quote: "Rådmanden godkendte ØKONOMIEN." },
    ]);
    expect(await find("ældreplan budget")).toEqual([]);
    expect(await find("  ")).toEqual([]);
  });

  it("comes with the matter itself first, then the latest meeting, and never of the meeting asked from", async () => {
    const { request, find } = decided();
    heldMeeting(request, "2024-03-12", "Handicapbarometer", "Godkendt.");
    heldMeeting(request, "2025-03-11", "Handicapbarometer", "Udsat.");
    const own = heldMeeting(request, "2026-03-10", "Budget", "Som i sagen om Handicapbarometer.");
    expect((await find("handicapbarometer")).map(({ meetingDate }) => meetingDate)).toEqual(["2025-03-11", "2024-03-12", "2026-03-10"]);
    expect((await find("handicapbarometer", own)).map(({ quote }) => quote)).toEqual(["Udsat.", "Godkendt."]);
  });

  it("takes signs of the search as they are written, and leaves out what was not decided or not held", async () => {
    const { request, find } = decided();
    heldMeeting(request, "2025-03-11", "Status på 10 %-målsætningen", "Godkendt.");
    heldMeeting(request, "2025-03-18", "Status på 10 X-målsætningen", "Godkendt.");
    heldMeeting(request, "2025-03-25", "Status på 10 %-målsætningen", ".");
    const planned = makeMeeting(request);
    save(request, planned.id, {
      entity: "item",
      id: itemId(planned, "Bordet rundt"),
      field: "title",
      value: "Status på 10 %-målsætningen",
    });
    expect((await find("10 %-mål")).map(({ meetingDate }) => meetingDate)).toEqual(["2025-03-11"]);
  });
});

describe("what was decided before on the same matter", () => {
  it("is found though its title was another, and nothing of another matter is", async () => {
    const { request, find } = decided();
    heldMeeting(request, "2025-03-11", "Handicapsagsbarometeret 2025 (15 min)", "Rådmanden godkendte brevet.", "FAS følger op.");
    heldMeeting(request, "2025-09-02", "Handleplan for 10%-målsætning", "Rådmanden fastholdt målet.");
    heldMeeting(request, "2025-09-09", "Borgere med dobbeltborgerskab", "Godkendt.");
    heldMeeting(request, "2025-10-07", "Dialog med regionen", "Rådmanden drøftede overgangen af borgere med dobbeltdiagnose.");
    const own = heldMeeting(request, "2026-03-10", "Handicapbarometer", "Godkendt.");
    const on = async (title: string) => (await find(title, own, "matter")).map(({ itemTitle }) => itemTitle);
    expect(await on("Handicapbarometer")).toEqual(["Handicapsagsbarometeret 2025 (15 min)"]);
    expect(await on("Status på 10 %-målsætningen")).toEqual(["Handleplan for 10%-målsætning"]);
    expect(await on("Status på overgangen af borgere med dobbeltdiagnose til regionen")).toEqual(["Dialog med regionen"]);
    expect(await on("Referat")).toEqual([]);
    expect((await find("Handicapbarometer", own, "matter"))[0]?.lines).toEqual(["Rådmanden godkendte brevet.", "FAS følger op."]);
  });

  it("has the matter itself first and then the latest, and a fixed point has its own of earlier meetings", async () => {
    const { request, find } = decided();
    heldMeeting(request, "2024-03-12", "Handicapbarometer", "Godkendt.");
    heldMeeting(request, "2025-03-11", "Handicapbarometeret", "Udsat.");
    heldMeeting(request, "2025-12-02", "Budget", "Som i sagen om handicapbarometeret.");
    expect((await find("Handicapbarometer", undefined, "matter")).map(({ quote }) => quote)).toEqual([
      "Udsat.",
      "Godkendt.",
      "Som i sagen om handicapbarometeret.",
    ]);
  });
});

describe("what is written in the punkt", () => {
  it("is found in the text of the agenda and the at-points too, where something was decided", async () => {
    const { request, find } = decided();
    const meeting = request("meetings:create", request("meetings:propose", { date: "2025-03-11" }));
    const id = itemId(meeting, "Bordet rundt");
    save(
      request,
      meeting.id,
      { entity: "item", id, field: "agendaText", value: paragraphs("Økonomien i svømmehallen") },
      { entity: "item", id, field: "decision", value: paragraphs("Godkendt.") },
    );
    request("meetings:hold", { meetingId: meeting.id });
    expect((await find("ØKONOMIEN svømmehal")).map(({ quote }) => quote)).toEqual(["Godkendt."]);
  });
});
