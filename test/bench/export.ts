import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MeetingView } from "../../shared/domain/meeting.ts";
import { openSampleApp } from "../support/sample-app.ts";
import type { Job } from "./engines/engine.ts";
import { findLibreOffice } from "./engines/libreoffice.ts";
import { bilagOf, edited, longMeeting } from "./export-meetings.ts";
import { type BenchResult, compared, median } from "./measure.ts";
import { treeMemory } from "./tree-memory.ts";

type Measured = { name: string; first: number[]; warm: number[]; peakBytes: number };
type Running = { child: ChildProcess; print(job: Job): Promise<number>; peak(): number; end(): void };

const sizes = [
  { name: "10 sider", punkter: 34, bilagPages: 0, firstRounds: 3, warmRounds: 15, goal: " (mål 0,25)" },
  { name: "40 sider", punkter: 150, bilagPages: 0, firstRounds: 3, warmRounds: 9, goal: " (mål 0,33)" },
  { name: "10 sider og 200 sider bilag", punkter: 34, bilagPages: 200, firstRounds: 1, warmRounds: 5, goal: "" },
];
/** Engines that run in a virtual machine are still being compiled in their first rounds. */
const unmeasuredRounds = 8;
const ours = { ours: "sætning", "ours-whole": "hele eksporten, læst igen" } as const;
const peers = { chromium: "Chromium", pdfmake: "pdfmake", ...(findLibreOffice() === null ? {} : { libreoffice: "LibreOffice" }) };

/**
 * The referat set by us, alone and as the whole export, beside other makers of PDFs with the same content: first, from an engine not yet
 * started, warm after an edit, and the most memory the engine's processes held (Node among them, for each).
 */
export async function benchExport(): Promise<BenchResult[]> {
  const sample = await sampleMeeting();
  const results: BenchResult[] = [];
  for (const size of sizes) {
    const { folder, paths } = bilagOf(size.bilagPages);
    const measured = await measureAll({ meeting: longMeeting(sample, size.punkter), bilag: paths }, size);
    results.push(...Object.entries(ours).flatMap(([key, name]) => against(measured, key, `${size.name}, ${name}`, size.goal)));
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}

/** Each engine in turn, A B C A B C …, so that a drift of the machine's speed strikes all alike. */
async function measureAll(job: Job, { firstRounds, warmRounds }: (typeof sizes)[number]): Promise<Measured[]> {
  const all = [...Object.keys(ours), ...Object.keys(peers)].map((name): Measured => ({ name, first: [], warm: [], peakBytes: 0 }));
  for (let round = 1; round <= firstRounds; round += 1)
    for (const each of all) {
      const engine = startEngine(each.name);
      each.first.push(await engine.print(job));
      engine.end();
    }
  const engines = all.map((each) => ({ each, engine: startEngine(each.name) }));
  for (let round = 1 - unmeasuredRounds; round <= warmRounds; round += 1)
    for (const { each, engine } of engines) {
      const ms = await engine.print({ ...job, meeting: edited(job.meeting, round) });
      if (round > 0) each.warm.push(ms);
    }
  for (const { each, engine } of engines) {
    each.peakBytes = engine.peak();
    engine.end();
  }
  return all;
}

/** The engine in a process of its own; `peak` is the most memory it and its processes held at any look. */
function startEngine(name: string): Running {
  const child = fork(fileURLToPath(new URL("engine-process.ts", import.meta.url)), [name], { serialization: "advanced" });
  let peakBytes = 0;
  return {
    child,
    peak: () => peakBytes,
    end: () => child.disconnect(),
    print: (job) =>
      new Promise((resolve, reject) => {
        const looks = setInterval(() => {
          peakBytes = Math.max(peakBytes, treeMemory(child.pid ?? 0) ?? 0);
        }, 100);
        const failed = (): void => reject(new Error(`${name} ended`));
        child.once("exit", failed);
        child.once("message", ({ ms, bytes }: { ms: number; bytes: number }) => {
          clearInterval(looks);
          child.off("exit", failed);
          if (bytes > 0) resolve(ms);
          else reject(new Error(`${name} gave no file`));
        });
        child.send(job);
      }),
  };
}

function against(all: readonly Measured[], key: string, what: string, goal: string): BenchResult[] {
  const mine = all.find(({ name }) => name === key) as Measured;
  return Object.entries(peers).flatMap(([peer, shown]) => {
    const their = all.find(({ name }) => name === peer) as Measured;
    const megabytes = (of: Measured): number => of.peakBytes / 2 ** 20;
    return [
      compared(`${what}, første gang / ${shown}`, { ours: median(mine.first), theirs: median(their.first) }),
      compared(`${what}, varmt efter en rettelse / ${shown}${goal}`, { ours: median(mine.warm), theirs: median(their.warm) }),
      ...(mine.peakBytes === 0
        ? []
        : [compared(`${what}, mest hukommelse / ${shown}`, { ours: megabytes(mine), theirs: megabytes(their) }, "MB")]),
    ];
  });
}

async function sampleMeeting(): Promise<MeetingView> {
  const work = mkdtempSync(join(tmpdir(), "referent-bench-"));
  const app = await openSampleApp(join(work, "data"));
  const meeting = await app.handlers["meetings:get"]({ meetingId: app.meetingId });
  await app.close();
  rmSync(work, { recursive: true, force: true });
  return meeting;
}
