import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { createAttachmentHandlers } from "../../electron/attachments/handlers.ts";
import { createProber } from "../../electron/attachments/prober.ts";
import type { AppContext, Clock } from "../../electron/context.ts";
import { createMeetingHandlers } from "../../electron/meetings/handlers.ts";
import { openStore } from "../../electron/store/open.ts";
import type { Store } from "../../electron/store/store.ts";
import type { MeetingView } from "../../shared/domain/meeting.ts";
import { plainText, type RichText } from "../../shared/domain/rich-text.ts";
import type { Notice } from "../../shared/ipc/contract.ts";

/** The real handlers of meetings over a real store; the window that asks them is left out. */
export type Rooms = ReturnType<typeof roomsOf>;

const resourcesDir = fileURLToPath(new URL("../../resources", import.meta.url));

export const wallClock: Clock = { now: () => new Date() };

export function roomsOf(store: Store, clock: Clock = wallClock) {
  const prober = createProber({ workerUrl: new URL("../../electron/referat/typeset-worker.ts", import.meta.url) });
  const context = { store, clock, resourcesDir, prober } as unknown as AppContext;
  return { store, ...createMeetingHandlers(context), ...createAttachmentHandlers(context) };
}

export function openRooms(dataDir: string, clock: Clock = wallClock, notify: (notice: Notice) => void = () => {}): Rooms {
  return roomsOf(openStore({ dataDir, clock, notify }), clock);
}

export function textOf(lines: string): RichText {
  return {
    type: "doc",
    content: lines.split("\n").map((text) => ({ type: "paragraph", ...(text === "" ? {} : { content: [{ type: "text", text }] }) })),
  };
}

/** The proposed meeting of a day, made. */
export async function makeMeeting(rooms: Rooms, date: string): Promise<MeetingView> {
  return rooms["meetings:create"](await rooms["meetings:propose"]({ date }));
}

export async function saveDecision(rooms: Rooms, meetingId: string, itemId: string, text: string): Promise<void> {
  const changes = [{ entity: "item" as const, id: itemId, field: "decision" as const, value: textOf(text) }];
  await rooms["meetings:save-fields"]({ operationId: randomUUID(), meetingId, changes });
}

export function decisions(meeting: MeetingView): { itemId: string; text: string }[] {
  return meeting.categories.flatMap(({ items }) => items).map(({ id, decision }) => ({ itemId: id, text: plainText(decision) }));
}

/** True when the notices name this meeting as one whose acknowledged writes are gone. */
export function isReported(notices: readonly Notice[], title: string): boolean {
  return notices.some((notice) => notice.kind === "store-shortfall" && notice.meetingTitles.includes(title));
}

/** A bilag of this soak. */
export const attachmentBytes = new Uint8Array(Buffer.from(`%PDF-1.4\n${"bilag ".repeat(2_000)}\n%%EOF\n`));
