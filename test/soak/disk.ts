import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layBallast } from "../../electron/store/ballast.ts";
import { SaveQueue, type SaveState } from "../../renderer/stores/save-queue.ts";
import { AppFailure } from "../../shared/errors.ts";
import { mountDisk, unmountDisk } from "../support/mount-disk.ts";
import { type DiskRoom, roomInDatabase, roomOnDisk } from "./disk-room.ts";
import { pick, type Random, type SoakOptions, type SoakResult, seeded } from "./result.ts";
import { decisions, makeMeeting, openRooms, type Rooms, textOf } from "./rooms.ts";

const ballastDisk = 96;
const bareDisk = 8;
const patienceMs = 20_000;
const line = "Udvalget orienteres om sagen, og MKB følger op på økonomien inden næste møde. ".repeat(20);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The window without its glass: a text that is typed, and the queue that saves it in its own time. */
function windowOver(rooms: () => Rooms, meetingId: string, itemId: string) {
  let text = "";
  let acknowledged = "";
  let sent = "";
  const states: SaveState[] = [];
  const queue = new SaveQueue({
    savedAt: "",
    save: async (operationId, changes) => {
      const sending = sent;
      const reply = await rooms()["meetings:save-fields"]({ operationId, meetingId, changes });
      acknowledged = sending;
      return reply;
    },
    collect: () => {
      sent = text;
      return [{ entity: "item", id: itemId, field: "decision", value: textOf(text) }];
    },
    onCollected: () => {},
    onState: (state) => states.push(state),
  });
  return {
    states,
    text: () => text,
    acknowledged: () => acknowledged,
    isSaved: () => states.at(-1)?.kind === "saved" && acknowledged === text,
    write(words: string) {
      text += words;
      queue.markDirty({ itemId, field: "decision" });
    },
    close: () => queue.flush(),
  };
}

type Glass = ReturnType<typeof windowOver>;

async function storedText(rooms: Rooms, meetingId: string, itemId: string): Promise<string> {
  const meeting = await rooms["meetings:get"]({ meetingId });
  return decisions(meeting).find((each) => each.itemId === itemId)?.text ?? "";
}

async function until(met: () => boolean): Promise<boolean> {
  for (const started = performance.now(); performance.now() - started < patienceMs; await pause(20)) if (met()) return true;
  return false;
}

type Tally = {
  runs: number;
  lost: number;
  unreported: number;
  failedToOpen: number;
  failedSaves: number;
  unnamed: number;
  refusedWhileFull: number;
};

function count(tally: Tally, glass: Glass): void {
  for (const state of glass.states) {
    if (state.kind !== "failed") continue;
    tally.failedSaves += 1;
    if (state.error.kind !== "disk-full") tally.unnamed += 1;
  }
}

type Place = { dataDir: string; roomOf(rooms: () => Rooms): DiskRoom; random: Random; tally: Tally };

/** Closes and opens while the disk is full. A folder without reserve may be refused, by its name. */
function reopenFull(rooms: Rooms, { dataDir, tally }: Place, room: DiskRoom): Rooms {
  rooms.store.close();
  room.fill();
  try {
    return openRooms(dataDir);
  } catch (error) {
    if (!(error instanceof AppFailure) || error.appError.kind !== "disk-full") throw error;
    tally.refusedWhileFull += 1;
    room.free();
    return openRooms(dataDir);
  }
}

async function writeThrough(place: Place): Promise<void> {
  const { dataDir, random, tally } = place;
  let rooms = openRooms(dataDir);
  if (random(2) === 0) layBallast(dataDir);
  const room = place.roomOf(() => rooms);
  const meeting = await makeMeeting(rooms, "2026-03-10");
  const { itemId } = decisions(meeting)[0] ?? { itemId: "" };
  const glass = windowOver(() => rooms, meeting.id, itemId);
  const fullFrom = random(20);
  for (let key = 0; key < 40; key += 1) {
    if (key >= fullFrom) room.fill();
    glass.write(pick(random, ["rådmanden ", line]));
    await pause(random(60));
    if (key === fullFrom + 15 && random(3) === 0) rooms = reopenFull(rooms, place, room);
  }
  if (!(await storedText(rooms, meeting.id, itemId)).startsWith(glass.acknowledged())) tally.lost += 1;
  room.free();
  // Its own retry, as in the window: nobody presses anything.
  const saved = await until(glass.isSaved);
  rooms.store.close();
  const again = openRooms(dataDir);
  const kept = await storedText(again, meeting.id, itemId);
  if (kept !== glass.text()) {
    tally.lost += 1;
    if (saved || glass.states.at(-1)?.kind !== "failed") tally.unreported += 1;
  }
  again.store.close();
  count(tally, glass);
}

/** Fills the disk while a window's queue saves, frees it again, and compares the text with what was typed. */
export async function soakDisk({ runs, seed, onRun }: SoakOptions): Promise<SoakResult> {
  const work = mkdtempSync(join(tmpdir(), "referent-soak-disk-"));
  const random = seeded(seed);
  const tally: Tally = { runs: 0, lost: 0, unreported: 0, failedToOpen: 0, failedSaves: 0, unnamed: 0, refusedWhileFull: 0 };
  let disks = "tmpfs";
  try {
    for (; tally.runs < runs; tally.runs += 1) {
      const disk = join(work, `disk-${tally.runs}`);
      const mounted = mountDisk(disk, pick(random, [ballastDisk, bareDisk]));
      if (!mounted) disks = "max_page_count";
      const dataDir = join(disk, "data");
      mkdirSync(dataDir);
      const roomOf = (rooms: () => Rooms): DiskRoom => (mounted ? roomOnDisk(disk, random) : roomInDatabase(() => rooms().store));
      try {
        await writeThrough({ dataDir, roomOf, random, tally });
      } catch (error) {
        tally.failedToOpen += 1;
        process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      } finally {
        if (mounted) unmountDisk(disk);
      }
      onRun?.(tally.runs + 1);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { soak: "disk", seed, ...tally, disks };
}
