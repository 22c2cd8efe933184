import type { Migration } from "./migration.ts";

/**
 * What waits for the shared folder, and what was laid there. The outbox holds exact bytes and stands alone: a meeting that is
 * changed or deleted afterwards does not alter what was published.
 */
export const outbox: Migration = {
  version: 2,
  name: "outbox",
  up(db) {
    db.exec(`
      CREATE TABLE snapshot_seq (
        actor TEXT NOT NULL,
        meeting_id TEXT NOT NULL,
        seq INTEGER NOT NULL CHECK (seq > 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        PRIMARY KEY (actor, meeting_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id TEXT NOT NULL,
        actor TEXT NOT NULL,
        seq INTEGER NOT NULL CHECK (seq > 0),
        reserved_at TEXT NOT NULL,
        vector TEXT NOT NULL CHECK (json_valid(vector)),
        snapshot_path TEXT NOT NULL,
        snapshot_sha256 TEXT NOT NULL CHECK (length(snapshot_sha256) = 64),
        snapshot BLOB NOT NULL,
        blobs TEXT NOT NULL CHECK (json_valid(blobs)),
        pdf_date TEXT NOT NULL,
        pdf_title TEXT NOT NULL,
        pdf BLOB,
        UNIQUE (actor, meeting_id, seq)
      ) STRICT;
      CREATE TABLE published (
        id INTEGER PRIMARY KEY,
        repo TEXT NOT NULL,
        meeting_id TEXT NOT NULL,
        actor TEXT NOT NULL,
        seq INTEGER NOT NULL CHECK (seq > 0),
        published_at TEXT NOT NULL,
        vector TEXT NOT NULL CHECK (json_valid(vector)),
        snapshot_sha256 TEXT NOT NULL CHECK (length(snapshot_sha256) = 64),
        pdf_base TEXT,
        pdf_name TEXT,
        pdf_edition INTEGER CHECK (pdf_edition > 0),
        pdf_sha256 TEXT CHECK (length(pdf_sha256) = 64)
      ) STRICT;
      CREATE INDEX published_by_meeting ON published (repo, meeting_id, id);
      CREATE TABLE laid_blob (
        repo TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        path TEXT NOT NULL,
        PRIMARY KEY (repo, sha256)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
