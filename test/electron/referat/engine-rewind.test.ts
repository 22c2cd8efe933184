import startEngine, { type TypstCompiler, TypstCompilerBuilder } from "@myriaddreamin/typst-ts-web-compiler";
import { beforeAll, describe, expect, it } from "vitest";
import { loadEngineParts } from "../../../electron/referat/engine-parts.ts";
import { createRewinder, type Rewinder } from "../../../electron/referat/engine-rewind.ts";
import type { EngineMemory } from "../../../electron/referat/engine-room.ts";
import { warmDocument } from "../../../electron/referat/warm-document.ts";
import { category, item, meeting, rich } from "./meetings.ts";
import { compose, engineFiles } from "./typesetter.ts";

const megabyte = 1024 * 1024;

type Engine = { memory: EngineMemory; set(json: string): Buffer };

/** The engine without its worker; each has a memory of its own. */
async function openEngine(): Promise<Engine> {
  const { setup } = await loadEngineParts(engineFiles.resourcesDir);
  const memory = await startEngine({ module_or_path: setup.engine });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of setup.fonts) await builder.add_raw_font(font);
  const compiler: TypstCompiler = await builder.build();
  compiler.add_source("/referat.typ", setup.template);
  return {
    memory,
    set(json) {
      compiler.map_shadow("/data.json", new TextEncoder().encode(json));
      return Buffer.from((compiler.compile("/referat.typ", undefined, "pdf", 1) as { result: Uint8Array }).result);
    },
  };
}

/** A referat of some `pages` pages in whose first punkt `words` were written. */
function jsonOf(pages: number, words: string, sentence = "Rådmanden tog orienteringen til efterretning"): string {
  const items = Array.from({ length: pages * 3 }, (_none, index) =>
    item(index + 1, `Sag ${index + 1}`, { decision: rich(`${index === 0 ? words : ""}${`${sentence} i sag ${index}. `.repeat(20)}`) }),
  );
  return JSON.stringify(compose(meeting({ categories: [category("", ...items)] })));
}

let engine: Engine;
let rewinder: Rewinder;
let rewindings = 0;

function write(json: string): Buffer {
  const pdf = engine.set(json);
  rewinder.settle(json.length, () => {
    rewindings += 1;
    engine.set(json);
  });
  return pdf;
}

const size = (): number => engine.memory.memory.buffer.byteLength / megabyte;

describe("rewinding the engine", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    engine = await openEngine();
    engine.set(JSON.stringify(warmDocument));
    rewinder = createRewinder(engine.memory);
  }, 60_000);

  it("keeps its memory as large as it was at the first document, however much is written, and sets what an engine never rewound sets", async () => {
    const fresh = await openEngine();
    expect(rewinder.heldBytes()).toBe(0);
    write(jsonOf(6, ""));
    const [first, held] = [size(), rewinder.heldBytes()];
    let words = "";
    for (let key = 1; rewindings < 4 && key < 1_000; key += 1) {
      words += key % 6 === 0 ? " " : "abcdefghij".charAt(key % 10);
      const before = rewindings;
      const pdf = write(jsonOf(6, words));
      if (rewindings > before) expect(write(jsonOf(6, words)).equals(fresh.set(jsonOf(6, words)))).toBe(true);
      if (key === 1) expect(pdf.equals(fresh.set(jsonOf(6, words)))).toBe(true);
    }
    expect(rewindings).toBe(4);
    expect(size()).toBe(first);
    expect(rewinder.heldBytes()).toBe(held);
  });

  it("keeps another meeting once that is what is written in, so that it is not set as a whole after each rewinding", () => {
    const held = rewinder.heldBytes();
    const before = rewindings;
    const other = "Udvalget drøftede sagen og bad forvaltningen om et notat";
    for (let key = 1; rewindings < before + 3 && key < 1_000; key += 1) write(jsonOf(6, "ord ".repeat(key), other));
    expect(rewindings).toBe(before + 3);
    expect(rewinder.heldBytes()).toBeGreaterThan(held);
    expect(rewinder.heldBytes() - held).toBeLessThan(16 * megabyte);
  });

  it("tells of a far longer meeting, for which there was no room, that it holds more, and goes on with that", () => {
    const held = rewinder.heldBytes();
    const pdf = write(jsonOf(150, "Langt."));
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(rewinder.heldBytes() - held).toBeGreaterThan(32 * megabyte);
    const grown = size();
    for (let key = 1; key <= 10; key += 1) write(jsonOf(150, "Langt.".slice(0, key)));
    expect(size()).toBe(grown);
  });
});
