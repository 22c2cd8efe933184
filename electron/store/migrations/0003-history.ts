import type { Migration } from "./migration.ts";

/**
 * What each field said after each save, and the moments a person gave a name. Local to this installation: no register and no dot.
 * Every revision holds its whole value, deflated, so that none depends on another. `actor` is null where a value stood before its
 * first revision was kept; `chars` is how many characters it shows.
 */
export const history: Migration = {
  version: 3,
  name: "history",
  up(db) {
    db.exec(`
      CREATE TABLE revision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        entity TEXT NOT NULL,
        entity_id TEXT NOT NULL,
        field TEXT NOT NULL,
        at TEXT NOT NULL,
        actor TEXT,
        chars INTEGER NOT NULL CHECK (chars >= 0),
        value BLOB NOT NULL
      ) STRICT;
      CREATE INDEX revision_by_field ON revision (entity_id, field, at, id);
      CREATE TABLE named_version (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL,
        name TEXT NOT NULL CHECK (instr(name, char(0)) = 0),
        at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX named_version_by_meeting ON named_version (meeting_id, at);
    `);
  },
};
