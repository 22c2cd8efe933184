import { describe, expect, it } from "vitest";
import { agendaEntries, placeAtLine, placeBeside, placeForNew } from "../../../renderer/screens/meeting/agenda-order.ts";

const item = (id: string) => ({ id }) as never;
const meeting = {
  categories: [
    { id: "A", name: "Til godkendelse", items: [item("a1"), item("a2")] },
    { id: "B", name: "Tom", items: [] },
    { id: "C", name: "Faste", items: [item("c1")] },
  ],
};
const entries = agendaEntries(meeting);

describe("the order of the agenda", () => {
  it.each([
    ["a2", -1, { categoryId: "A", afterId: null }],
    ["a1", 1, { categoryId: "A", afterId: "a2" }],
    ["a2", 1, { categoryId: "B", afterId: null }],
    ["c1", -1, { categoryId: "B", afterId: null }],
    ["a1", -1, null],
    ["c1", 1, null],
    ["gone", 1, null],
  ] as const)("%s one line by %d", (id, step, place) => expect(placeBeside(entries, id, step)).toEqual(place));

  it.each([
    ["c1", 1, { categoryId: "A", afterId: null }],
    ["a1", 5, { categoryId: "C", afterId: "c1" }],
    ["a1", 0, null],
    ["a1", 1, null],
  ] as const)("%s put at line %d", (id, line, place) => expect(placeAtLine(entries, id, line)).toEqual(place));

  it("a new punkt comes after the one at the caret, else last among the cases", () => {
    expect(placeForNew(meeting, "a1")).toEqual({ categoryId: "A", afterId: "a1" });
    expect(placeForNew(meeting, null)).toEqual({ categoryId: "A", afterId: "a2" });
    expect(placeForNew({ categories: [] }, null)).toBeNull();
  });
});
