import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Actor } from "./actor.ts";
import type { ReadableDB } from "./store.ts";

const schema = z.strictObject({
  actor: z.string(),
  counter: z.int(),
  meetings: z.array(z.strictObject({ id: z.string(), title: z.string(), counter: z.int() })),
});

/** The highest counter this installation has acknowledged, and the meetings written last with theirs. */
export type HighWater = z.infer<typeof schema>;

/** Keeps the mark beside the database. */
export type HighWaterMark = {
  /** Notes the commit made at `at` that ended with `counter`. Never throws: the commit stands, and a mark may lag. */
  note(db: ReadableDB, counter: number, at: string): void;
  close(): void;
};

const recordBytes = 4_096;
const meetingsKept = 8;
const titleChars = 60;

function highWaterPath(dataDir: string): string {
  return join(dataDir, "high-water.json");
}

/** The mark left by earlier runs, or null when there is none that can be read: it is not fsynced, so a power cut may take it. */
export function findHighWater(dataDir: string): HighWater | null {
  try {
    return schema.parse(JSON.parse(readFileSync(highWaterPath(dataDir), "utf8")));
  } catch {
    return null;
  }
}

/** True when the mark knows of writes that the database, whose actor is `current`, does not have. */
export function isBehind(mark: HighWater | null, current: Actor | null): boolean {
  if (mark === null || mark.counter === 0) return false;
  return current === null || (mark.actor === current.id && mark.counter > current.counter);
}

/** The titles of the meetings whose acknowledged writes are not in a database whose own counter is `counter`. */
export function missingSince(mark: HighWater, counter: number): string[] {
  return mark.meetings.filter((meeting) => meeting.counter > counter).map((meeting) => meeting.title);
}

function savedAt(db: ReadableDB, at: string): { id: string; title: string }[] {
  return db.prepare("SELECT id, title FROM meeting WHERE saved_at = ? LIMIT ?").all(at, meetingsKept) as { id: string; title: string }[];
}

/** A page of spaces with the mark at its head: written in one go, so that no reader sees half of it. */
function record(mark: HighWater): Buffer {
  const page = Buffer.alloc(recordBytes, " ");
  page.write(JSON.stringify(mark));
  return page;
}

/** Opens the mark of this actor for writing. Each note is one small write without fsync: it may lag behind the database, never ahead. */
export function openHighWaterMark(dataDir: string, actor: string): HighWaterMark {
  const before = findHighWater(dataDir);
  // The counters of another actor say nothing about this one's.
  let meetings = before?.actor === actor ? before.meetings : [];
  closeSync(openSync(highWaterPath(dataDir), "a", 0o600));
  const file = openSync(highWaterPath(dataDir), "r+");
  return {
    note(db, counter, at) {
      const latest = savedAt(db, at).map(({ id, title }) => ({ id, title: title.slice(0, titleChars), counter }));
      meetings = [...latest, ...meetings.filter((old) => !latest.some(({ id }) => id === old.id))].slice(0, meetingsKept);
      try {
        writeSync(file, record({ actor, counter, meetings }), 0, recordBytes, 0);
      } catch {
        // A full disk; the next note tries again.
      }
    },
    close: () => closeSync(file),
  };
}
