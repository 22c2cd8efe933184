import type Database from "better-sqlite3";
import type { ReadableDB } from "./store.ts";

type Statement = Database.Statement<unknown[]>;

const prepared = new WeakMap<ReadableDB, Map<string, Statement>>();

/** A statement that is prepared once a connection: a save is a few of them and an import thousands. */
export function statement(db: ReadableDB, sql: string): Statement {
  let known = prepared.get(db);
  if (known === undefined) {
    known = new Map();
    prepared.set(db, known);
  }
  let found = known.get(sql);
  if (found === undefined) {
    found = db.prepare(sql);
    known.set(sql, found);
  }
  return found;
}
