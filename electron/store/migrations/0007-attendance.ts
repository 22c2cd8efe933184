import type { Migration } from "./migration.ts";

/** Who was at a meeting, who was not and why, and who came or left at which punkt. */
export const attendance: Migration = {
  version: 7,
  name: "attendance",
  up(db) {
    db.exec(`
      CREATE TABLE attendance (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL CHECK (instr(name, char(0)) = 0),
        status TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (instr(reason, char(0)) = 0),
        item_id TEXT REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
        position TEXT NOT NULL,
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
      ) STRICT;
      CREATE INDEX attendance_by_meeting ON attendance (meeting_id, position);
    `);
  },
};
