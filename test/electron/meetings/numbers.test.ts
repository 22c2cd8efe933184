import { describe, expect, it } from "vitest";
import { fromProposal } from "../../../electron/meetings/new-meeting.ts";
import { createMeeting } from "../../../electron/meetings/repository.ts";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { itemId, makeMeeting } from "../../support/meetings.ts";
import { requests, testContext, testStore } from "../../support/store.ts";

const numbers = (meeting: MeetingView): string[] => itemsOf(meeting).map((item) => `${item.number} ${item.title}`);

function setUp() {
  const store = testStore();
  const request = requests(testContext(store));
  return { store, request, meeting: makeMeeting(request) };
}

describe("numbers", () => {
  it("follow order until the meeting is held", () => {
    const { request, meeting } = setUp();
    const [first, second] = meeting.categories;
    const bordet = itemId(meeting, "Bordet rundt");
    expect(numbers(request("items:move", { itemId: bordet, categoryId: first?.id ?? "", afterId: null }))[0]).toBe("1 Bordet rundt");
    expect(numbers(request("items:delete", { itemId: bordet }))).toEqual([
      "1 Dagsorden",
      "2 Referat",
      "3 Orientering fra Magistraten",
      "4 Orientering fra Udvalget",
    ]);
    const added = request("items:add", { categoryId: second?.id ?? "", afterId: null, title: "Ny", minutes: 10 });
    expect(numbers(added.meeting)[2]).toBe("3 Ny");
  });

  it("are identity once it is held: kept over delete, restore, move and add", () => {
    const { request, meeting } = setUp();
    const [first, second] = meeting.categories;
    const held = request("meetings:hold", { meetingId: meeting.id });
    expect(held.state).toBe("draft");
    expect(numbers(held)).toEqual(numbers(meeting));
    const udvalget = itemId(meeting, "Orientering fra Udvalget");
    const bordet = itemId(meeting, "Bordet rundt");
    request("items:delete", { itemId: bordet });
    expect(numbers(request("items:delete", { itemId: udvalget }))).toEqual(["1 Dagsorden", "2 Referat", "3 Orientering fra Magistraten"]);
    const { itemId: late } = request("items:add", { categoryId: first?.id ?? "", afterId: null, title: "Sen", minutes: null });
    request("items:restore", { itemId: bordet });
    request("items:restore", { itemId: udvalget });
    expect(numbers(request("items:move", { itemId: late, categoryId: second?.id ?? "", afterId: null }))).toEqual([
      "1 Dagsorden",
      "2 Referat",
      "6 Sen",
      "3 Orientering fra Magistraten",
      "4 Orientering fra Udvalget",
      "5 Bordet rundt",
    ]);
    expect(request("meetings:hold", { meetingId: meeting.id })).toEqual(request("meetings:get", { meetingId: meeting.id }));
  });

  it("are given to a point restored after the meeting was held without it", () => {
    const { request, meeting } = setUp();
    const referat = itemId(meeting, "Referat");
    request("items:delete", { itemId: referat });
    request("meetings:hold", { meetingId: meeting.id });
    expect(numbers(request("items:restore", { itemId: referat }))).toEqual([
      "1 Dagsorden",
      "5 Referat",
      "2 Orientering fra Magistraten",
      "3 Orientering fra Udvalget",
      "4 Bordet rundt",
    ]);
  });

  it("jump where an imported meeting's do", () => {
    const { store, request } = setUp();
    const made = fromProposal(request("meetings:propose", {}));
    const jump = [1, 2, 5, 6, 7];
    let index = 0;
    for (const category of made.categories) for (const item of category.items) item.number = jump[index++] ?? null;
    const meetingId = store.write((db, edit) => createMeeting(db, edit, { ...made, state: "draft" }));
    expect(itemsOf(request("meetings:get", { meetingId })).map((item) => item.number)).toEqual(jump);
    expect(itemsOf(request("meetings:hold", { meetingId })).map((item) => item.number)).toEqual(jump);
  });
});

describe("categories", () => {
  it("are added in their place and deleted only when empty", () => {
    const { request, meeting } = setUp();
    const [first, second] = meeting.categories;
    const added = request("categories:add", { meetingId: meeting.id, afterId: first?.id ?? "", name: "Eventuelt" });
    expect(added.categories.map((category) => category.name)).toEqual(["Til godkendelse", "Eventuelt", "Faste orienteringspunkter"]);
    expect(() => request("categories:delete", { categoryId: second?.id ?? "" })).toThrow("invalid-input");
    const eventuelt = added.categories[1]?.id ?? "";
    expect(request("categories:delete", { categoryId: eventuelt }).categories).toHaveLength(2);
    expect(() => request("items:add", { categoryId: eventuelt, afterId: null, title: "x", minutes: null })).toThrow("not-found");
  });

  it("do not take the points of another meeting", () => {
    const { request, meeting } = setUp();
    const other = makeMeeting(request);
    const move = { itemId: itemId(meeting, "Referat"), categoryId: other.categories[0]?.id ?? "", afterId: null };
    expect(() => request("items:move", move)).toThrow("not-found");
    const home = { ...move, categoryId: meeting.categories[0]?.id ?? "", afterId: itemId(other, "Dagsorden") };
    expect(() => request("items:move", home)).toThrow("not-found");
  });
});
