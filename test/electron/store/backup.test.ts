import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { type Backup, listBackups, surplusBackups } from "../../../electron/store/backup.ts";
import { migrate } from "../../../electron/store/migrate.ts";
import { migrations } from "../../../electron/store/migrations/index.ts";
import { openStore } from "../../../electron/store/open.ts";
import { makeMeeting } from "../../support/meetings.ts";
import { requests, testClock, testContext, testFolder, testStore } from "../../support/store.ts";

describe("backups", () => {
  it("are made before a database with content is migrated, and hold it as it was", () => {
    const dataDir = testFolder();
    const old = new Database(join(dataDir, "referent.db"));
    migrate(old, migrations.slice(0, 1), () => {});
    old.prepare("INSERT INTO series VALUES ('s', 'Rådmandsmøder 2022-2025', 0)").run();
    old.close();
    testStore(dataDir, testClock("2026-03-04T09:00:00.000Z"));
    const [backup, ...others] = listBackups(dataDir);
    expect(others).toEqual([]);
    expect(backup?.at).toBe("2026-03-04T09:00:00.000Z");
    const copy = new Database(backup?.path ?? "", { readonly: true });
    expect(copy.pragma("user_version", { simple: true })).toBe(1);
    expect(copy.prepare("SELECT title FROM series").all()).toEqual([{ title: "Rådmandsmøder 2022-2025" }]);
    copy.close();
  });

  it("are made at the end of a run when the last is more than a day old, whole, private and without leftovers", () => {
    const dataDir = testFolder();
    const clock = testClock("2026-03-04T09:00:00.000Z");
    const run = (): void => {
      const store = openStore({ dataDir, clock });
      makeMeeting(requests(testContext(store)));
      store.close();
    };
    run();
    clock.set("2026-03-05T08:59:00.000Z");
    run();
    expect(listBackups(dataDir).map((backup) => backup.at)).toEqual(["2026-03-04T09:00:00.000Z"]);
    clock.set("2026-03-05T09:00:01.000Z");
    run();
    const backups = listBackups(dataDir);
    expect(backups.map((backup) => backup.at)).toEqual(["2026-03-05T09:00:01.000Z", "2026-03-04T09:00:00.000Z"]);
    expect(readdirSync(join(dataDir, "backups"))).toHaveLength(2);
    for (const { path } of backups) expect(statSync(path).mode & 0o777).toBe(0o600);
    const copy = new Database(backups[0]?.path ?? "", { readonly: true });
    expect(copy.prepare("SELECT count(*) AS n FROM meeting").get()).toEqual({ n: 3 });
    copy.close();
  });

  it("keep the ten newest and the newest of each of thirty days", () => {
    const at = (day: number, hour: number): Backup => {
      const iso = new Date(Date.UTC(2026, 0, 100 - day, hour)).toISOString();
      return { path: iso, at: iso };
    };
    const backups = Array.from({ length: 50 }, (_, day) => [at(day, 15), at(day, 12), at(day, 9)]).flat();
    const gone = new Set(surplusBackups(backups));
    const kept = backups.filter((backup) => !gone.has(backup));
    expect(kept.slice(0, 10)).toEqual(backups.slice(0, 10));
    expect(kept).toHaveLength(10 + 30 - 4);
    expect(new Set(kept.map((backup) => backup.at.slice(0, 10))).size).toBe(30);
    for (const backup of kept.slice(10)) expect(backup.at).toContain("T15:");
  });
});
