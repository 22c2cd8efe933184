import { copyFileSync, rmSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { type Actor, findCurrentActor } from "./actor.ts";
import { schemaVersion } from "./connection.ts";
import { findAnyDamage } from "./health.ts";

/** True when the last run was cut short: a run that ends in order leaves no log. */
export function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Who wrote here last, or null where the database has not come that far. */
export function findActor(db: Database.Database): Actor | null {
  return schemaVersion(db) === 0 ? null : findCurrentActor(db);
}

/** Copies the database without its log to a file of its own. Gives its counter, or null when it is not sound by itself. */
export function copyWithoutLog(path: string, copy: string, knownVersion: number): number | null {
  rmSync(copy, { force: true });
  copyFileSync(path, copy);
  let db: Database.Database | null = null;
  try {
    db = new Database(copy);
    const version = schemaVersion(db);
    return version > 0 && version <= knownVersion && findAnyDamage(db) === null ? (findActor(db)?.counter ?? null) : null;
  } catch {
    return null;
  } finally {
    db?.close();
  }
}
