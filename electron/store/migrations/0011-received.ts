import type { Migration } from "./migration.ts";

/**
 * What came from the shared folder. `meeting_seen` is what a meeting has taken in of each actor beyond the dots that still stand;
 * `sibling` holds the values that stand beside a register's own until a person chooses; `received` is each snapshot by its hash, with
 * its bytes where this version cannot read it; `field_received` tells which snapshot a register's value last came with, so that a
 * window which has not shown it does not write over it unseen. `author` is who wrote as an actor, for display.
 */
export const received: Migration = {
  version: 11,
  name: "received",
  up(db) {
    db.exec(`
      CREATE TABLE meeting_seen (
        meeting_id TEXT NOT NULL,
        actor TEXT NOT NULL,
        counter INTEGER NOT NULL CHECK (counter > 0),
        PRIMARY KEY (meeting_id, actor)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE sibling (
        entity TEXT NOT NULL,
        entity_id TEXT NOT NULL,
        field TEXT NOT NULL,
        actor TEXT NOT NULL,
        counter INTEGER NOT NULL CHECK (counter > 0),
        value TEXT NOT NULL CHECK (json_valid(value)),
        PRIMARY KEY (entity, entity_id, field, actor, counter)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE received (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        repo TEXT NOT NULL,
        meeting_id TEXT NOT NULL,
        actor TEXT NOT NULL,
        seq INTEGER NOT NULL CHECK (seq > 0),
        vector TEXT NOT NULL CHECK (json_valid(vector)),
        author TEXT NOT NULL CHECK (instr(author, char(0)) = 0),
        wallclock TEXT NOT NULL,
        received_at TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('merged', 'newer', 'fault')),
        min_reader INTEGER NOT NULL,
        bytes BLOB CHECK ((bytes IS NOT NULL) = (outcome <> 'merged'))
      ) STRICT;
      CREATE INDEX received_by_meeting ON received (meeting_id, repo, id);
      CREATE INDEX received_by_seq ON received (actor, meeting_id, seq);
      CREATE TABLE field_received (
        entity TEXT NOT NULL,
        entity_id TEXT NOT NULL,
        field TEXT NOT NULL,
        received_id INTEGER NOT NULL,
        PRIMARY KEY (entity, entity_id, field)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE author (
        actor TEXT PRIMARY KEY,
        name TEXT NOT NULL CHECK (instr(name, char(0)) = 0)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
