import type { Migration } from "./migration.ts";

/**
 * What each attachment's content is to the referat, by its hash: its pages as JSON (width and height in points), why it cannot be
 * printed, and the content to print in its place where the kept one will not do. Local and made anew from the bytes when lost.
 */
export const contents: Migration = {
  version: 9,
  name: "contents",
  up(db) {
    db.exec(`
      CREATE TABLE content (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        trouble TEXT,
        pages TEXT NOT NULL CHECK (json_valid(pages)),
        print_sha256 TEXT CHECK (length(print_sha256) = 64)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
