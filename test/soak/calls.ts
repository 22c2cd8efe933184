import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readBlob } from "../../electron/attachments/blobs.ts";
import type { ChildLine } from "./calls-lines.ts";
import type { SoakOptions, SoakResult } from "./result.ts";
import { decisions, isReported, openRooms, type Rooms } from "./rooms.ts";
import { scratchFolder } from "./scratch.ts";
import { type ShimFault, shimEnv } from "./shim.ts";

const child = fileURLToPath(new URL("./calls-child.ts", import.meta.url));
const saves = 8;

export type CallsFault = "kill" | "EIO" | "ENOSPC";

/** Runs the child with a fault in it, or without. Gives its lines; the last one may be cut short by a kill. */
function runChild(dataDir: string, fault: ShimFault | null): Promise<{ lines: ChildLine[]; code: number | null; err: string }> {
  const env = { ...process.env, ...(fault === null ? {} : shimEnv(fault)) };
  return new Promise((resolve) => {
    const started = execFile(process.execPath, [child, dataDir, String(saves)], { env, timeout: 60_000 }, (_error, out, err) => {
      const lines = out.split("\n").filter((line) => line.endsWith("}"));
      resolve({ lines: lines.map((line) => JSON.parse(line) as ChildLine), code: started.exitCode, err });
    });
  });
}

type Promised = { meetingId: string | null; itemId: string; title: string; n: number; attached: boolean };

function promisesOf(lines: readonly ChildLine[]): Promised {
  const promised: Promised = { meetingId: null, itemId: "", title: "", n: 0, attached: false };
  for (const line of lines) {
    if (line.kind === "meeting") Object.assign(promised, { meetingId: line.meetingId, itemId: line.itemId, title: line.title });
    if (line.kind === "saved") promised.n = Math.max(promised.n, line.n);
    if (line.kind === "attached") promised.attached = true;
  }
  return promised;
}

/** What of the promises is not there. */
async function missing(rooms: Rooms, { meetingId, itemId, n, attached }: Promised): Promise<string[]> {
  if (meetingId === null) return [];
  const list = await rooms["meetings:list"]({});
  if (!list.some(({ id }) => id === meetingId)) return ["the meeting"];
  const meeting = await rooms["meetings:get"]({ meetingId });
  const text = decisions(meeting).find((item) => item.itemId === itemId)?.text ?? "";
  const numbers = text.split("\n").at(-1)?.split(" ").map(Number) ?? [];
  const gone = (numbers.at(-1) ?? 0) < n ? [`saves after ${numbers.at(-1)}, ${n} were acknowledged`] : [];
  if (!attached) return gone;
  const file = meeting.categories.flatMap(({ items }) => items).find(({ id }) => id === itemId)?.attachments[0];
  if (file === undefined) return [...gone, "the bilag"];
  try {
    readBlob(rooms.store.dataDir, file.sha256);
    return gone;
  } catch {
    return [...gone, "the content of the bilag"];
  }
}

/** How often the app would have said that it cannot start. */
function refusals(lines: readonly ChildLine[]): number {
  const opened = lines.findIndex(({ kind }) => kind === "opened");
  return lines.slice(0, opened < 0 ? lines.length : opened).filter(({ kind }) => kind === "told").length;
}

type Outcome = { opened: boolean; lost: string[]; reported: boolean; crashed: string; startMs: number; notices: number };

async function comeBack(dataDir: string, lines: readonly ChildLine[]): Promise<Outcome> {
  const promised = promisesOf(lines);
  const ended = lines.find((line) => line.kind === "ended");
  const crashed = ended !== undefined && ended.named === null ? ended.message : "";
  const started = performance.now();
  try {
    const rooms = openRooms(dataDir);
    const startMs = performance.now() - started;
    const lost = await missing(rooms, promised);
    const { notices } = rooms.store;
    rooms.store.close();
    return { opened: true, lost, reported: isReported(notices, promised.title), crashed, startMs, notices: notices.length };
  } catch (error) {
    return { opened: false, lost: [], reported: false, crashed: crashed || String(error), startMs: 0, notices: 0 };
  }
}

/** A folder in use, killed with a log, to begin from. */
async function usedFolder(work: string): Promise<string> {
  const dataDir = join(work, "used");
  await runChild(dataDir, null);
  const { lines } = await runChild(dataDir, { dir: dataDir, from: 150, what: { kind: "kill" } });
  if (promisesOf(lines).n === 0) throw new Error("the folder to begin from was not written");
  return dataDir;
}

export type CallsOptions = SoakOptions & { fault: CallsFault; step?: number };

const casesTold = 20;

/** A fault at each of the first `runs` calls (every `step`-th of them), in a new folder and in one that was killed while in use. */
export async function soakCalls({ runs, seed, fault, step = 1, onRun }: CallsOptions): Promise<SoakResult> {
  const work = scratchFolder("calls");
  const counts = {
    runs: 0,
    lost: 0,
    unreported: 0,
    failedToOpen: 0,
    crashed: 0,
    struck: 0,
    toldAndDone: 0,
    refusedStarts: 0,
    falseAlarms: 0,
    maxStartMs: 0,
  };
  const cases = new Map<string, string>();
  try {
    const used = await usedFolder(work);
    for (const begin of ["new", "used"]) {
      for (let from = 1; from <= runs; from += step) {
        const dataDir = join(work, "run");
        const seen = join(work, "seen");
        rmSync(dataDir, { recursive: true, force: true });
        rmSync(seen, { force: true });
        mkdirSync(dataDir);
        if (begin === "used") cpSync(used, dataDir, { recursive: true });
        const what = fault === "kill" ? ({ kind: "kill" } as const) : ({ kind: "fail", code: fault } as const);
        const ran = await runChild(dataDir, { dir: dataDir, from, span: fault === "ENOSPC" ? 3 : 1, reads: fault !== "kill", what, seen });
        const outcome = await comeBack(dataDir, ran.lines);
        const struck = readSeen(seen);
        counts.runs += 1;
        if (struck !== "") counts.struck += 1;
        if (ran.lines.some(({ kind }) => kind === "done")) counts.toldAndDone += 1;
        counts.refusedStarts += refusals(ran.lines);
        if (!outcome.opened) counts.failedToOpen += 1;
        if (outcome.crashed !== "") counts.crashed += 1;
        if (outcome.lost.length > 0) counts.lost += 1;
        if (outcome.lost.length > 0 && !outcome.reported) counts.unreported += 1;
        if (outcome.lost.length === 0 && outcome.notices > 0) counts.falseAlarms += 1;
        counts.maxStartMs = Math.max(counts.maxStartMs, Math.round(outcome.startMs));
        if (cases.size < casesTold && (!outcome.opened || outcome.crashed !== "" || outcome.lost.length > 0))
          cases.set(`${begin} ${struck}`, [...outcome.lost, outcome.crashed.slice(0, 400), ran.err.slice(-200)].filter(Boolean).join("; "));
        onRun?.(counts.runs);
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { soak: fault === "kill" ? "calls" : fault.toLowerCase(), seed, ...counts, ...Object.fromEntries(cases) };
}

function readSeen(path: string): string {
  try {
    return readFileSync(path, "utf8").trim().split("\n")[0] ?? "";
  } catch {
    return "";
  }
}
