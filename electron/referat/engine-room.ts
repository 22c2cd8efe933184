import type { InitOutput } from "@myriaddreamin/typst-ts-web-compiler";

/** The part of the engine that has its memory: what it takes memory with, and gives it back to itself with, has no other name in it. */
export type EngineMemory = Pick<InitOutput, "memory" | "__wbindgen_export" | "__wbindgen_export4">;

const least = 8 * 1024 * 1024;
const step = 32 * 1024 * 1024;

/**
 * Gives the engine memory ahead, between two documents, when less than 8 MB of it lie free in one piece: 32 MB more, of which it takes
 * nothing from the PC before it writes there. Left to itself it grows by a little at each document, and each time the whole of its memory
 * counts as new to the collector of its thread, which then goes through everything. Source: docs/decisions/0014.
 */
export function keepRoom(engine: EngineMemory): void {
  const before = engine.memory.buffer.byteLength;
  take(engine, least);
  if (engine.memory.buffer.byteLength > before) take(engine, step);
}

/** Takes so many bytes and gives them back, so that the room is there. Where it lies. */
export function take(engine: EngineMemory, bytes: number): number {
  const at = engine.__wbindgen_export(bytes, 1);
  engine.__wbindgen_export4(at, bytes, 1);
  return at;
}
