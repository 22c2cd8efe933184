import { writeSync } from "node:fs";
import { SaveQueue } from "../../renderer/stores/save-queue.ts";
import { describeError } from "../../shared/error-text.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { ChildLine } from "./calls-lines.ts";
import { attachmentBytes, decisions, makeMeeting, openRooms, type Rooms, textOf } from "./rooms.ts";

/**
 * What a referent's window asks of main, without the window: `node calls-child.ts DATA SAVES` opens the folder, writes 1, 2, 3 … into a
 * decision through the window's own queue, adds a bilag, and closes and opens half-way. Every promise made is a line on stdout, told
 * as soon as the window would show it.
 */
const [dataDir = "", saves = "10"] = process.argv.slice(2);
const patience = 20;

const tell = (line: ChildLine): void => void writeSync(1, `${JSON.stringify(line)}\n`);

/** A person tries again when something failed with a word; what is no AppFailure is a fault of ours and ends this. */
async function insist<T>(run: () => T | Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof AppFailure) || describeError(error.appError) === "" || tries === patience) throw error;
      tell({ kind: "told", of: error.appError.kind });
    }
  }
}

function open(): Promise<Rooms> {
  return insist(() => openRooms(dataDir, undefined, (notice) => tell({ kind: "noticed", notice })));
}

async function findOrMake(rooms: Rooms): Promise<{ meetingId: string; itemId: string; before: string }> {
  const made = (await insist(() => rooms["meetings:list"]({})))[0]?.id;
  const meeting = await insist(() => (made === undefined ? makeMeeting(rooms, "2026-03-10") : rooms["meetings:get"]({ meetingId: made })));
  const { itemId, text } = decisions(meeting)[1] ?? { itemId: "", text: "" };
  tell({ kind: "meeting", meetingId: meeting.id, itemId, title: meeting.title });
  return { meetingId: meeting.id, itemId, before: text };
}

async function addFile(rooms: Rooms, itemId: string): Promise<void> {
  for (let tries = 0; tries < patience; tries += 1) {
    const bytes = attachmentBytes;
    const { refused } = await insist(() => rooms["attachments:add"]({ itemId, files: [{ name: "indstilling.pdf", bytes }] }));
    if (refused.length === 0) return tell({ kind: "attached" });
    for (const error of refused) tell({ kind: "told", of: error.kind });
  }
  throw new Error("the bilag was refused again and again");
}

async function write(): Promise<void> {
  let rooms = await open();
  tell({ kind: "opened", notices: rooms.store.notices });
  const { meetingId, itemId, before } = await findOrMake(rooms);
  let n = 0;
  const queue = new SaveQueue({
    savedAt: "",
    save: async (operationId, changes) => {
      const reply = await rooms["meetings:save-fields"]({ operationId, meetingId, changes });
      tell({ kind: "saved", n });
      return reply;
    },
    collect: () => [],
    onCollected: () => {},
    onState: (state) => state.kind === "failed" && tell({ kind: "told", of: state.error.kind }),
  });
  for (n = 1; n <= Number(saves); n += 1) {
    const numbers = Array.from({ length: n }, (_, index) => index + 1).join(" ");
    queue.add({ entity: "item", id: itemId, field: "decision", value: textOf(`${before}\n${numbers}`) });
    for (let tries = 0; !(await queue.flush()); tries += 1) if (tries === patience) throw new Error("the save failed again and again");
    if (n === 3) await addFile(rooms, itemId);
    if (n !== Math.ceil(Number(saves) / 2)) continue;
    rooms.store.close();
    rooms = await open();
  }
  rooms.store.close();
  tell({ kind: "done", n: Number(saves) });
}

try {
  await write();
  process.exit(0);
} catch (error) {
  const named = error instanceof AppFailure ? error.appError.kind : null;
  tell({ kind: "ended", named, message: String(error instanceof Error ? (error.stack ?? error.message) : error) });
  process.exit(named === null ? 9 : 3);
}
