import type Database from "better-sqlite3";
import { AppFailure } from "../../shared/errors.ts";
import { schemaVersion } from "./connection.ts";
import type { Migration } from "./migrations/migration.ts";

/** The newest version this installation can write. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

function apply(db: Database.Database, migration: Migration): void {
  db.transaction(() => {
    // Another process may have migrated while this one waited for the lock.
    if (schemaVersion(db) >= migration.version) return;
    migration.up(db);
    const broken = db.pragma("foreign_key_check") as unknown[];
    if (broken.length > 0) throw new AppFailure({ kind: "database-unusable", reason: `migration ${migration.version}` });
    db.pragma(`user_version = ${migration.version}`);
  }).immediate();
}

/** Brings the schema up to date, each step in a transaction of its own. `beforeFirst` runs once when a database with content must change. */
export function migrate(db: Database.Database, migrations: readonly Migration[], beforeFirst: () => void): void {
  const found = schemaVersion(db);
  const pending = migrations.filter((migration) => migration.version > found);
  if (pending.length > 0 && found > 0) beforeFirst();
  for (const migration of pending) apply(db, migration);
}
