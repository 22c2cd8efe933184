import { chmodSync, closeSync, fsyncSync, openSync, renameSync } from "node:fs";

/** Makes the file when it is not there, readable to this user alone; SQLite gives its side files the same rights. */
export function touchPrivate(path: string): void {
  closeSync(openSync(path, "a", 0o600));
  if (process.platform !== "win32") chmodSync(path, 0o600);
}

/** Puts a finished file in its place: on disk before it has its name. */
export function settle(temporary: string, path: string): void {
  const file = openSync(temporary, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}
