import { parseArgs } from "node:util";
import type { BenchResult } from "./measure.ts";

const benches: Record<string, () => Promise<BenchResult[]>> = {
  start: async () => (await import("./start.ts")).benchStart(),
  typing: async () => (await import("./typing.ts")).benchTyping(),
  export: async () => (await import("./export.ts")).benchExport(),
  preview: async () => (await import("./preview.ts")).benchPreview(),
  close: async () => (await import("./close.ts")).benchClose(),
  turns: async () => (await import("./turns.ts")).benchTurns(),
  sync: async () => (await import("./sync.ts")).benchSync(),
};

const { values, positionals } = parseArgs({ options: { json: { type: "boolean", default: false } }, allowPositionals: true });
const name = positionals[0] ?? "";
const bench = benches[name];
if (bench === undefined) {
  process.stderr.write(`Brug: npm run bench -- ${Object.keys(benches).join("|")} [--json]\n`);
  process.exit(2);
}

const results = await bench();
if (values.json) process.stdout.write(`${JSON.stringify({ bench: name, results })}\n`);
else {
  for (const { what, ours, theirs, unit, ratio } of results)
    process.stdout.write(`${what}: ${ours} ${unit} / ${theirs} ${unit} = ${ratio}\n`);
}
process.exit(0);
