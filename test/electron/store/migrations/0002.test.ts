import { describe, expect, it } from "vitest";
import { exerciseMigration } from "../../../support/migration.ts";

const series = "00000000-0000-4000-8000-000000000001";
const meeting = "00000000-0000-4000-8000-000000000002";
const sha256 = "a".repeat(64);

describe("migration 2", () => {
  it("adds the outbox beside meetings that are there already", () => {
    const db = exerciseMigration(2, (before) => {
      before.prepare("INSERT INTO series VALUES (?, 'Rådmandsmøder 2026-2029', 0)").run(series);
      before
        .prepare("INSERT INTO meeting VALUES (?, ?, 'Rådmandsmøde', '2026-03-10', '11:00', '13:00', '', 'Martin', '[]', 'planned', 0, '')")
        .run(meeting, series);
    });
    expect(db.prepare("SELECT id, minute_taker FROM meeting").all()).toEqual([{ id: meeting, minute_taker: "Martin" }]);
    const reserve = db.prepare(
      `INSERT INTO outbox (meeting_id, actor, seq, reserved_at, vector, snapshot_path, snapshot_sha256, snapshot, blobs, pdf_date, pdf_title)
       VALUES (?, 'actor', ?, '', '{}', 'm/2026', ?, ?, '[]', '2026-03-10', 'Rådmandsmøde')`,
    );
    reserve.run(meeting, 1, sha256, Buffer.from("{}"));
    expect(() => reserve.run(meeting, 1, sha256, Buffer.from("{}"))).toThrow(/UNIQUE/);
    expect(() => reserve.run(meeting, 0, sha256, Buffer.from("{}"))).toThrow(/CHECK/);
  });
});
