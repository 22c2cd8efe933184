import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeMeeting } from "../../support/meetings.ts";
import { requests, testContext, testStore } from "../../support/store.ts";

type Step = { kind: "add" | "move" | "delete" | "restore"; item: number; category: number; after: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("add", "move", "move", "delete", "restore"),
  item: fc.nat(99),
  category: fc.nat(1),
  after: fc.nat(99),
});

/** The order as a list would have it: deleted points keep their place among the others. */
type Model = { id: string; deleted: boolean }[][];

function shown(model: Model): string[][] {
  return model.map((category) => category.filter((item) => !item.deleted).map((item) => item.id));
}

function placeAfter(model: Model, category: number, afterId: string | null, item: { id: string; deleted: boolean }): void {
  const items = model[category] ?? [];
  items.splice(afterId === null ? 0 : items.findIndex(({ id }) => id === afterId) + 1, 0, item);
}

describe("the order of points", () => {
  it("is what a list would have, after any adding, moving, deleting and restoring", { timeout: 120_000 }, () => {
    const store = testStore();
    const request = requests(testContext(store));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const meeting = makeMeeting(request);
        const categories = meeting.categories.map((category) => category.id);
        const model: Model = meeting.categories.map((category) => category.items.map(({ id }) => ({ id, deleted: false })));
        for (const { kind, item, category, after } of steps) {
          const visible = shown(model);
          const places = [null, ...(visible[category] ?? [])];
          const categoryId = categories[category] ?? "";
          const afterId = places[after % places.length] ?? null;
          const of = model.flat().filter(({ deleted }) => deleted === (kind === "restore"));
          const chosen = of[item % Math.max(1, of.length)];
          if (kind === "add") {
            const { itemId } = request("items:add", { categoryId, afterId, title: "x", minutes: null });
            placeAfter(model, category, afterId, { id: itemId, deleted: false });
          } else if (chosen === undefined) continue;
          else if (kind === "delete") {
            request("items:delete", { itemId: chosen.id });
            chosen.deleted = true;
          } else if (kind === "restore") {
            request("items:restore", { itemId: chosen.id });
            chosen.deleted = false;
          } else if (afterId !== chosen.id && !alreadyThere(visible[category] ?? [], chosen.id, afterId)) {
            request("items:move", { itemId: chosen.id, categoryId, afterId });
            for (const items of model) if (items.includes(chosen)) items.splice(items.indexOf(chosen), 1);
            placeAfter(model, category, afterId, chosen);
          } else request("items:move", { itemId: chosen.id, categoryId, afterId });
        }
        const stored = request("meetings:get", { meetingId: meeting.id });
        expect(stored.categories.map((category) => category.items.map((entry) => entry.id))).toEqual(shown(model));
        request("meetings:delete", { meetingId: meeting.id });
      }),
      { numRuns: 60 },
    );
  });

  it("holds when one point is moved between two others again and again", { timeout: 60_000 }, () => {
    const request = requests(testContext(testStore()));
    const meeting = makeMeeting(request);
    const categoryId = meeting.categories[1]?.id ?? "";
    const [a = "", b = "", c = ""] = meeting.categories[1]?.items.map((item) => item.id) ?? [];
    let last = meeting;
    for (let n = 0; n < 200; n += 1) {
      last = request("items:move", { itemId: c, categoryId, afterId: a });
      last = request("items:move", { itemId: b, categoryId, afterId: a });
    }
    expect(last.categories[1]?.items.map((item) => item.id)).toEqual([a, b, c]);
  });
});

function alreadyThere(items: string[], id: string, afterId: string | null): boolean {
  const index = items.indexOf(id);
  return index >= 0 && (items[index - 1] ?? null) === afterId;
}
