import type { Recommendation } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import { keepUnseen } from "../siblings/keep-unseen.ts";
import { isUnseen } from "../siblings/unseen-repository.ts";
import { insertEntity, setField } from "../store/registers.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import { placeInOrder } from "./place-in-order.ts";

type Row = { id: string; itemId: string; position: string; deleted: number };

function listRows(db: ReadableDB, itemId: string): Row[] {
  return db.prepare("SELECT id, item_id AS itemId, position, deleted FROM recommendation WHERE item_id = ?").all(itemId) as Row[];
}

function assertOwn(db: ReadableDB, itemId: string, points: readonly Recommendation[]): void {
  const known = db.prepare("SELECT item_id AS itemId FROM recommendation WHERE id = ?");
  const seen = new Set<string>();
  for (const { id } of points) {
    const row = known.get(id) as { itemId: string } | undefined;
    if (seen.has(id) || (row !== undefined && row.itemId !== itemId))
      throw new AppFailure({ kind: "invalid-input", field: "recommendations", reason: "et punkt i indstillingen findes to gange" });
    seen.add(id);
  }
}

/** An item's indstilling in its order, deleted points left out. */
export function listRecommendations(db: ReadableDB, itemId: string): Recommendation[] {
  return db
    .prepare("SELECT id, text FROM recommendation WHERE item_id = ? AND deleted = 0 ORDER BY position, id")
    .all(itemId) as Recommendation[];
}

/** Makes an item's indstilling this list: rows are added, changed, moved or marked deleted, and only those get new dots. True on change. */
export function saveRecommendations(
  db: WritableDB,
  edit: Edit,
  itemId: string,
  points: readonly Recommendation[],
  received: number,
): boolean {
  assertOwn(db, itemId, points);
  const rows = new Map(listRows(db, itemId).map((row) => [row.id, row]));
  const positions = placeInOrder(points.map(({ id }) => rows.get(id)?.position ?? null));
  const changes = points.flatMap(({ id, text }, index) => {
    const position = positions[index] ?? "";
    if (!rows.has(id)) {
      insertEntity(db, edit, "recommendation", id, { itemId, text, position, deleted: false });
      return [true];
    }
    keepUnseen(db, edit, { entity: "recommendation", id, field: "text" }, text, received);
    return [
      setField(db, edit, "recommendation", id, "text", text),
      setField(db, edit, "recommendation", id, "position", position),
      setField(db, edit, "recommendation", id, "deleted", false),
    ];
  });
  const kept = new Set(points.map(({ id }) => id));
  // One that came meanwhile is missing in the list only because it was not seen.
  const gone = [...rows.keys()].filter((id) => !kept.has(id) && !isUnseen(db, "recommendation", id, received));
  for (const id of gone) changes.push(setField(db, edit, "recommendation", id, "deleted", true));
  return changes.some((changed) => changed);
}
