import { describe, expect, it } from "vitest";
import { exerciseMigration } from "../../../support/migration.ts";

const id = "00000000-0000-4000-8000-000000000001";

describe("migration 1", () => {
  it("refuses a part without its whole, broken JSON and a dot used twice", () => {
    const db = exerciseMigration(1);
    db.pragma("foreign_keys = ON");
    expect(() => db.prepare("INSERT INTO category VALUES (?, ?, '', 'a0', 0)").run(id, id)).toThrow(/FOREIGN KEY/);
    expect(() => db.prepare("INSERT INTO setting VALUES ('k', '{')").run()).toThrow(/CHECK/);
    const dot = db.prepare("INSERT INTO field_dot VALUES ('meeting', ?, ?, 'a', 1)");
    dot.run(id, "title");
    expect(() => dot.run(id, "date")).toThrow(/UNIQUE/);
  });
});
