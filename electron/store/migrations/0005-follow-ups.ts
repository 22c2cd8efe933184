import type { Migration } from "./migration.ts";

/** Follow-ups as records of their own; each has the id of its mark in the text. */
export const followUps: Migration = {
  version: 5,
  name: "follow-ups",
  up(db) {
    db.exec(`
      CREATE TABLE follow_up (
        id TEXT PRIMARY KEY,
        item_id TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
        text TEXT NOT NULL CHECK (instr(text, char(0)) = 0),
        owners TEXT NOT NULL CHECK (json_valid(owners)),
        owners_by_hand INTEGER NOT NULL CHECK (owners_by_hand IN (0, 1)),
        due TEXT,
        due_by_hand INTEGER NOT NULL CHECK (due_by_hand IN (0, 1)),
        state TEXT NOT NULL,
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
      ) STRICT;
      CREATE INDEX follow_up_by_item ON follow_up (item_id);
      CREATE INDEX follow_up_by_state ON follow_up (state) WHERE deleted = 0;
    `);
  },
};
