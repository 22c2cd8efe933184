import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Clock } from "../../../electron/context.ts";
import { holdMeeting, takeBackHold } from "../../../electron/meetings/hold.ts";
import type { NewMeeting } from "../../../electron/meetings/new-meeting.ts";
import { createMeeting, getMeeting } from "../../../electron/meetings/repository.ts";
import { setLaysShort } from "../../../electron/meetings/states.ts";
import { openStore } from "../../../electron/store/open.ts";
import { setField } from "../../../electron/store/registers.ts";
import type { Store } from "../../../electron/store/store.ts";
import { createPublisher } from "../../../electron/sync/engine.ts";
import type { FolderFs } from "../../../electron/sync/folder.ts";
import type { Publisher } from "../../../electron/sync/publisher.ts";
import type { Timing } from "../../../electron/sync/retry.ts";
import type { AttachmentView } from "../../../shared/domain/meeting.ts";
import { referatFileName } from "../../../shared/domain/meeting-name.ts";
import type { FolderState } from "../../../shared/domain/sync-state.ts";
import { putBlob } from "../../support/put-blob.ts";

// Hundreds of publications wait for the disk at every sync; a file system in memory takes the same calls without the wait.
const memoryDir = "/dev/shm";
const roomNeeded = 2 * 1024 ** 3;
const quickDir = existsSync(memoryDir) && hasRoom(memoryDir) ? memoryDir : tmpdir();

function hasRoom(path: string): boolean {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize > roomNeeded;
}

