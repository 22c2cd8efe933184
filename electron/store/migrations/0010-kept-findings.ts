import type { Migration } from "./migration.ts";

/** What the referent, at the end of a meeting, has said shall stay as it is. Local: it is what one person has looked at. */
export const keptFindings: Migration = {
  version: 10,
  name: "kept-findings",
  up(db) {
    db.exec(`
      CREATE TABLE kept_finding (
        meeting_id TEXT NOT NULL,
        finding TEXT NOT NULL CHECK (finding <> '' AND instr(finding, char(0)) = 0),
        PRIMARY KEY (meeting_id, finding)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
