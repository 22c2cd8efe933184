import { describe, expect, it } from "vitest";
import { exerciseMigration } from "../../../support/migration.ts";

const id = "00000000-0000-4000-8000-000000000001";

describe("migration 7", () => {
  it("makes attendance that belongs to a meeting", () => {
    const db = exerciseMigration(7);
    const insert = db.prepare("INSERT INTO attendance VALUES (?, ?, ?, 'absent', 'forhindret', NULL, 'a0', 0)");
    expect(() => insert.run(id, id, "Louise Rohde")).toThrow(/FOREIGN KEY/);
    expect(() => insert.run(id, id, "Louise\0Rohde")).toThrow(/CHECK/);
  });
});
