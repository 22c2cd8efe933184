import type { Migration } from "./migration.ts";

/**
 * The time spent on each punkt, as stretches of it; what became of a punkt that was not dealt with; and which postponed punkt of an
 * earlier meeting one goes on from. As with approval, rows from before get no dots.
 */
export const clock: Migration = {
  version: 6,
  name: "clock",
  up(db) {
    db.exec(`
      ALTER TABLE item ADD COLUMN outcome TEXT NOT NULL DEFAULT 'normal';
      ALTER TABLE item ADD COLUMN carried_from TEXT;
      CREATE INDEX item_by_carried_from ON item (carried_from) WHERE carried_from IS NOT NULL;
      CREATE INDEX item_postponed ON item (outcome) WHERE outcome = 'postponed';
      CREATE TABLE item_span (
        id TEXT PRIMARY KEY,
        item_id TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
        started_at TEXT NOT NULL,
        seconds INTEGER CHECK (seconds >= 0),
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
      ) STRICT;
      CREATE INDEX item_span_by_item ON item_span (item_id);
    `);
  },
};
