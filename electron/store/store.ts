import type Database from "better-sqlite3";
import type { Notice } from "../../shared/ipc/contract.ts";

/** A connection that a function only reads from. */
export type ReadableDB = Pick<Database.Database, "prepare"> & { readonly __readable?: never };

/** A connection inside a write transaction; only functions that write take it. */
export type WritableDB = ReadableDB & { readonly __writable: true };

/** One write: who, when, and the dots it hands out. Counters rise by one for each register written and are never reused. */
export type Edit = { readonly actor: string; readonly at: string; nextCounter(): number };

/** The open database. Reads and writes are synchronous and short. */
export type Store = {
  readonly dataDir: string;
  /** This installation's actor id, a UUID minted at first start. */
  readonly actor: string;
  readonly notices: readonly Notice[];
  read<T>(run: (db: ReadableDB) => T): T;
  /**
   * One IMMEDIATE transaction. A full disk throws AppFailure `disk-full`, an I/O error `save-failed` after the connection was
   * closed and opened again; in both nothing of the write is kept.
   */
  write<T>(run: (db: WritableDB, edit: Edit) => T): T;
  close(): void;
};
