import { generateKeyBetween } from "fractional-indexing";
import type { ReadableDB } from "./store.ts";

/** Which siblings an entity stands among: its table and the column and id of its parent. */
export type Siblings = { table: "category"; parent: string } | { table: "item"; parent: string } | { table: "attachment"; parent: string };

const parentColumn = { category: "meeting_id", item: "category_id", attachment: "item_id" } as const;

/**
 * The position right after sibling `afterId`, or first when null. Deleted siblings count, so that one brought back stands where it
 * stood. `self` is the entity being moved. Null when `afterId` is not one of the siblings.
 */
export function findPositionAfter(db: ReadableDB, siblings: Siblings, afterId: string | null, self?: string): string | null {
  const { table, parent } = siblings;
  const column = parentColumn[table];
  const others = `FROM ${table} WHERE ${column} = @parent AND id IS NOT @self`;
  const values = { parent, self: self ?? null };
  const before =
    afterId === null
      ? null
      : (db.prepare(`SELECT position ${others} AND id = @after`).get({ ...values, after: afterId }) as { position: string } | undefined);
  if (before === undefined) return null;
  const low = before?.position ?? null;
  const next = db.prepare(`SELECT min(position) AS position ${others} AND position > @low`).get({ ...values, low: low ?? "" }) as {
    position: string | null;
  };
  return generateKeyBetween(low, next.position);
}

/** The position after all siblings, deleted ones too. */
export function lastPosition(db: ReadableDB, { table, parent }: Siblings): string {
  const { position } = db.prepare(`SELECT max(position) AS position FROM ${table} WHERE ${parentColumn[table]} = ?`).get(parent) as {
    position: string | null;
  };
  return generateKeyBetween(position, null);
}
