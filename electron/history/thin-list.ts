import type { RevisionEntry } from "../../shared/domain/history.ts";
import type { RevisionRow } from "./repository.ts";

const mostEntries = 500;
const newestKept = 250;

/** At most 500 of the revisions: the newest 250, which undo walks through one by one, and of the older ones as many evenly spaced. */
export function thinList(rows: readonly RevisionRow[]): RevisionRow[] {
  if (rows.length <= mostEntries) return [...rows];
  const older = rows.slice(0, rows.length - newestKept);
  const wanted = mostEntries - newestKept;
  const spaced = Array.from({ length: wanted }, (_, index) => older[Math.round((index * (older.length - 1)) / (wanted - 1))]);
  return [...spaced.filter((row) => row !== undefined), ...rows.slice(rows.length - newestKept)];
}

/**
 * The revisions as the window lists them, each measured against the listed one of its field before it. `nameOf` gives who writes as an
 * actor, null for this installation.
 */
export function revisionEntries(rows: readonly RevisionRow[], nameOf: (actor: string) => string | null): RevisionEntry[] {
  const charsBefore = new Map<string, number>();
  return rows.map(({ chars, ...row }) => {
    const sizeChange = chars - (charsBefore.get(row.field) ?? 0);
    charsBefore.set(row.field, chars);
    return { ...row, by: row.actor === null ? null : nameOf(row.actor), sizeChange };
  });
}
