import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import type { Notice } from "../../shared/ipc/contract.ts";
import type { Clock } from "../context.ts";
import { findCurrentActor, getCurrentActor, mintActor } from "./actor.ts";
import { backUp } from "./backup.ts";
import { dropBallast } from "./ballast.ts";
import { isFullDisk, isPassing, openFailure } from "./error-map.ts";
import { findHighWater, isBehind, missingSince, openHighWaterMark } from "./high-water.ts";
import { latestVersion, migrate } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import { touchPrivate } from "./private-file.ts";
import { copyAside, type Opened, openOrRescue } from "./rescue.ts";
import type { Store } from "./store.ts";
import { createStore } from "./transactions.ts";

export type OpenOptions = {
  dataDir: string;
  clock: Clock;
  /** Told of what happens after the start, e.g. that the disk is full and the reserve has been used. */
  notify?: (notice: Notice) => void;
};

/**
 * Makes sure that no dot is ever handed out twice. A database that is behind its high-water mark, that stands on a backup or that
 * belongs with another mark gets a new actor. Gives the titles of meetings whose acknowledged writes are gone.
 */
function settleActor({ db, restored, kept }: Opened, now: Date, dataDir: string, keep: () => void): string[] | null {
  const mark = findHighWater(dataDir);
  const current = findCurrentActor(db);
  const behind = isBehind(mark, current);
  const foreign = mark !== null && current !== null && mark.actor !== current.id;
  if (behind && !kept) keep();
  if (current === null || restored || behind || foreign) db.transaction(() => mintActor(db, now.toISOString())).immediate();
  if (mark === null || !(behind || (restored && foreign))) return null;
  return missingSince(mark, current !== null && mark.actor === current.id ? current.counter : 0);
}

function openDatabase(path: string, { dataDir, clock }: OpenOptions): { db: Database.Database; notices: Notice[] } {
  const now = clock.now();
  const opened = openOrRescue({ path, dataDir, knownVersion: latestVersion(migrations), now });
  const { db, notices } = opened;
  try {
    migrate(db, migrations, () => backUp(db, dataDir, now));
    const missing = settleActor(opened, now, dataDir, () => copyAside(path, now));
    if (missing !== null) notices.push({ kind: "store-shortfall", meetingTitles: missing });
    return { db, notices };
  } catch (error) {
    db.close();
    throw error;
  }
}

function openOnce(options: OpenOptions, told: Notice[]): Store {
  const { dataDir } = options;
  const path = join(dataDir, "referent.db");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  touchPrivate(path);
  const { db, notices } = openDatabase(path, options);
  const actor = getCurrentActor(db);
  const mark = openHighWaterMark(dataDir, actor.id);
  mark.note(db, actor.counter, "");
  return createStore({ ...options, path, db, notices: [...told, ...notices], actor: actor.id, mark });
}

/** What can be done about a failed start before it is tried once more; null when nothing can. */
function findRemedy(error: unknown, dataDir: string): Notice[] | null {
  if (isFullDisk(error, dataDir)) return dropBallast(dataDir) ? [{ kind: "error", error: { kind: "disk-full", where: "data" } }] : null;
  return isPassing(error) ? [] : null;
}

/**
 * Opens the database of a data folder, or makes it. A damaged one is put aside and the newest backup opened, which `notices` tell;
 * on a full disk the ballast is given up, and an I/O error gets a second try. Throws AppFailure `data-folder-unwritable`, `disk-full`,
 * `database-too-new` or `database-unusable`.
 */
export function openStore(options: OpenOptions): Store {
  const { dataDir } = options;
  let remedy: Notice[] | null;
  try {
    return openOnce(options, []);
  } catch (error) {
    remedy = findRemedy(error, dataDir);
    if (remedy === null) throw openFailure(error, dataDir);
  }
  try {
    return openOnce(options, remedy);
  } catch (error) {
    throw openFailure(error, dataDir);
  }
}
