import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { getCurrentActor } from "../../../../electron/store/actor.ts";
import { openStore } from "../../../../electron/store/open.ts";
import type { Store } from "../../../../electron/store/store.ts";
import { deeds, play } from "../../../support/three-devices.ts";
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
