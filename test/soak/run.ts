import { parseArgs } from "node:util";
import type { SoakOptions, SoakResult } from "./result.ts";

const soaks: Record<string, { runs: number; soak: (options: SoakOptions) => Promise<SoakResult> }> = {
  kill: { runs: 1_000, soak: async (options) => (await import("./kill.ts")).soakKill(options) },
  wal: { runs: 10_000, soak: async (options) => (await import("./wal.ts")).soakWal(options) },
  disk: { runs: 30, soak: async (options) => (await import("./disk.ts")).soakDisk(options) },
  leaks: { runs: 2_000, soak: async (options) => (await import("./leaks.ts")).soakLeaks(options) },
  sync: { runs: 20_000, soak: async (options) => (await import("./sync.ts")).soakSync(options) },
  slow: { runs: 4, soak: async (options) => (await import("./slow.ts")).soakSlow(options) },
  calls: { runs: 300, soak: async (options) => (await import("./calls.ts")).soakCalls({ ...options, fault: "kill" }) },
  eio: { runs: 200, soak: async (options) => (await import("./calls.ts")).soakCalls({ ...options, fault: "EIO" }) },
  preview: { runs: 2_000, soak: async (options) => (await import("./preview.ts")).soakPreview(options) },
  enospc: { runs: 200, soak: async (options) => (await import("./calls.ts")).soakCalls({ ...options, fault: "ENOSPC" }) },
};

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false }, runs: { type: "string" }, seed: { type: "string", default: "1" } },
  allowPositionals: true,
});
const name = positionals[0] ?? "";
const chosen = soaks[name];
const runs = values.runs === undefined ? chosen?.runs : Number(values.runs);
const seed = Number(values.seed);
if (chosen === undefined || !Number.isInteger(runs) || !Number.isInteger(seed)) {
  process.stderr.write(`Brug: npm run soak -- ${Object.keys(soaks).join("|")} [--runs N] [--seed N] [--json]\n`);
  process.exit(2);
}

/** More than this at the end than at the beginning, and memory is not flat. */
const growthLimitMb = 50;

let toldAt = performance.now();
function onRun(done: number): void {
  if (performance.now() - toldAt < 15_000) return;
  toldAt = performance.now();
  process.stderr.write(`${done}/${runs}\n`);
}

const result = await chosen.soak({ runs: runs ?? 0, seed, onRun });
if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
else for (const [key, value] of Object.entries(result)) process.stdout.write(`${key}: ${value}\n`);
const grown = Number(result["growthMb"] ?? 0);
process.exit(result.unreported + result.failedToOpen > 0 || grown >= growthLimitMb || (name !== "wal" && result.lost > 0) ? 1 : 0);
