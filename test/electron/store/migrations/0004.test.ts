import { describe, expect, it } from "vitest";
import { exerciseMigration } from "../../../support/migration.ts";

const series = "00000000-0000-4000-8000-000000000001";
const meeting = "00000000-0000-4000-8000-000000000002";

describe("migration 4", () => {
  it("leaves meetings from before unapproved and open, and makes no dot that nobody made", () => {
    const db = exerciseMigration(4, (before) => {
      before.prepare("INSERT INTO series VALUES (?, 'Rådmandsmøder 2026-2029', 0)").run(series);
      before
        .prepare("INSERT INTO meeting VALUES (?, ?, 'Rådmandsmøde', '2026-03-10', '11:00', '13:00', '', 'Martin', '[]', 'draft', 0, '')")
        .run(meeting, series);
      before.prepare("INSERT INTO field_dot VALUES ('meeting', ?, 'state', 'actor', 1)").run(meeting);
    });
    expect(db.prepare("SELECT state, approved_at, approved_in, corrected_at, locked FROM meeting").all()).toEqual([
      { state: "draft", approved_at: null, approved_in: null, corrected_at: null, locked: 0 },
    ]);
    expect(db.prepare("SELECT field FROM field_dot").pluck().all()).toEqual(["state"]);
    expect(() => db.prepare("UPDATE meeting SET locked = 2").run()).toThrow(/CHECK/);
  });
});
