import type Database from "better-sqlite3";
import { isDamage } from "./error-map.ts";

/** What `quick_check` finds wrong, checks of columns included; empty when the file is sound. 66 ms for 49 MB. */
export function findDamage(db: Database.Database): string | null {
  try {
    const found = db.pragma("quick_check(1)", { simple: true }) as string;
    return found === "ok" ? null : found;
  } catch (error) {
    if (isDamage(error)) return "SQLITE_CORRUPT";
    throw error;
  }
}
