import type { Migration } from "./migration.ts";

/**
 * The short referat beside the collected one in the shared folder: whether a meeting wants it, its bytes while they wait, and the name
 * under which it was laid last. A meeting from before has no dot for the wish until it is first set.
 */
export const shortInFolder: Migration = {
  version: 12,
  name: "short-in-folder",
  up(db) {
    db.exec(`
      ALTER TABLE meeting ADD COLUMN lays_short INTEGER NOT NULL DEFAULT 0 CHECK (lays_short IN (0, 1));
      ALTER TABLE outbox ADD COLUMN short_pdf BLOB;
      CREATE TABLE published_short (
        published_id INTEGER PRIMARY KEY REFERENCES published (id),
        base TEXT NOT NULL,
        name TEXT NOT NULL,
        edition INTEGER NOT NULL CHECK (edition > 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
      ) STRICT;
    `);
  },
};
