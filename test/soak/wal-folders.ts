import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { MeetingView } from "../../shared/domain/meeting.ts";
import type { Random } from "./result.ts";
import { decisions, makeMeeting, openRooms, type Rooms, saveDecision, wallClock } from "./rooms.ts";

/** A data folder as a kill left it, and every meeting as it was last acknowledged. */
export type Left = { name: string; files: Map<string, Buffer>; wal: Buffer; backups: string | null; meetings: MeetingView[] };

const days = ["2026-03-03", "2026-03-10", "2026-03-17"];

async function write(rooms: Rooms, saves: number): Promise<void> {
  const list = (await rooms["meetings:list"]({})).map(({ id }) => id);
  for (let n = 0; n < saves; n += 1) {
    const meetingId = list[n % list.length] ?? "";
    const items = decisions(await rooms["meetings:get"]({ meetingId }));
    const item = items[n % items.length];
    await saveDecision(rooms, meetingId, item?.itemId ?? "", `${item?.text ?? ""}\nat ${n}) rådmanden tog orienteringen til efterretning.`);
  }
}

/** Another connection, as the command line would have; what it holds open keeps the checkpoint from going all the way. */
function checkpoint(dataDir: string, mode: "PASSIVE" | "RESTART"): void {
  const db = new Database(join(dataDir, "referent.db"));
  db.pragma(`wal_checkpoint(${mode})`);
  db.close();
}

type Recipe = { name: string; earlier: boolean; run(rooms: Rooms, dataDir: string, saves: number): Promise<void> };

const recipes: Recipe[] = [
  { name: "first run", earlier: false, run: (rooms, _dataDir, saves) => write(rooms, saves) },
  { name: "no checkpoint", earlier: true, run: (rooms, _dataDir, saves) => write(rooms, saves) },
  {
    name: "log begun anew",
    earlier: true,
    run: async (rooms, dataDir, saves) => {
      await write(rooms, saves / 2);
      checkpoint(dataDir, "RESTART");
      await write(rooms, saves / 2);
    },
  },
  {
    name: "just checkpointed",
    earlier: true,
    run: async (rooms, dataDir, saves) => {
      await write(rooms, saves);
      checkpoint(dataDir, "PASSIVE");
    },
  },
  {
    name: "checkpointed half-way",
    earlier: true,
    run: async (rooms, dataDir, saves) => {
      await write(rooms, saves / 2);
      const reader = new Database(join(dataDir, "referent.db"));
      reader.prepare("BEGIN").run();
      reader.prepare("SELECT count(*) FROM meeting").get();
      await write(rooms, saves / 2);
      checkpoint(dataDir, "PASSIVE");
      reader.close();
    },
  },
];

async function follow(work: string, recipe: Recipe, saves: number): Promise<Left> {
  const dataDir = join(work, recipe.name.replaceAll(" ", "-"));
  mkdirSync(dataDir, { recursive: true });
  if (recipe.earlier) {
    const before = openRooms(dataDir);
    for (const day of days) await makeMeeting(before, day);
    await write(before, 30);
    before.store.close();
  }
  const rooms = openRooms(dataDir, wallClock);
  if (!recipe.earlier) for (const day of days) await makeMeeting(rooms, day);
  await recipe.run(rooms, dataDir, saves);
  const meetings: MeetingView[] = [];
  for (const { id } of await rooms["meetings:list"]({})) meetings.push(await rooms["meetings:get"]({ meetingId: id }));
  const copy = `${dataDir}-killed`;
  cpSync(dataDir, copy, { recursive: true });
  rooms.store.close();
  const backups = join(copy, "backups");
  const names = readdirSync(copy).filter((name) => name === "referent.db" || name === "high-water.json");
  return {
    name: recipe.name,
    files: new Map(names.map((name) => [name, readFileSync(join(copy, name))])),
    wal: readFileSync(join(copy, "referent.db-wal")),
    backups: existsSync(backups) ? backups : null,
    meetings,
  };
}

/** Data folders that were killed at different points between two checkpoints, with and without a backup. */
export async function killedFolders(work: string, random: Random): Promise<Left[]> {
  const left: Left[] = [];
  for (const recipe of recipes) left.push(await follow(work, recipe, 10 + 2 * random(40)));
  return left;
}
