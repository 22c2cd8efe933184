import type Database from "better-sqlite3";
import { AppFailure } from "../../shared/errors.ts";
import type { Notice } from "../../shared/ipc/contract.ts";
import { getCurrentActor, storeCounter } from "./actor.ts";
import { dropBallast } from "./ballast.ts";
import { connect } from "./connection.ts";
import { isFullDisk, isSpent, openFailure, saveFailure } from "./error-map.ts";
import type { HighWaterMark } from "./high-water.ts";
import { keepHouse } from "./housekeeping.ts";
import { latestVersion } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import type { OpenOptions } from "./open.ts";
import type { Edit, ReadableDB, Store, WritableDB } from "./store.ts";

type Parts = OpenOptions & { path: string; db: Database.Database; notices: Notice[]; actor: string; mark: HighWaterMark };
type Write<T> = (db: WritableDB, edit: Edit) => T;

/** Runs the write in one transaction; gives its value and the last counter when it handed any out. */
function transact<T>(db: Database.Database, at: string, run: Write<T>): { value: T; counter: number | null } {
  if (db.inTransaction) throw new Error("a write inside a read or a write");
  return db
    .transaction(() => {
      const actor = getCurrentActor(db);
      let counter = actor.counter;
      const edit: Edit = {
        actor: actor.id,
        at,
        nextCounter() {
          counter += 1;
          return counter;
        },
      };
      const value = run(db as unknown as WritableDB, edit);
      if (counter === actor.counter) return { value, counter: null };
      storeCounter(db, { id: actor.id, counter });
      return { value, counter };
    })
    .immediate();
}

/** The connection that reads and writes share; it is opened anew after an I/O error, since nobody knows what the old one still holds or may do. */
function keepConnection(parts: Parts) {
  let db: Database.Database | null = parts.db;
  let closed = false;
  return {
    get(): Database.Database {
      if (closed) throw new Error("the store is closed");
      try {
        db ??= connect(parts.path, latestVersion(migrations));
      } catch (error) {
        throw saveFailure(openFailure(error, parts.dataDir), parts.dataDir);
      }
      return db;
    },
    current: () => db,
    isClosed: () => closed,
    renew() {
      const old = db;
      db = null;
      try {
        old?.close();
      } catch {
        // What an I/O error left behind cannot always be closed; the new connection recovers from the log.
      }
    },
    close() {
      closed = true;
      db?.close();
      db = null;
    },
  };
}

/** The store over an open database. */
export function createStore(parts: Parts): Store {
  const { dataDir, clock, notices, mark } = parts;
  const connection = keepConnection(parts);
  const tell = (notice: Notice): void => {
    notices.push(notice);
    parts.notify?.(notice);
  };
  const house = keepHouse({ dataDir, clock, failed: (error) => tellFailure(error, dataDir, tell) }, connection.current);

  const attempt = <T>(run: Write<T>): T => {
    const at = clock.now().toISOString();
    const { value, counter } = transact(connection.get(), at, run);
    if (counter !== null) mark.note(connection.get(), counter, at);
    return value;
  };

  const write = <T>(run: Write<T>): T => {
    try {
      return attempt(run);
    } catch (error) {
      if (isSpent(error)) connection.renew();
      if (!isFullDisk(error, dataDir) || !dropBallast(dataDir)) throw saveFailure(error, dataDir);
      tell({ kind: "error", error: { kind: "disk-full", where: "data" } });
    }
    try {
      return attempt(run);
    } catch (error) {
      if (isSpent(error)) connection.renew();
      throw saveFailure(error, dataDir);
    }
  };

  return {
    dataDir,
    actor: parts.actor,
    notices,
    read(run) {
      try {
        const db = connection.get();
        // One snapshot for all of its statements: the command line may write beside the window.
        return db.transaction(() => run(db as ReadableDB)).deferred();
      } catch (error) {
        if (isSpent(error)) connection.renew();
        throw saveFailure(error, dataDir);
      }
    },
    write,
    close() {
      if (connection.isClosed()) return;
      house.end();
      connection.close();
      mark.close();
    },
  };
}

function tellFailure(error: unknown, dataDir: string, tell: (notice: Notice) => void): void {
  const failure = saveFailure(openFailure(error, dataDir), dataDir);
  if (failure instanceof AppFailure) tell({ kind: "error", error: failure.appError });
}
