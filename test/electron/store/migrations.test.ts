import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { migrate } from "../../../electron/store/migrate.ts";
import { migrations } from "../../../electron/store/migrations/index.ts";
import { registerFields } from "../../../electron/store/register-fields.ts";
import { sqlName } from "../../../electron/store/registers.ts";

const here = fileURLToPath(new URL("./migrations", import.meta.url));
const source = fileURLToPath(new URL("../../../electron/store/migrations", import.meta.url));
const four = (version: number): string => String(version).padStart(4, "0");

describe("migrations", () => {
  it("rise by one from 1, one file each, none left out of the list", () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1));
    const files = readdirSync(source).filter((name) => /^\d{4}-/.test(name));
    expect(files).toEqual(migrations.map((migration) => `${four(migration.version)}-${migration.name}.ts`));
  });

  it("are each exercised by a test of their own", () => {
    for (const { version } of migrations) {
      const path = join(here, `${four(version)}.test.ts`);
      expect(existsSync(path), `migration ${version} needs ${four(version)}.test.ts`).toBe(true);
      expect(readFileSync(path, "utf8")).toContain(`exerciseMigration(${version}`);
    }
  });

  it("make only STRICT tables", () => {
    const db = new Database(":memory:");
    migrate(db, migrations, () => {});
    const loose = db.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'").all();
    expect(loose).toEqual([]);
  });

  it("make a table for each entity and a column for each of its registers", () => {
    const db = new Database(":memory:");
    migrate(db, migrations, () => {});
    for (const [entity, fields] of Object.entries(registerFields)) {
      const columns = (db.pragma(`table_info(${sqlName(entity)})`) as { name: string }[]).map((column) => `"${column.name}"`);
      for (const field of Object.keys(fields)) expect(columns, `${entity}.${field}`).toContain(sqlName(field));
    }
  });

  it("leave the database at the version before one that fails", () => {
    const db = new Database(":memory:");
    const failing = {
      version: 2,
      name: "failing",
      up(target: Database.Database) {
        target.exec("CREATE TABLE half (x TEXT) STRICT");
        throw new Error("no");
      },
    };
    const [first] = migrations;
    if (first === undefined) throw new Error("no migrations");
    expect(() => migrate(db, [first, failing], () => {})).toThrow("no");
    expect(db.pragma("user_version", { simple: true })).toBe(1);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
  });
});
