import type { ReadableDB } from "../store/store.ts";

export type Counts = { meetings: number; items: number; attachments: number };

/** What SQLite finds wrong in the database file: pages, indexes, and rows that point nowhere. Empty when it is sound. */
export function listDamage(db: ReadableDB): string[] {
  const found = db.prepare("PRAGMA integrity_check(20)").pluck().all() as string[];
  const loose = db.prepare('SELECT DISTINCT "table" FROM pragma_foreign_key_check').pluck().all() as string[];
  return [...found.filter((line) => line !== "ok"), ...loose.map((table) => `${table} peger på noget, der ikke er der`)];
}

/** How much the database holds, deleted parts left out. */
export function countAll(db: ReadableDB): Counts {
  return db
    .prepare(
      `SELECT (SELECT count(*) FROM meeting WHERE deleted = 0) AS meetings,
         (SELECT count(*) FROM item i JOIN category c ON c.id = i.category_id JOIN meeting m ON m.id = c.meeting_id
          WHERE i.deleted = 0 AND c.deleted = 0 AND m.deleted = 0) AS items,
         (SELECT count(*) FROM attachment a JOIN item i ON i.id = a.item_id JOIN category c ON c.id = i.category_id
          JOIN meeting m ON m.id = c.meeting_id
          WHERE a.deleted = 0 AND i.deleted = 0 AND c.deleted = 0 AND m.deleted = 0) AS attachments`,
    )
    .get() as Counts;
}

/** Every content that an attachment names, of deleted ones too: they can be brought back. */
export function listContents(db: ReadableDB): { sha256: string; fileName: string }[] {
  return db.prepare("SELECT sha256, min(file_name) AS fileName FROM attachment GROUP BY sha256 ORDER BY sha256").all() as {
    sha256: string;
    fileName: string;
  }[];
}
