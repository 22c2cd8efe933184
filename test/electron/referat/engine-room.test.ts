import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import startEngine from "@myriaddreamin/typst-ts-web-compiler";
import { describe, expect, it } from "vitest";
import { loadEngineParts } from "../../../electron/referat/engine-parts.ts";
import { keepRoom } from "../../../electron/referat/engine-room.ts";
import { category, item, meeting, rich } from "./meetings.ts";
import { compose, engineFiles } from "./typesetter.ts";

const megabyte = 1024 * 1024;
const run = promisify(execFile);

describe("the engine's room", { timeout: 60_000 }, () => {
  it("is enough for what is taken next, and more only when it is used up", async () => {
    const { setup } = await loadEngineParts(engineFiles.resourcesDir);
    const engine = await startEngine({ module_or_path: setup.engine });
    const size = (): number => engine.memory.buffer.byteLength / megabyte;
    keepRoom(engine);
    const first = size();
    for (let document = 0; document < 7; document += 1) engine.__wbindgen_export(megabyte, 1);
    expect(size()).toBe(first);
    keepRoom(engine);
    keepRoom(engine);
    expect(size()).toBe(first);
    const sizes = new Set<number>();
    for (let document = 0; document < 100; document += 1) {
      engine.__wbindgen_export(megabyte, 1);
      keepRoom(engine);
      sizes.add(size());
    }
    expect(sizes.size).toBeLessThan(8);
    expect(size() - first).toBeLessThan(100 + 48);
  });

  it("spares the worker a collection at each document", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rum-"));
    const script = join(folder, "rum.mjs");
    const document = compose(
      meeting({ categories: [category("", item(1, "Stor", { decision: rich("Rådmanden bemærkede. ".repeat(2_000)) }))] }),
    );
    writeFileSync(
      script,
      `import { createTypesetter } from ${JSON.stringify(new URL("../../../electron/referat/engine.ts", import.meta.url))};
      const typesetter = createTypesetter({ workerUrl: new URL(${JSON.stringify(engineFiles.workerUrl)}), resourcesDir: ${JSON.stringify(engineFiles.resourcesDir)} });
      const document = ${JSON.stringify(document)};
      for (let round = 0; round < 40; round += 1) await typesetter.typeset({ ...document, title: "Møde " + round });`,
    );
    const { stdout } = await run(process.execPath, ["--trace-gc", script], { maxBuffer: 10 * megabyte });
    rmSync(folder, { recursive: true });
    expect(stdout.match(/Mark-Compact/g)?.length ?? 0).toBeLessThan(20);
  });
});
