import { randomUUID } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";

type Greeting = { argv: string[]; cwd: string; data: unknown };
type OnSecond = (argv: string[], cwd: string, data: unknown) => void;

/**
 * One instance for each data folder: a file with the owner's process id, taken over from a process that is gone. A second
 * instance leaves a greeting that the first one hears. Returns how to let go, or null when another has it.
 */
export function takeInstanceLock(userData: string, data: unknown, onSecond: OnSecond): (() => void) | null {
  const folder = join(userData, "stand-in-instance");
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, "lock");
  const owner = tryTake(lock);
  if (owner !== null) {
    const greeting: Greeting = { argv: process.argv, cwd: process.cwd(), data };
    const name = join(folder, randomUUID());
    writeFileSync(`${name}.part`, JSON.stringify(greeting));
    renameSync(`${name}.part`, `${name}.json`);
    return null;
  }
  const hear = (): void => {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (!name.endsWith(".json")) continue;
      const greeting = JSON.parse(readFileSync(join(folder, name), "utf8")) as Greeting;
      rmSync(join(folder, name), { force: true });
      onSecond(greeting.argv, greeting.cwd, greeting.data);
    }
  };
  const watcher = watch(folder, { persistent: false }, hear);
  return () => {
    watcher.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The pid of the living owner, or null when the lock is now ours. */
function tryTake(lock: string): number | null {
  try {
    const file = openSync(lock, "wx");
    writeFileSync(file, String(process.pid));
    closeSync(file);
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const owner = Number(readFileSync(lock, "utf8"));
  if (owner !== process.pid && alive(owner)) return owner;
  rmSync(lock, { force: true });
  return tryTake(lock);
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
