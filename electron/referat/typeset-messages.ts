import type { TypesetFile } from "./typesetter.ts";

/**
 * What a typesetting worker is started with. `engine` is the compiled WebAssembly module, shared by all workers of this process; one that
 * `rewinds` sets the same document over and over, without files, and does not grow by it.
 */
export type WorkerSetup = { engine: object; fonts: Uint8Array[]; template: string; rewinds: boolean };

/**
 * One document to set: a clean ReferatDocument as JSON, and the files it shows, which the worker reads; `bilagPages` of them are shown.
 * A worker has one job at a time.
 */
export type TypesetJob = { json: string; files: readonly TypesetFile[]; bilagPages: number; claimsUa: boolean };

/** `memoryBytes` is what the engine holds and can only be rid of with its worker. */
export type WorkerAnswer =
  | { kind: "ready"; memoryBytes: number }
  | { kind: "set"; pdf: Uint8Array<ArrayBuffer>; pages: number; memoryBytes: number }
  | { kind: "failed"; detail: string };
