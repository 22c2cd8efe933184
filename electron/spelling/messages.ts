import type { WrongWord } from "../../shared/ipc/contract.ts";

/** What the spelling worker is started with. */
export type SpellingSetup = { resourcesDir: string };

/** `own`: words that are right besides the dictionary's. */
export type SpellingTask =
  | { kind: "check"; words: readonly string[]; own: readonly string[] }
  | { kind: "suggest"; word: string; own: readonly string[] };

/** A task with the number its answer will carry. */
export type SpellingJob = { id: number; task: SpellingTask };

export type SpellingAnswer = { id: number; value: WrongWord[] | string[] };

/** Said once, when the dictionaries are loaded. */
export const spellingReady = "ready";
