import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../../electron/store/open.ts";
import type { Store } from "../../../electron/store/store.ts";
import { type AppError, AppFailure } from "../../../shared/errors.ts";
import { makeMeeting } from "../../support/meetings.ts";
import { makeReadOnly, smallDisk } from "../../support/small-disk.ts";
import { requests, testClock, testContext, testFolder, testStore } from "../../support/store.ts";

function pragma(store: Store, name: string): unknown {
  return Object.values(store.read((db) => db.prepare(`PRAGMA ${name}`).get()) as object)[0];
}

function expectDurable(store: Store): void {
  expect(pragma(store, "synchronous")).toBe(2);
  expect(pragma(store, "journal_mode")).toBe("wal");
  expect(pragma(store, "foreign_keys")).toBe(1);
  expect(pragma(store, "busy_timeout") ?? pragma(store, "timeout")).toBe(5000);
  expect(pragma(store, "temp_store")).toBe(2);
  expect(pragma(store, "secure_delete")).toBe(1);
}

function failureOf(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (error instanceof AppFailure) return error.appError;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("openStore", () => {
  it("sets durable pragmas on a new database, on an existing one and on a connection opened anew", () => {
    const dataDir = testFolder();
    const first = openStore({ dataDir, clock: testClock() });
    expectDurable(first);
    first.close();
    const second = testStore(dataDir);
    expectDurable(second);
    const failure = failureOf(() =>
      second.write(() => {
        throw new Database.SqliteError("disk I/O error", "SQLITE_IOERR_FSYNC");
      }),
    );
    expect(failure).toEqual({ kind: "save-failed", code: "SQLITE_IOERR_FSYNC" });
    expectDurable(second);
    expect(makeMeeting(requests(testContext(second))).title).toBe("Rådmandsmøde d. 10. marts");
  });

  // SQLite takes a file that it could not open for writing, be it once, as one that can only be read.
  it.each(["SQLITE_IOERR_WRITE", "SQLITE_READONLY", "SQLITE_CANTOPEN"])(
    "opens a new connection after %s, and keeps nothing of that write",
    (code) => {
      const store = testStore();
      store.read((db) => db.prepare("PRAGMA cache_size = 777").run());
      expect(pragma(store, "cache_size")).toBe(777);
      failureOf(() =>
        store.write((db, edit) => {
          db.prepare("INSERT INTO operation (id, at, reply) VALUES ('x', ?, '1')").run(edit.at);
          throw new Database.SqliteError("no such luck", code);
        }),
      );
      expect(pragma(store, "cache_size")).not.toBe(777);
      expect(store.read((db) => db.prepare("SELECT count(*) AS n FROM operation").get())).toEqual({ n: 0 });
    },
  );

  it("keeps its files to this person", () => {
    const dataDir = join(testFolder(), "data");
    const store = testStore(dataDir);
    makeMeeting(requests(testContext(store)));
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(dataDir))
      if (name.startsWith("referent.db")) expect([name, statSync(join(dataDir, name)).mode & 0o777]).toEqual([name, 0o600]);
    expect(readdirSync(dataDir)).toContain("referent.db-wal");
  });

  it("refuses a database from a newer version and leaves it as it was", () => {
    const dataDir = testFolder();
    const path = join(dataDir, "referent.db");
    const future = new Database(path);
    future.exec("CREATE TABLE tomorrow (x); PRAGMA user_version = 9999;");
    future.close();
    const failure = failureOf(() => openStore({ dataDir, clock: testClock() }));
    expect(failure).toMatchObject({ kind: "database-too-new", found: 9999 });
    const again = new Database(path, { readonly: true });
    onTestFinished(() => {
      again.close();
    });
    expect(again.pragma("journal_mode", { simple: true })).toBe("delete");
    expect(again.prepare("SELECT name FROM sqlite_schema").all()).toEqual([{ name: "tomorrow" }]);
  });

  it("says that the folder cannot be written when a file stands in its place", () => {
    const path = join(testFolder(), "data");
    writeFileSync(path, "");
    expect(failureOf(() => openStore({ dataDir: path, clock: testClock() }))).toEqual({ kind: "data-folder-unwritable", code: "EEXIST" });
    const below = join(path, "deeper");
    expect(failureOf(() => openStore({ dataDir: below, clock: testClock() }))).toEqual({ kind: "data-folder-unwritable", code: "ENOTDIR" });
  });

  it("says that the folder cannot be written when its disk is read-only, and leaves what is there", (context) => {
    const disk = smallDisk();
    if (disk === null) return context.skip("this user may not mount a small disk");
    const dataDir = join(disk, "data");
    openStore({ dataDir, clock: testClock() }).close();
    makeReadOnly(disk);
    expect(failureOf(() => openStore({ dataDir, clock: testClock() }))).toEqual({ kind: "data-folder-unwritable", code: "EROFS" });
    expect(failureOf(() => openStore({ dataDir: join(disk, "new"), clock: testClock() }))).toMatchObject({
      kind: "data-folder-unwritable",
    });
    expect(readdirSync(dataDir)).toContain("referent.db");
  });

  it("refuses a write within a write, which would hand out a dot twice", () => {
    const store = testStore();
    expect(() => store.write(() => store.write(() => null))).toThrow(/inside/);
  });

  it("keeps the same actor from start to start", () => {
    const dataDir = testFolder();
    const first = openStore({ dataDir, clock: testClock() });
    makeMeeting(requests(testContext(first)));
    first.close();
    const second = testStore(dataDir);
    expect(second.actor).toBe(first.actor);
    expect(second.notices).toEqual([]);
    expect(existsSync(join(dataDir, "high-water.json"))).toBe(true);
  });
});
