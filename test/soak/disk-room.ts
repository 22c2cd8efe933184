import { closeSync, openSync, readdirSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "../../electron/store/store.ts";
import type { Random } from "./result.ts";

/** Takes the room there is and gives it back. */
export type DiskRoom = { fill(): void; free(): void };

const chunk = Buffer.alloc(64 * 1024, 1);

/** Fills a small disk with files beside the data folder, to the last byte or nearly so. */
export function roomOnDisk(disk: string, random: Random): DiskRoom {
  let count = 0;
  const left = random(3) === 0 ? random(40_000) : 0;
  const isFull = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOSPC";
  const write = (file: number, bytes: Uint8Array): boolean => {
    try {
      return writeSync(file, bytes) === bytes.byteLength;
    } catch (error) {
      if (isFull(error)) return false;
      throw error;
    }
  };
  return {
    fill() {
      const reserve = join(disk, "fill-reserve");
      const kept = openSync(reserve, "a");
      if (left > 0) write(kept, chunk.subarray(0, left));
      closeSync(kept);
      const file = openSync(join(disk, `fill-${count++}`), "a");
      for (let size = chunk.byteLength; size >= 1; size = Math.floor(size / 2)) while (write(file, chunk.subarray(0, size)));
      closeSync(file);
      if (left > 0) rmSync(reserve);
    },
    free() {
      for (const name of readdirSync(disk)) if (name.startsWith("fill-")) rmSync(join(disk, name));
    },
  };
}

/** Where no disk may be mounted: SQLite itself refuses to grow the file. */
export function roomInDatabase(store: () => Store): DiskRoom {
  const limit = (pages: number): void => void store().read((db) => db.prepare(`PRAGMA max_page_count = ${pages}`).get());
  return {
    fill: () => limit(store().read((db) => db.prepare("PRAGMA page_count").pluck().get()) as number),
    free: () => limit(1_000_000_000),
  };
}
