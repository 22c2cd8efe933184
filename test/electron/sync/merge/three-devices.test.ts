import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { getCurrentActor } from "../../../../electron/store/actor.ts";
import { openStore } from "../../../../electron/store/open.ts";
import type { Store } from "../../../../electron/store/store.ts";
import { type Deed, deeds, play } from "../../../support/three-devices.ts";
import { tempDir } from "../office.ts";

/** The second installation is a copy of the first one's data: it writes in its name, from where it stood then. */
function clone([first, second]: readonly Store[]): void {
  const actor = first?.read(getCurrentActor);
  second?.write((db) => db.prepare("UPDATE actor SET id = ?, counter = ? WHERE current = 1").run(actor?.id, actor?.counter));
}

function openStores(): Store[] {
  return Array.from({ length: 3 }, () => {
    const store = openStore({ dataDir: tempDir("device"), clock: { now: () => new Date("2026-03-10T12:00:00Z") } });
    onTestFinished(() => store.close());
    return store;
  });
}

/** Orders that once had a meeting refused, or a punkt deleted over an edit. */
const metOnce: [string, Deed[]][] = [
  [
    "one brings back what it deleted, and another has written in it without knowing of either",
    [
      { do: "pull", device: 1, order: [0] },
      { do: "delete", device: 1, item: 1 },
      { do: "write", device: 0, item: 1, field: 0 },
      { do: "publish", device: 1 },
      { do: "publish", device: 0 },
      { do: "restore", device: 1, item: 1 },
    ],
  ],
  [
    "a punkt that stood by an edit is brought back, deleted again, and met as it was before",
    [
      { do: "pull", device: 1, order: [0] },
      { do: "delete", device: 1, item: 1 },
      { do: "write", device: 0, item: 1, field: 0 },
      { do: "publish", device: 1 },
      { do: "pull", device: 0, order: [1] },
      { do: "write", device: 0, item: 1, field: 0 },
      { do: "restore", device: 1, item: 1 },
      { do: "publish", device: 1 },
      { do: "publish", device: 0 },
      { do: "delete", device: 1, item: 1 },
      { do: "publish", device: 1 },
      { do: "pull", device: 0, order: [2, 4, 3] },
    ],
  ],
  [
    "two bring the same punkt back, and the third has met the one's deletion after the other's return",
    [
      { do: "pull", device: 1, order: [0] },
      { do: "pull", device: 2, order: [0] },
      { do: "delete", device: 0, item: 1 },
      { do: "restore", device: 0, item: 1 },
      { do: "write", device: 0, item: 1, field: 0 },
      { do: "publish", device: 0 },
      { do: "delete", device: 1, item: 1 },
      { do: "publish", device: 1 },
      { do: "pull", device: 2, order: [1, 2] },
      { do: "restore", device: 1, item: 1 },
      { do: "publish", device: 1 },
      { do: "pull", device: 2, order: [3] },
      { do: "pull", device: 0, order: [2, 3] },
    ],
  ],
  [
    "all three have closed the same punkt, one of them after it opened it again",
    [
      { do: "pull", device: 1, order: [0] },
      { do: "pull", device: 2, order: [0] },
      { do: "close", device: 0, item: 0 },
      { do: "publish", device: 0 },
      { do: "write", device: 1, item: 0, field: 0 },
      { do: "write", device: 1, item: 0, field: 1 },
      { do: "write", device: 1, item: 0, field: 2 },
      { do: "close", device: 1, item: 0 },
      { do: "publish", device: 1 },
      { do: "pull", device: 2, order: [1] },
      { do: "close", device: 2, item: 0 },
      { do: "close", device: 2, item: 0 },
      { do: "pull", device: 2, order: [2] },
      { do: "publish", device: 2 },
      { do: "pull", device: 0, order: [2, 3] },
    ],
  ],
  [
    "each of two has let go of an equal value of the same punkt, and holds what was written in place of the other's",
    [
      { do: "pull", device: 1, order: [0] },
      { do: "pull", device: 2, order: [0] },
      { do: "close", device: 0, item: 0 },
      { do: "publish", device: 0 },
      { do: "close", device: 1, item: 0 },
      { do: "close", device: 1, item: 0 },
      { do: "publish", device: 1 },
      { do: "close", device: 1, item: 0 },
      { do: "publish", device: 1 },
      { do: "pull", device: 2, order: [1] },
      { do: "close", device: 2, item: 0 },
      { do: "publish", device: 2 },
      { do: "pull", device: 0, order: [4, 2, 3] },
      { do: "pull", device: 1, order: [1, 4] },
    ],
  ],
];

describe("three devices that write, publish and pull in any order", () => {
  it("come to the same, lose no edit that nobody has seen, and are not moved by what they have", { timeout: 120_000 }, () => {
    const stores = openStores();
    fc.assert(
      fc.property(deeds, (run) => {
        expect(play(stores, run)).toEqual({ faults: [], told: false });
      }),
      { numRuns: 100 },
    );
  });

  it.each(metOnce)("come to the same though %s", (_, run) => {
    expect(play(openStores(), run)).toEqual({ faults: [], told: false });
  });

  it("are told when two of them write as one actor: nothing is lost in silence", { timeout: 120_000 }, () => {
    const outcome = fc.check(
      fc.property(deeds, (run) => {
        const stores = openStores();
        clone(stores);
        const { faults, told } = play(stores, run);
        expect(faults.length === 0 || told).toBe(true);
        return !told && faults.length === 0;
      }),
      { numRuns: 20, endOnFailure: true },
    );
    expect(outcome.failed).toBe(true);
  });
});
