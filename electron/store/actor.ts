import { randomUUID } from "node:crypto";
import type { ReadableDB } from "./store.ts";

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

/** A new actor from now on. The old ones stay on record: their dots are still in the meetings. */
export function mintActor(db: ReadableDB, at: string): Actor {
  const id = randomUUID();
  db.prepare("UPDATE actor SET current = 0 WHERE current = 1").run();
  db.prepare("INSERT INTO actor (id, counter, current, minted_at) VALUES (?, 0, 1, ?)").run(id, at);
  return { id, counter: 0 };
}

export function storeCounter(db: ReadableDB, actor: Actor): void {
  db.prepare("UPDATE actor SET counter = ? WHERE id = ?").run(actor.counter, actor.id);
}
