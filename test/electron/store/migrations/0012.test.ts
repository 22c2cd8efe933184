import { describe, expect, it } from "vitest";
import { exerciseMigration } from "../../../support/migration.ts";

const published = "INSERT INTO published VALUES (1, 'r', 'm', 'a', 1, '', '{}', ?, 'x.pdf', 'x.pdf', 1, ?)";
const hash = "0".repeat(64);

describe("migration 12", () => {
  it("leaves meetings from before without a wish for the short referat, and without a dot for it", () => {
    const db = exerciseMigration(12, (before) => {
      before.prepare("INSERT INTO series VALUES ('s', 'Serie', 0)").run();
      before
        .prepare(
          `INSERT INTO meeting (id, series_id, title, date, start, "end", place, minute_taker, information, state, deleted, saved_at)
           VALUES ('m', 's', 'Møde', '2026-03-10', '11:00', '13:00', '', '', '[]', 'draft', 0, '')`,
        )
        .run();
    });
    expect(db.prepare("SELECT lays_short FROM meeting").pluck().all()).toEqual([0]);
    expect(db.prepare("SELECT count(*) FROM field_dot").pluck().get()).toBe(0);
    expect(() => db.prepare("UPDATE meeting SET lays_short = 2").run()).toThrow(/CHECK/);
  });

  it("keeps what waits and what was laid, and one short referat beside each publication", () => {
    const db = exerciseMigration(12, (before) => {
      before.prepare("INSERT INTO outbox VALUES (1, 'm', 'a', 1, '', '{}', 'p', ?, x'00', '[]', '2026-03-10', 'Møde', x'01')").run(hash);
      before.prepare(published).run(hash, hash);
    });
    expect(db.prepare("SELECT pdf, short_pdf FROM outbox").all()).toEqual([{ pdf: Buffer.from([1]), short_pdf: null }]);
    const insert = db.prepare("INSERT INTO published_short VALUES (?, 'x kort.pdf', 'x kort.pdf', 1, ?)");
    insert.run(1, hash);
    expect(() => insert.run(1, hash)).toThrow(/UNIQUE/);
    expect(() => insert.run(2, hash)).toThrow(/FOREIGN KEY/);
    expect(() => insert.run(1, "kort")).toThrow(/CHECK/);
  });
});
