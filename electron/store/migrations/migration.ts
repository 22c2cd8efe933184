import type Database from "better-sqlite3";

/** One step of the schema. Frozen once released: a change is a new migration. `up` runs inside a transaction of its own. */
export type Migration = { readonly version: number; readonly name: string; readonly up: (db: Database.Database) => void };
