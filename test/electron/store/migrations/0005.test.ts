import { describe, expect, it } from "vitest";
import { exerciseMigration } from "../../../support/migration.ts";

const id = "00000000-0000-4000-8000-000000000001";

describe("migration 5", () => {
  it("makes follow-ups that belong to a punkt", () => {
    const db = exerciseMigration(5);
    const insert = db.prepare("INSERT INTO follow_up VALUES (?, ?, 'FAS følger op.', ?, 0, NULL, 0, 'open', 0)");
    expect(() => insert.run(id, id, "[")).toThrow(/CHECK/);
    expect(() => insert.run(id, id, '["FAS"]')).toThrow(/FOREIGN KEY/);
  });
});