/** A folder that is gone when the test has ended. */
export function tempDir(name: string): string {
  const path = mkdtempSync(join(quickDir, `referent-${name}-`));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Time that passes at once: each pause only moves `nowMs`. What runs in the background every so many ms runs when a test calls `tick`. */
type SwiftTiming = Timing & { nowMs: number; pauses: number[]; tick(everyMs?: number): void };

function swiftTiming(): SwiftTiming {
  const runs = new Map<() => void, number>();
  const timing: SwiftTiming = {
    nowMs: 0,
    pauses: [],
    callLimitMs: 15_000,
    closeGraceMs: 50,
    delay: async (ms) => {
      timing.nowMs += ms;
      timing.pauses.push(ms);
    },
    every(_firstMs, ms, run) {
      runs.set(run, ms);
      return () => runs.delete(run);
    },
    tick: (everyMs = 30_000) => {
      for (const [run, ms] of runs) if (ms === everyMs) run();
    },
  };
  return timing;
}

/** Half past one on 10 March 2026, until a test moves it. */
function stillClock(): Clock & { nowMs: number } {
  const clock = { nowMs: Date.parse("2026-03-10T12:30:00Z"), now: () => new Date(clock.nowMs) };
  return clock;
}

export type Office = {
  store: Store;
  meetingId: string;
  events: FolderState[];
  /** The meetings that the window was told of, by each time it was. */
  received: string[][];
  clock: Clock & { nowMs: number };
  timing: SwiftTiming;
  publisher: Publisher;
  /** A new publisher over the same store, as after a restart; the one before is left as a killed process leaves it. */
  restart(fs?: FolderFs): Publisher;
  /** The bytes that the meeting's referat has now. */
  pdf(meetingId?: string): Uint8Array;
  write(title: string): void;
};

type OfficeOptions = {
  fs?: FolderFs;
  title?: string;
  attachments?: Uint8Array[];
  mediaType?: AttachmentView["mediaType"];
  pdfPadding?: number;
  laysShort?: boolean;
};

/** One installation with a real store that holds one meeting of 10 March 2026. */
export function openOffice(options: OfficeOptions = {}): Office {
  const dataDir = tempDir("data");
  const clock = stillClock();
  const store = openStore({ dataDir, clock });
  const timing = swiftTiming();
  const events: FolderState[] = [];
  const received: string[][] = [];
  const publishers: Publisher[] = [];
  const meetingId = store.write((db, edit) => createMeeting(db, edit, newMeeting(dataDir, options)));
  if (options.laysShort) store.write((db, edit) => setLaysShort(db, edit, meetingId, true));
  const pdf = (id = meetingId) => referatBytes(store, id, options.pdfPadding ?? 0);
  const restart = (fs = options.fs): Publisher => {
    const publisher = createPublisher({
      store,
      clock,
      timing,
      ...(fs === undefined ? {} : { folderFs: fs }),
      emit: (event, payload) => {
        if (event === "folder:changed") events.push(payload as FolderState);
        if (event === "meetings:received") received.push((payload as { meetingIds: string[] }).meetingIds);
      },
      holdMeeting: (id) => {
        const before = store.write((db, edit) => holdMeeting(db, edit, id));
        return () => store.write((db, edit) => takeBackHold(db, edit, id, before));
      },
      makeReferat: async (id, form, watch) => {
        watch.step({ stage: "pages", done: 0, total: 1 });
        const bytes = form === "short" ? shortOf(pdf(id)) : pdf(id);
        return { fileName: referatFileName(store.read((db) => getMeeting(db, id))), pdf: bytes };
      },
    });
    publishers.push(publisher);
    office.publisher = publisher;
    return publisher;
  };
  const write = (title: string) => store.write((db, edit) => setField(db, edit, "item", firstItem(store, meetingId), "title", title));
  const office: Office = {
    store,
    meetingId,
    events,
    received,
    clock,
    timing,
    pdf,
    restart,
    write,
    publisher: undefined as unknown as Publisher,
  };
  restart();
  onTestFinished(async () => {
    for (const publisher of publishers) await publisher.close();
    store.close();
  });
  return office;
}

/** The short referat beside the one with these bytes. */
export function shortOf(pdf: Uint8Array): Uint8Array {
  return Buffer.concat([pdf, Buffer.from("% kort\n%%EOF\n")]);
}

function firstItem(store: Store, meetingId: string): string {
  const item = store.read((db) => getMeeting(db, meetingId)).categories[0]?.items[0];
  if (item === undefined) throw new Error("the meeting has no item");
  return item.id;
}

function referatBytes(store: Store, meetingId: string, padding: number): Uint8Array {
  const { savedAt: _, received: _received, ...meeting } = store.read((db) => getMeeting(db, meetingId));
  return Buffer.from(`%PDF-1.7\n${JSON.stringify(meeting)}\n${"x".repeat(padding)}%%EOF\n`);
}

export function newMeeting(dataDir: string, options: Pick<OfficeOptions, "title" | "attachments" | "mediaType"> = {}): NewMeeting {
  const none = { type: "doc" as const, content: [] };
  const attachments = (options.attachments ?? [Buffer.from("%PDF-1.4 bilag 1"), Buffer.from("%PDF-1.4 bilag 2")]).map((bytes, index) => ({
    title: `Bilag ${index + 1}`,
    fileName: `bilag-${index + 1}.pdf`,
    mediaType: options.mediaType ?? ("application/pdf" as const),
    ...putBlob(dataDir, bytes),
  }));
  return {
    seriesTitle: "Rådmandsmøder 2026-2029",
    title: options.title ?? "Rådmandsmøde d. 10. marts",
    date: "2026-03-10",
    start: "11:00",
    end: "13:00",
    place: "vær. 436",
    minuteTaker: "Martin",
    information: [],
    state: "running",
    categories: [
      {
        name: "Til godkendelse",
        items: [
          {
            number: null,
            title: "Handicapbarometer",
            minutes: 10,
            closed: false,
            agendaText: none,
            recommendations: ["rådmanden tager orienteringen til efterretning"],
            decision: none,
            publicDecision: none,
            attachments,
          },
        ],
      },
    ],
  };
}

/** Every file below a folder, by its path with "/" between, and the hash of its content. */
export function treeOf(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const named = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(named.sort().map((path) => [path.slice(root.length + 1).replaceAll("\\", "/"), hashOf(readFileSync(path))]));
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export type ReadSnapshot = { sha256: string; content: Record<string, unknown> };

/** A snapshot as a reader takes it: null unless line 1 holds the length and hash of line 2. */
export function readSnapshot(bytes: Uint8Array): ReadSnapshot | null {
  const [head = "", line = "", rest] = Buffer.from(bytes).toString("utf8").split("\n");
  try {
    const { sha256, bytes: length } = JSON.parse(head) as { sha256: string; bytes: number };
    if (rest !== "" || Buffer.byteLength(line) !== length || hashOf(line) !== sha256) return null;
    return { sha256, content: JSON.parse(line) as Record<string, unknown> };
  } catch {
    return null;
  }
}

/** The files under final names that are not whole: torn blobs, snapshots that no reader takes, PDFs without an end. */
export function brokenFiles(root: string, foreign: Record<string, string> = {}): string[] {
  return Object.entries(treeOf(root))
    .filter(([path, hash]) => !(path in foreign) && !basename(path).startsWith(".tmp-") && !isWhole(join(root, path), path, hash))
    .map(([path]) => path);
}

function isWhole(full: string, path: string, hash: string): boolean {
  if (path.endsWith(".bin")) return basename(path).startsWith(hash);
  if (path.includes("/m/")) return readSnapshot(readFileSync(full)) !== null;
  if (path.endsWith(".pdf")) return readFileSync(full, "latin1").endsWith("%%EOF\n");
  if (path.endsWith(".json")) return readFileSync(full, "latin1").endsWith("}\n");
  return true;
}

export function putFile(root: string, path: string, content: string): void {
  const full = join(root, path);
  mkdirSync(join(full, ".."), { recursive: true });
  writeFileSync(full, content, { flag: "wx" });
}
