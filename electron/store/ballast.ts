import { randomFillSync } from "node:crypto";
import { rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freeBytes } from "./error-map.ts";

const ballastBytes = 16 * 1024 * 1024;
/** With less room than this the ballast itself would fill the disk. */
const roomNeeded = 4 * ballastBytes;

function ballastPath(dataDir: string): string {
  return join(dataDir, "ballast.bin");
}

function hasBallast(dataDir: string): boolean {
  return (statSync(ballastPath(dataDir), { throwIfNoEntry: false })?.size ?? 0) === ballastBytes;
}

/** Lays 16 MB aside for the day the disk is full; random, so that no file system stores it as nothing. */
export function layBallast(dataDir: string): void {
  if (hasBallast(dataDir) || freeBytes(dataDir) < roomNeeded) return;
  writeFileSync(ballastPath(dataDir), randomFillSync(Buffer.alloc(ballastBytes)), { mode: 0o600 });
}

/** Gives the ballast's room back. True when there was any. */
export function dropBallast(dataDir: string): boolean {
  const there = statSync(ballastPath(dataDir), { throwIfNoEntry: false }) !== undefined;
  rmSync(ballastPath(dataDir), { force: true });
  return there;
}
