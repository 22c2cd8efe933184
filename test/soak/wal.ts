import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../electron/store/open.ts";
import type { Store } from "../../electron/store/store.ts";
import type { MeetingView } from "../../shared/domain/meeting.ts";
import { pick, type Random, type SoakOptions, type SoakResult, seeded } from "./result.ts";
import { isReported, roomsOf, wallClock } from "./rooms.ts";
import { scratchFolder } from "./scratch.ts";
import { killedFolders, type Left } from "./wal-folders.ts";

type Fault = (wal: Buffer, random: Random) => Buffer;

const somewhere = (wal: Buffer, random: Random): number => random(Math.max(1, wal.byteLength));

/** What a disk or a power cut does to the log: it ends early, holds zeros, old bytes or one wrong bit. */
export const walFaults: Record<string, Fault> = {
  torn: (wal, random) => wal.subarray(0, somewhere(wal, random)),
  zeroed: (wal, random) => {
    const from = somewhere(wal, random);
    return Buffer.from(wal).fill(0, from, Math.min(wal.byteLength, from + 1 + random(8_192)));
  },
  "bit-flipped": (wal, random) => {
    const copy = Buffer.from(wal);
    const at = somewhere(wal, random);
    copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
    return copy;
  },
  "header-flipped": (wal, random) => {
    const copy = Buffer.from(wal);
    const at = random(Math.min(32, Math.max(1, wal.byteLength)));
    copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
    return copy;
  },
};

type Found = { opened: boolean; sound: boolean; short: string[]; unreported: string[]; told: boolean; problem: string };

function read(store: Store): MeetingView[] {
  const rooms = roomsOf(store);
  const list = rooms["meetings:list"]({}) as { id: string }[];
  return list.map(({ id }) => rooms["meetings:get"]({ meetingId: id }) as MeetingView);
}

function lookAt(dataDir: string, meetings: readonly MeetingView[]): Found {
  const found: Found = { opened: false, sound: false, short: [], unreported: [], told: false, problem: "" };
  let store: Store | null = null;
  try {
    store = openStore({ dataDir, clock: wallClock });
    const there = new Map(read(store).map((meeting) => [meeting.id, JSON.stringify(meeting)]));
    found.opened = true;
    found.told = store.notices.length > 0;
    found.short = meetings.filter((meeting) => there.get(meeting.id) !== JSON.stringify(meeting)).map(({ title }) => title);
    found.unreported = found.short.filter((title) => !isReported(store?.notices ?? [], title));
    found.problem = String(store.read((db) => db.prepare("PRAGMA integrity_check(1)").pluck().get()));
    found.sound = found.problem === "ok";
  } catch (error) {
    found.problem = String(error);
  } finally {
    store?.close();
  }
  return found;
}

function layOut(dataDir: string, left: Left, wal: Buffer): void {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir);
  for (const [name, bytes] of left.files) writeFileSync(join(dataDir, name), bytes);
  if (left.backups !== null) cpSync(left.backups, join(dataDir, "backups"), { recursive: true });
  writeFileSync(join(dataDir, "referent.db-wal"), wal);
}

/** Ids are minted anew with each set of folders, so that the pages fall differently. */
const runsAFolder = 250;

/** Damages the log that a kill left, opens, and compares every meeting with what had been acknowledged. */
export async function soakWal({ runs, seed, onRun }: SoakOptions): Promise<SoakResult> {
  const work = scratchFolder("wal");
  const result: SoakResult = { soak: "wal", runs, seed, lost: 0, unreported: 0, failedToOpen: 0, unsound: 0, falseAlarms: 0 };
  const cases: Record<string, number> = {};
  try {
    const random = seeded(seed);
    let folders: Left[] = [];
    for (let run = 0; run < runs; run += 1) {
      if (run % runsAFolder === 0) folders = await killedFolders(join(work, `left-${run}`), random);
      const left = pick(random, folders);
      const kind = pick(random, Object.keys(walFaults));
      const wal = walFaults[kind]?.(left.wal, random) ?? left.wal;
      const dataDir = join(work, "run");
      layOut(dataDir, left, wal);
      const found = lookAt(dataDir, left.meetings);
      if (!found.opened) result.failedToOpen += 1;
      if (found.opened && !found.sound) result["unsound"] = Number(result["unsound"]) + 1;
      if (found.short.length > 0) result.lost += 1;
      if (found.unreported.length > 0) result.unreported += 1;
      if (found.told && found.short.length === 0) result["falseAlarms"] = Number(result["falseAlarms"]) + 1;
      if (!found.opened || !found.sound || found.unreported.length > 0) {
        const what = `${left.name}, ${kind}: ${!found.opened || !found.sound ? found.problem : "short without a word"}`;
        cases[what] = (cases[what] ?? 0) + 1;
      }
      onRun?.(run + 1);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { ...result, ...cases };
}
