import { mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const roomNeeded = 256 * 1024 * 1024;
const memory = "/dev/shm";

/** A folder for this soak: in memory where there is room, for no power is cut here and thousands of runs need not wait for a disk. */
export function scratchFolder(name: string): string {
  return mkdtempSync(join(hasRoom() ? memory : tmpdir(), `referent-soak-${name}-`));
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > roomNeeded;
  } catch {
    return false;
  }
}
