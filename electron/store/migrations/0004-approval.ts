import type { Migration } from "./migration.ts";

/**
 * When a meeting's minutes were approved and in which meeting, when they were last corrected after that, and whether they are locked.
 * A row from before has no dot for these until they are first set: a dot made here would be a change that nobody made.
 */
export const approval: Migration = {
  version: 4,
  name: "approval",
  up(db) {
    db.exec(`
      ALTER TABLE meeting ADD COLUMN approved_at TEXT;
      ALTER TABLE meeting ADD COLUMN approved_in TEXT;
      ALTER TABLE meeting ADD COLUMN corrected_at TEXT;
      ALTER TABLE meeting ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));
    `);
  },
};
