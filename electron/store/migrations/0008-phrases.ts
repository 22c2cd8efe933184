import type { Migration } from "./migration.ts";

/**
 * Standard sentences, and what this referent writes: how often each phrase was used, and sentences of their own. The last two are
 * local: habits of one person at one PC, and sentences may name people.
 */
export const phrases: Migration = {
  version: 8,
  name: "phrases",
  up(db) {
    db.exec(`
      CREATE TABLE phrase (
        id TEXT PRIMARY KEY,
        text TEXT NOT NULL CHECK (instr(text, char(0)) = 0),
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
      ) STRICT;
      CREATE INDEX phrase_by_text ON phrase (text);
      CREATE TABLE phrase_use (
        phrase_id TEXT PRIMARY KEY,
        uses INTEGER NOT NULL CHECK (uses > 0)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE learned_sentence (
        text TEXT PRIMARY KEY CHECK (instr(text, char(0)) = 0),
        uses INTEGER NOT NULL CHECK (uses > 0),
        used_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX learned_sentence_by_use ON learned_sentence (uses, used_at);
    `);
  },
};
