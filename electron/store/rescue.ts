import { copyFileSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type Database from "better-sqlite3";
import { AppFailure } from "../../shared/errors.ts";
import type { Notice } from "../../shared/ipc/contract.ts";
import { listBackups } from "./backup.ts";
import { connect } from "./connection.ts";
import { copyWithoutLog, findActor, hasLog } from "./damaged-log.ts";
import { isDamage } from "./error-map.ts";
import { findAnyDamage, findDamage } from "./health.ts";
import { findHighWater, isBehind } from "./high-water.ts";
import { settle, touchPrivate } from "./private-file.ts";

/** An open database and what the referent must be told of how it came to be. */
export type Opened = {
  db: Database.Database;
  /** It is another file than the last run wrote to. */
  restored: boolean;
  /** What was found is already copied aside. */
  kept: boolean;
  notices: Notice[];
};

const sideFiles = ["", "-wal", "-shm"];

function stamp(now: Date): string {
  return now.toISOString().replace(/[-:.]/g, "");
}

function freeName(path: string, now: Date): string {
  let free = `${path}.damaged-${stamp(now)}`;
  for (let n = 2; existsSync(free); n += 1) free = `${path}.damaged-${stamp(now)}-${n}`;
  return free;
}

/** Puts the damaged file and its log aside under a name that says when; nothing of it is ever deleted. Gives the file's name. */
function keepAside(path: string, now: Date): string {
  const kept = freeName(path, now);
  for (const side of sideFiles) if (existsSync(`${path}${side}`)) renameSync(`${path}${side}`, `${kept}${side}`);
  return basename(kept);
}

/** Copies the database and its log as they are now, before anything more is written to them. Gives the copy's name. */
export function copyAside(path: string, now: Date): string {
  const kept = freeName(path, now);
  for (const side of ["", "-wal"]) if (existsSync(`${path}${side}`)) copyFileSync(`${path}${side}`, `${kept}${side}`);
  return basename(kept);
}

/** The database, or null when it is too damaged to be opened. Throws when it is too new or cannot be read at all. */
function tryConnect(path: string, knownVersion: number): Database.Database | null {
  try {
    return connect(path, knownVersion);
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/** The database when it is sound, null when it is damaged. Throws when it is too new or cannot be read at all. */
function openSound(path: string, knownVersion: number): Database.Database | null {
  const db = tryConnect(path, knownVersion);
  if (db === null || findDamage(db) === null) return db;
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

type Place = { path: string; dataDir: string; knownVersion: number; now: Date };

function restore({ path, dataDir, knownVersion }: Place, keptFile: string): Opened {
  for (const backup of listBackups(dataDir)) {
    const db = openBackup(backup.path, path, knownVersion);
    if (db !== null) return { db, restored: true, kept: true, notices: [{ kind: "restored-from-backup", backupAt: backup.at, keptFile }] };
    for (const side of sideFiles) rmSync(`${path}${side}`, { force: true });
  }
  touchPrivate(path);
  return { db: connect(path, knownVersion), restored: true, kept: true, notices: [{ kind: "restored-empty", keptFile }] };
}

/**
 * Opens a database that a kill left with a log. A log damaged after a checkpoint had taken it takes pages back to what they were:
 * the database is then newer, and sounder, without it.
 */
function openLogged(place: Place): Opened {
  const { path, knownVersion, now } = place;
  const db = tryConnect(path, knownVersion);
  if (db === null) return restore(place, keepAside(path, now));
  try {
    // The mark first: another process may be writing, and the mark follows the database.
    const mark = findHighWater(place.dataDir);
    const damaged = findAnyDamage(db) !== null;
    const current = damaged ? null : findActor(db);
    if (!damaged && !isBehind(mark, current)) return { db, restored: false, kept: false, notices: [] };
    // Before it is closed: closing writes what there is of the log into the database.
    const keptFile = copyAside(path, now);
    const copy = `${path}.without-log`;
    const without = copyWithoutLog(path, copy, knownVersion);
    const newer = without !== null && without > (current?.counter ?? -1);
    if (!newer) rmSync(copy, { force: true });
    if (!newer && !damaged) return { db, restored: false, kept: true, notices: [] };
    db.close();
    for (const side of sideFiles) rmSync(`${path}${side}`, { force: true });
    if (!newer) return restore(place, keptFile);
    settle(copy, path);
    return { db: connect(path, knownVersion), restored: true, kept: true, notices: [] };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens the database; a damaged one is put aside and the newest sound backup takes its place, or an empty one where there is none. */
export function openOrRescue(place: Place): Opened {
  const { path, dataDir, knownVersion, now } = place;
  if (isEmptied(path, dataDir)) return restore(place, keepAside(path, now));
  if (hasLog(path)) return openLogged(place);
  const db = openSound(path, knownVersion);
  return db === null ? restore(place, keepAside(path, now)) : { db, restored: false, kept: false, notices: [] };
}
