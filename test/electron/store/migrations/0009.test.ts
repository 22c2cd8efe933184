import { describe, expect, it } from "vitest";
import { exerciseMigration } from "../../../support/migration.ts";

const sha256 = "a".repeat(64);

describe("migration 9", () => {
  it("keeps what was found in a content once, by its hash", () => {
    const db = exerciseMigration(9);
    const insert = db.prepare("INSERT INTO content VALUES (?, NULL, ?, NULL)");
    insert.run(sha256, '[{"width":595,"height":842}]');
    expect(() => insert.run(sha256, "[]")).toThrow(/UNIQUE/);
    expect(() => insert.run("b".repeat(64), "ingen")).toThrow(/CHECK/);
    expect(() => insert.run("b", "[]")).toThrow(/CHECK/);
  });
});
