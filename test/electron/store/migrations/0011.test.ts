import { describe, expect, it } from "vitest";
import { exerciseMigration } from "../../../support/migration.ts";

describe("migration 11", () => {
  it("keeps each snapshot once by its hash, with its bytes unless it was taken in", () => {
    const db = exerciseMigration(11);
    const insert = db.prepare(
      `INSERT INTO received (sha256, repo, meeting_id, actor, seq, vector, author, wallclock, received_at, outcome, min_reader, bytes)
       VALUES (?, 'r', 'm', 'a', 1, '{}', '', '', '', ?, 1, ?)`,
    );
    insert.run("0".repeat(64), "merged", null);
    insert.run("1".repeat(64), "newer", Buffer.from("x"));
    expect(() => insert.run("0".repeat(64), "merged", null)).toThrow(/UNIQUE/);
    expect(() => insert.run("2".repeat(64), "fault", null)).toThrow(/CHECK/);
    expect(() => insert.run("2".repeat(64), "lost", Buffer.from("x"))).toThrow(/CHECK/);
  });

  it("keeps several values beside a register's own, each by its dot", () => {
    const db = exerciseMigration(11);
    const insert = db.prepare("INSERT INTO sibling VALUES ('item', 'i', 'decision', ?, ?, '\"x\"')");
    insert.run("a", 1);
    insert.run("b", 1);
    expect(() => insert.run("a", 1)).toThrow(/UNIQUE/);
    expect(() => insert.run("a", 0)).toThrow(/CHECK/);
  });

  it("leaves what the meetings are as it is", () => {
    const db = exerciseMigration(11, (before) => {
      before.prepare("INSERT INTO series VALUES ('s', 'Serie', 0)").run();
      before.prepare("INSERT INTO field_dot VALUES ('series', 's', 'title', 'a', 1)").run();
    });
    expect(db.prepare("SELECT count(*) FROM field_dot").pluck().get()).toBe(1);
    expect(db.prepare("SELECT count(*) FROM meeting_seen").pluck().get()).toBe(0);
  });
});
