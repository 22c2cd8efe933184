import { randomUUID } from "node:crypto";
import { meetingVector, noteSeen } from "./meeting-entities.ts";
import type { ReadableDB, WritableDB } from "./store.ts";

/** Who writes here and the last counter it handed out. */
export type Actor = { id: string; counter: number };

export function findCurrentActor(db: ReadableDB): Actor | null {
  return (db.prepare("SELECT id, counter FROM actor WHERE current = 1").get() as Actor | undefined) ?? null;
}

/** The actor of this installation; there is one from the first start on. */
export function getCurrentActor(db: ReadableDB): Actor {
  const actor = findCurrentActor(db);
  if (actor === null) throw new Error("no current actor");
  return actor;
}

/**
 * A new actor from now on. The old ones stay on record: their dots are still in the meetings, which keep how much they had taken in of
 * them when the new actor's writes replace the last one.
 */
export function mintActor(db: ReadableDB, at: string): Actor {
  const id = randomUUID();
  const meetings = db.prepare("SELECT id FROM meeting").pluck().all() as string[];
  for (const meetingId of meetings) noteSeen(db as WritableDB, meetingId, meetingVector(db, meetingId));
  db.prepare("UPDATE actor SET current = 0 WHERE current = 1").run();
  db.prepare("INSERT INTO actor (id, counter, current, minted_at) VALUES (?, 0, 1, ?)").run(id, at);
  return { id, counter: 0 };
}

export function storeCounter(db: ReadableDB, actor: Actor): void {
  db.prepare("UPDATE actor SET counter = ? WHERE id = ?").run(actor.counter, actor.id);
}

/**
 * Someone else writes as this installation: a new actor takes over, and every value that stands here in the old one's name is written
 * anew in its own, so that none of them can be taken for the other's. True, always.
 */
export function renewActor(db: WritableDB, at: string): boolean {
  const old = getCurrentActor(db);
  const { id } = mintActor(db, at);
  const stands = db.prepare("SELECT entity, entity_id AS entityId, field FROM field_dot WHERE actor = ? ORDER BY counter").all(old.id);
  const stamp = db.prepare("UPDATE field_dot SET actor = ?, counter = ? WHERE entity = ? AND entity_id = ? AND field = ?");
  (stands as { entity: string; entityId: string; field: string }[]).forEach(({ entity, entityId, field }, index) => {
    stamp.run(id, index + 1, entity, entityId, field);
  });
  storeCounter(db, { id, counter: stands.length });
  // What the other wrote in the old name has not been seen here, though the counters look alike.
  db.prepare("DELETE FROM meeting_seen WHERE actor = ?").run(old.id);
  return true;
}
