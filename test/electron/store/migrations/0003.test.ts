import { describe, expect, it } from "vitest";
import { exerciseMigration } from "../../../support/migration.ts";

const item = "00000000-0000-4000-8000-000000000003";

describe("migration 3", () => {
  it("makes room for revisions whose ids are never used again, and for named versions", () => {
    const db = exerciseMigration(3);
    const insert = db.prepare(
      "INSERT INTO revision (entity, entity_id, field, at, actor, chars, value) VALUES ('item', ?, 'decision', ?, NULL, ?, ?)",
    );
    const first = insert.run(item, "2026-03-10T10:00:00.000Z", 9, Buffer.from("x")).lastInsertRowid;
    db.prepare("DELETE FROM revision").run();
    expect(Number(insert.run(item, "2026-03-10T10:00:01.000Z", 9, Buffer.from("x")).lastInsertRowid)).toBe(Number(first) + 1);
    expect(() => insert.run(item, "", -1, Buffer.from("x"))).toThrow(/CHECK/);
    db.prepare("INSERT INTO named_version VALUES ('a', 'b', 'Efter mødet', '')").run();
    expect(() => db.prepare("INSERT INTO named_version VALUES ('a', 'b', 'Igen', '')").run()).toThrow(/UNIQUE/);
  });
});
