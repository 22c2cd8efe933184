import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { decisions, openRooms } from "./rooms.ts";

/** The decisions of the one meeting, how many notices the start had, and how long the store took to open. */
export type Found = { texts: string[]; notices: number; openMs: number };

/** Reads the killed folder in a copy, so that the window's next start finds it as the kill left it. */
export async function readKilled(dataDir: string, copy: string): Promise<Found> {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  for (const name of readdirSync(dataDir))
    if (/^(referent\.db(-wal)?|high-water\.json)$/.test(name)) cpSync(join(dataDir, name), join(copy, name));
  const started = performance.now();
  const rooms = openRooms(copy);
  const openMs = performance.now() - started;
  try {
    const id = (await rooms["meetings:list"]({}))[0]?.id ?? "";
    const meeting = await rooms["meetings:get"]({ meetingId: id });
    return { texts: decisions(meeting).map(({ text }) => text), notices: rooms.store.notices.length, openMs };
  } finally {
    rooms.store.close();
  }
}
