import { describe, expect, it } from "vitest";
import { exerciseMigration } from "../../../support/migration.ts";

describe("migration 10", () => {
  it("keeps each finding of a meeting once", () => {
    const db = exerciseMigration(10);
    const insert = db.prepare("INSERT INTO kept_finding VALUES (?, ?)");
    insert.run("a", "no-decision:1");
    insert.run("b", "no-decision:1");
    expect(() => insert.run("a", "no-decision:1")).toThrow(/UNIQUE/);
    expect(() => insert.run("a", "")).toThrow(/CHECK/);
  });
});
