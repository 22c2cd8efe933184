import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { readCoverage } from "./font-coverage.ts";
import type { WorkerSetup } from "./typeset-messages.ts";

/** `covers` tells whether any bundled face has a glyph for a character. */
export type EngineParts = { setup: Omit<WorkerSetup, "rewinds">; covers(codePoint: number): boolean };

// The Node types have no WebAssembly.
const { WebAssembly } = globalThis as unknown as { WebAssembly: { compile(bytes: Uint8Array): Promise<object> } };

/** Reads the engine, the faces and the template. The engine is compiled once, off the main thread, and shared by every worker. */
export async function loadEngineParts(resourcesDir: string): Promise<EngineParts> {
  const wasm = createRequire(import.meta.url).resolve("@myriaddreamin/typst-ts-web-compiler/wasm");
  const [engine, fonts, template] = await Promise.all([
    readFile(wasm).then((bytes) => WebAssembly.compile(bytes)),
    readFaces(join(resourcesDir, "fonts")),
    readFile(join(resourcesDir, "referat.typ"), "utf8"),
  ]);
  const faces = fonts.map(readCoverage);
  return { setup: { engine, fonts, template }, covers: (codePoint) => faces.some((face) => face.has(codePoint)) };
}

async function readFaces(folder: string): Promise<Uint8Array[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ttf")).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}
