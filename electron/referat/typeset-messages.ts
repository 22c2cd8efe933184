import type { TypesetFile } from "./typesetter.ts";

/** What a typesetting worker is started with. `engine` is the compiled WebAssembly module, shared by all workers of this process. */
export type WorkerSetup = { engine: object; fonts: Uint8Array[]; template: string };

/**
 * One document to set: a clean ReferatDocument as JSON, and the files it shows, which the worker reads; `bilagPages` of them are shown.
 * A worker has one job at a time.
 */
export type TypesetJob = { json: string; files: readonly TypesetFile[]; bilagPages: number; claimsUa: boolean };

/** `memoryBytes` is the size of the engine's memory, which only ever grows. */
export type WorkerAnswer =
  | { kind: "ready"; memoryBytes: number }
  | { kind: "set"; pdf: Uint8Array<ArrayBuffer>; pages: number; memoryBytes: number }
  | { kind: "failed"; detail: string };
