import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { settle, touchPrivate } from "./private-file.ts";

/** A backup file and the time it was made, ISO 8601 UTC. */
export type Backup = { path: string; at: string };

const recentKept = 10;
const daysKept = 30;
const dayMs = 24 * 60 * 60 * 1000;
const namePattern = /^referent-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.db$/;

function backupDir(dataDir: string): string {
  return join(dataDir, "backups");
}

function timeOf(name: string): string | null {
  const parts = namePattern.exec(name);
  return parts === null ? null : `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}.${parts[7]}Z`;
}

/** The backups there are, newest first. */
export function listBackups(dataDir: string): Backup[] {
  let names: string[];
  try {
    names = readdirSync(backupDir(dataDir));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return names
    .flatMap((name) => {
      const at = timeOf(name);
      return at === null ? [] : [{ path: join(backupDir(dataDir), name), at }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The backups to let go: all but the 10 newest and the newest of each of the 30 latest days that have one. */
export function surplusBackups(backups: readonly Backup[]): Backup[] {
  const days = new Map<string, Backup>();
  for (const backup of backups) if (!days.has(backup.at.slice(0, 10))) days.set(backup.at.slice(0, 10), backup);
  const kept = new Set([...backups.slice(0, recentKept), ...[...days.values()].slice(0, daysKept)]);
  return backups.filter((backup) => !kept.has(backup));
}

/** Writes a whole, compact copy of the database beside it, named by `now`, and lets old ones go. */
export function backUp(db: Database.Database, dataDir: string, now: Date): void {
  mkdirSync(backupDir(dataDir), { recursive: true, mode: 0o700 });
  const path = join(backupDir(dataDir), `referent-${now.toISOString().replace(/[-:.]/g, "")}.db`);
  const temporary = join(backupDir(dataDir), `.tmp-${randomUUID()}`);
  try {
    touchPrivate(temporary);
    db.prepare("VACUUM INTO ?").run(temporary);
    settle(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  for (const old of surplusBackups(listBackups(dataDir))) rmSync(old.path, { force: true });
}

/** True when the newest backup is more than a day old, or there is none. */
export function isBackupDue(dataDir: string, now: Date): boolean {
  const [newest] = listBackups(dataDir);
  return newest === undefined || now.getTime() - new Date(newest.at).getTime() > dayMs;
}
