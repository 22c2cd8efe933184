import { copyFileSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type Database from "better-sqlite3";
import { AppFailure } from "../../shared/errors.ts";
import type { Notice } from "../../shared/ipc/contract.ts";
import { listBackups } from "./backup.ts";
import { connect } from "./connection.ts";
import { isDamage } from "./error-map.ts";
import { findDamage } from "./health.ts";
import { findHighWater } from "./high-water.ts";
import { settle, touchPrivate } from "./private-file.ts";

/** An open database and what the referent must be told of how it came to be. */
export type Opened = { db: Database.Database; restored: boolean; notices: Notice[] };

const sideFiles = ["", "-wal", "-shm"];

function stamp(now: Date): string {
  return now.toISOString().replace(/[-:.]/g, "");
}

/** Puts the damaged file and its log aside under a name that says when; nothing of it is ever deleted. Gives the file's name. */
function keepAside(path: string, now: Date): string {
  let kept = `${path}.damaged-${stamp(now)}`;
  for (let n = 2; existsSync(kept); n += 1) kept = `${path}.damaged-${stamp(now)}-${n}`;
  for (const side of sideFiles) if (existsSync(`${path}${side}`)) renameSync(`${path}${side}`, `${kept}${side}`);
  return basename(kept);
}

/** Copies the database and its log as they are now, before anything more is written to them. */
export function copyAside(path: string, now: Date): void {
  for (const side of ["", "-wal"]) if (existsSync(`${path}${side}`)) copyFileSync(`${path}${side}`, `${path}.damaged-${stamp(now)}${side}`);
}

/** The database when it is sound, null when it is damaged. Throws when it is too new or cannot be read at all. */
function openSound(path: string, knownVersion: number): Database.Database | null {
  let db: Database.Database;
  try {
    db = connect(path, knownVersion);
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
  if (findDamage(db) === null) return db;
  db.close();
  return null;
}

/** An empty file where there has been a database: SQLite would take it, and its log, for a new one. */
function isEmptied(path: string, dataDir: string): boolean {
  if (statSync(path).size > 0) return false;
  return (findHighWater(dataDir)?.counter ?? 0) > 0 || listBackups(dataDir).length > 0 || existsSync(`${path}-wal`);
}

function openBackup(backupPath: string, path: string, knownVersion: number): Database.Database | null {
  const temporary = join(`${path}.restoring`);
  rmSync(temporary, { force: true });
  copyFileSync(backupPath, temporary);
  settle(temporary, path);
  try {
    return openSound(path, knownVersion);
  } catch (error) {
    if (error instanceof AppFailure && error.appError.kind === "database-too-new") return null;
    throw error;
  }
}

function restore(path: string, dataDir: string, knownVersion: number, now: Date): Opened {
  const keptFile = keepAside(path, now);
  for (const backup of listBackups(dataDir)) {
    const db = openBackup(backup.path, path, knownVersion);
    if (db !== null) return { db, restored: true, notices: [{ kind: "restored-from-backup", backupAt: backup.at, keptFile }] };
    for (const side of sideFiles) rmSync(`${path}${side}`, { force: true });
  }
  touchPrivate(path);
  return { db: connect(path, knownVersion), restored: true, notices: [{ kind: "restored-empty", keptFile }] };
}

/** Opens the database; a damaged one is put aside and the newest sound backup takes its place, or an empty one where there is none. */
export function openOrRescue(path: string, dataDir: string, knownVersion: number, now: Date): Opened {
  const db = isEmptied(path, dataDir) ? null : openSound(path, knownVersion);
  return db === null ? restore(path, dataDir, knownVersion, now) : { db, restored: false, notices: [] };
}
