import type Database from "better-sqlite3";
import type { Clock } from "../context.ts";
import { backUp, isBackupDue } from "./backup.ts";
import { layBallast } from "./ballast.ts";
import { pruneOperations } from "./operations.ts";
import type { WritableDB } from "./store.ts";

const firstAfterMs = 20_000;
const everyMs = 60 * 60 * 1000;
const operationsKeptMs = 7 * 24 * 60 * 60 * 1000;

/** What can wait until the window is up: the daily backup, and forgetting old operations. */
function tidy(db: Database.Database, dataDir: string, now: Date): void {
  if (isBackupDue(dataDir, now)) backUp(db, dataDir, now);
  const before = new Date(now.getTime() - operationsKeptMs).toISOString();
  db.transaction(() => pruneOperations(db as unknown as WritableDB, before)).immediate();
}

/**
 * Lays the ballast and tidies a while after the start, then every hour; `end` tidies a last time, which is all that a short run of
 * the command line gets. Trouble goes to `failed`: it must not end the work.
 */
export function keepHouse(
  options: { dataDir: string; clock: Clock; failed: (error: unknown) => void },
  connection: () => Database.Database | null,
): { end(): void } {
  const { dataDir, clock } = options;
  const run = (withBallast: boolean): void => {
    const db = connection();
    if (db === null) return;
    try {
      if (withBallast) layBallast(dataDir);
      tidy(db, dataDir, clock.now());
    } catch (error) {
      options.failed(error);
    }
  };
  const first = setTimeout(run, firstAfterMs, true);
  const hourly = setInterval(run, everyMs, true);
  first.unref();
  hourly.unref();
  return {
    end() {
      clearTimeout(first);
      clearInterval(hourly);
      run(false);
    },
  };
}
