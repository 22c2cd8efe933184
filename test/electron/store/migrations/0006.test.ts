import { describe, expect, it } from "vitest";
import { exerciseMigration } from "../../../support/migration.ts";

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

describe("migration 6", () => {
  it("leaves punkter from before as they were, and makes room for the time spent on them", () => {
    const db = exerciseMigration(6, (before) => {
      before.prepare("INSERT INTO series VALUES (?, 'Rådmandsmøder 2026-2029', 0)").run(id(1));
      before
        .prepare(
          `INSERT INTO meeting (id, series_id, title, date, start, "end", place, minute_taker, information, state, deleted, saved_at)
           VALUES (?, ?, 'Møde', '2026-03-10', '11:00', '13:00', '', '', '[]', 'draft', 0, '')`,
        )
        .run(id(2), id(1));
      before.prepare("INSERT INTO category VALUES (?, ?, '', 'a0', 0)").run(id(3), id(2));
      before.prepare("INSERT INTO item VALUES (?, ?, 'Dagsorden', NULL, 0, '{}', '{}', '{}', 1, 'a0', 0)").run(id(4), id(3));
    });
    expect(db.prepare("SELECT title, outcome, carried_from FROM item").all()).toEqual([
      { title: "Dagsorden", outcome: "normal", carried_from: null },
    ]);
    const span = db.prepare("INSERT INTO item_span VALUES (?, ?, '', ?, 0)");
    span.run(id(5), id(4), null);
    expect(() => span.run(id(6), id(4), -1)).toThrow(/CHECK/);
    expect(() => span.run(id(7), id(9), 1)).toThrow(/FOREIGN KEY/);
  });
});
