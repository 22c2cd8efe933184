import { statement } from "./statement.ts";
import type { ReadableDB } from "./store.ts";

/**
 * Two reads on one connection that find the same state find the same database: between them nothing was written, neither here nor by
 * another process. What a write changed and took back gives another state, too. Not to be asked for within a write.
 */
export function stateOf(db: ReadableDB): string {
  const here = statement(db, "SELECT total_changes() AS count").get() as { count: number };
  const elsewhere = statement(db, "PRAGMA data_version").get() as { data_version: number };
  return `${here.count} ${elsewhere.data_version}`;
}
