import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SaveQueue } from "../../../renderer/stores/save-queue.ts";
import type { FieldChange } from "../../../shared/domain/meeting.ts";

const change: FieldChange = { entity: "item", id: "00000000-0000-4000-8000-000000000001", field: "title", value: "Sag 1" };

let began: number[];

/** A queue whose saves take this long, in milliseconds. */
function queueOf(took: () => number): SaveQueue {
  return new SaveQueue({
    savedAt: "",
    save: async () => {
      began.push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, took()));
      return { savedAt: "" };
    },
    collect: () => [],
    onCollected: () => undefined,
    onState: () => undefined,
  });
}

/** How long after a change, with nothing else unsaved, its save begins; in milliseconds. */
async function waited(queue: SaveQueue): Promise<number> {
  const changedAt = performance.now();
  queue.add(change);
  await vi.advanceTimersByTimeAsync(5_000);
  return (began.at(-1) ?? Number.NaN) - changedAt;
}

beforeEach(() => {
  began = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe("the wait before a save", () => {
  it("is short at first, when nothing is known of a save, and 120 ms while saves are quick", async () => {
    const queue = queueOf(() => 20);
    expect([await waited(queue), await waited(queue), await waited(queue), await waited(queue)]).toEqual([40, 110, 120, 120]);
  });

  it("is shorter after a save that took long, so that both keep within 180 ms, and never none", async () => {
    let took = 100;
    const queue = queueOf(() => took);
    await waited(queue);
    expect(await waited(queue)).toBe(80);
    took = 900;
    await waited(queue);
    expect(await waited(queue)).toBe(40);
  });

  it("is the usual again some time after saves are quick again: what was slow once may be so again", async () => {
    let took = 400;
    const queue = queueOf(() => took);
    await waited(queue);
    took = 10;
    expect([await waited(queue), await waited(queue), await waited(queue), await waited(queue)]).toEqual([40, 40, 80, 120]);
  });
});
