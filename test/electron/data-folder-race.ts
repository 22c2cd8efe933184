import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { checkDataFolder } from "../../electron/data-folder.ts";

const { base, rounds, gate, count } = workerData as { base: string; rounds: number; gate: SharedArrayBuffer; count: number };
const arrived = new Int32Array(gate);

/** Long enough for one who is on their way; one who has no processor yet is given this one. */
const spins = 100_000;

/** Begins each round in the same moment as the others. */
function meet(round: number): void {
  Atomics.add(arrived, 0, 1);
  Atomics.notify(arrived, 0);
  for (let at = 0; Atomics.load(arrived, 0) < (round + 1) * count; at += 1)
    if (at >= spins) Atomics.wait(arrived, 0, Atomics.load(arrived, 0), 1);
}

const faults: unknown[] = [];
for (let round = 0; round < rounds; round += 1) {
  meet(round);
  try {
    checkDataFolder(join(base, `${round}`, "a", "b", "c"));
  } catch (error) {
    faults.push((error as { appError?: unknown }).appError ?? String(error));
  }
}
parentPort?.postMessage(faults);
