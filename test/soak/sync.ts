import { rmSync } from "node:fs";
import fc from "fast-check";
import { openStore } from "../../electron/store/open.ts";
import { deeds, play } from "../support/three-devices.ts";
import type { SoakOptions, SoakResult } from "./result.ts";
import { scratchFolder } from "./scratch.ts";

/**
 * Three devices that write, publish and pull in any order. `lost`: runs after which they differed, or an edit was gone that nobody had
 * seen, or a deletion went over an edit; none may be. Each is told with the seed that makes it again.
 */
export async function soakSync({ runs, seed, onRun }: SoakOptions): Promise<SoakResult> {
  const folders = Array.from({ length: 3 }, () => scratchFolder("sync"));
  const stores = folders.map((dataDir) => openStore({ dataDir, clock: { now: () => new Date() } }));
  let [lost, made] = [0, 0];
  try {
    for (let run = 0; run < runs; run += 1) {
      const [played = []] = fc.sample(deeds, { numRuns: 1, seed: seed + run });
      const { faults, told } = play(stores, played);
      made += played.length;
      if (faults.length > 0 || told) {
        lost += 1;
        process.stderr.write(`seed ${seed + run}: ${[...faults, ...(told ? ["told of an actor used twice"] : [])].join("; ")}\n`);
      }
      onRun?.(run + 1);
    }
  } finally {
    for (const store of stores) store.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
  return { soak: "sync", runs, lost, unreported: lost, failedToOpen: 0, deeds: made };
}
