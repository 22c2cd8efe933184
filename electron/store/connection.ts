import Database from "better-sqlite3";
import { AppFailure } from "../../shared/errors.ts";

const fullSync = 2;

function setPragmas(db: Database.Database): void {
  db.pragma("busy_timeout = 5000");
  db.pragma("journal_mode = WAL");
  // After WAL: this build drops to NORMAL when WAL is switched on.
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  db.pragma("temp_store = MEMORY");
  db.pragma("secure_delete = ON");
  if (process.platform === "darwin") db.pragma("checkpoint_fullfsync = ON");
}

/** Under anything less than FULL a power cut could roll back a commit whose dots are already in the shared folder. */
function assertDurable(db: Database.Database): void {
  const mode = db.pragma("journal_mode", { simple: true });
  const sync = db.pragma("synchronous", { simple: true });
  if (mode !== "wal" || sync !== fullSync)
    throw new AppFailure({ kind: "database-unusable", reason: `journal_mode ${mode}, synchronous ${sync}` });
}

/** The schema's version, read before anything is written. */
export function schemaVersion(db: Database.Database): number {
  return db.pragma("user_version", { simple: true }) as number;
}

/**
 * Opens the file with the settings every connection must have, read back. Throws AppFailure `database-too-new` before it changes
 * anything, `database-unusable` when SQLite will not be durable, and SQLite's own errors.
 */
export function connect(path: string, knownVersion: number): Database.Database {
  const db = new Database(path, { timeout: 5_000 });
  try {
    const found = schemaVersion(db);
    if (found > knownVersion) throw new AppFailure({ kind: "database-too-new", found, known: knownVersion });
    setPragmas(db);
    assertDurable(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
