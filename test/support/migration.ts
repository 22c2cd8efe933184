import Database from "better-sqlite3";
import { migrate } from "../../electron/store/migrate.ts";
import { migrations } from "../../electron/store/migrations/index.ts";

/**
 * Runs one migration on a database that stands at the version before it and holds what `before` puts there; gives the migrated
 * database. Every migration has a file `test/electron/store/migrations/NNNN.test.ts` that calls this.
 */
export function exerciseMigration(version: number, before: (db: Database.Database) => void = () => {}): Database.Database {
  const db = new Database(":memory:");
  migrate(
    db,
    migrations.filter((migration) => migration.version < version),
    () => {},
  );
  before(db);
  db.pragma("foreign_keys = ON");
  migrate(
    db,
    migrations.filter((migration) => migration.version <= version),
    () => {},
  );
  return db;
}
