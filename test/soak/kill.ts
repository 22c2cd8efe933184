import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LaunchedApp } from "../support/launch.ts";
import { readKilled } from "./killed.ts";
import { openWindow } from "./open-window.ts";
import { pick, type Random, type SoakOptions, type SoakResult, seeded } from "./result.ts";
import { decisions, makeMeeting, openRooms } from "./rooms.ts";
import { type Seen, shownDecisions, watch } from "./watched-window.ts";

const words = "udvalget rådmanden orienterer borgerne økonomien hæfter følger fremlægger temaet kvarteret Ældre og Omsorg".split(" ");
const youngerMs = 400;

/** Types on, here and there, until the window is gone. `expected` is kept ahead of what is typed. */
async function type({ page }: LaunchedApp, expected: string[], random: Random, isKilled: () => boolean): Promise<void> {
  let item = -1;
  const press = async (key: string): Promise<void> => {
    // Letters that no US key has are typed as text.
    if (!isKilled()) await (key.length === 1 ? page.keyboard.type(key) : page.keyboard.press(key));
    if (!isKilled() && random(4) === 0) await page.waitForTimeout(random(120));
  };
  while (!isKilled()) {
    if (item < 0 || random(8) === 0) {
      item = random(expected.length);
      await press(`Control+${item + 1}`);
    }
    for (const letter of ` ${pick(random, words)}`) {
      expected[item] += letter;
      await press(letter);
    }
    if (random(25) !== 0) continue;
    expected[item] += "\n";
    await press("Enter");
  }
}

const most = (notes: Seen["saved"], index: number): number => Math.max(0, ...notes.map(({ lengths }) => lengths[index] ?? 0));

/** Characters that had to be there and are not: of those shown as saved, and of those older than 400 ms. */
function findLost(seen: Seen, killedAt: number, expected: string[], texts: string[]): { shown: number; older: number; garbled: number } {
  const lost = { shown: 0, older: 0, garbled: 0 };
  const old = seen.typed.filter(({ at }) => at <= killedAt - youngerMs);
  for (const [index, whole] of expected.entries()) {
    const stored = texts[index] ?? "";
    if (!whole.startsWith(stored)) lost.garbled += 1;
    const missing = (length: number): number => Math.max(0, whole.slice(0, length).trimEnd().length - stored.length);
    lost.shown += missing(most(seen.saved, index));
    lost.older += missing(most(old, index));
  }
  return lost;
}

type Tally = {
  runs: number;
  lost: number;
  olderLost: number;
  garbled: number;
  unreported: number;
  failedToOpen: number;
  falseAlarms: number;
  typed: number;
  unsavedAtKill: number;
  maxStoreOpenMs: number;
};

type Run = { dataDir: string; copy: string; random: Random; tally: Tally; texts: string[] };

async function writeAndKill(
  app: LaunchedApp,
  { random, tally, texts }: Run,
): Promise<{ expected: string[]; seen: Seen; killedAt: number }> {
  const shown = await shownDecisions(app.page);
  if (JSON.stringify(shown) !== JSON.stringify(texts)) tally.garbled += 1;
  const seen = await watch(app.page);
  const expected = [...shown];
  let killedAt = 0;
  const typing = type(app, expected, random, () => killedAt > 0).catch((error: unknown) => {
    if (killedAt === 0) throw error;
  });
  await Promise.race([typing, new Promise((resolve) => setTimeout(resolve, 150 + random(2_500)))]);
  killedAt = Date.now();
  await app.kill();
  await typing;
  return { expected, seen, killedAt };
}

async function killOnce(run: Run): Promise<{ texts: string[]; ms: number }> {
  const { dataDir, copy, tally } = run;
  const { app, ms } = await openWindow(dataDir);
  const { expected, seen, killedAt } = await writeAndKill(app, run).catch(async (error: unknown) => {
    await app.kill();
    throw error;
  });
  const found = await readKilled(dataDir, copy);
  const { shown: lost, older, garbled } = findLost(seen, killedAt, expected, found.texts);
  const last = seen.typed.at(-1)?.lengths ?? [];
  tally.lost += lost;
  tally.olderLost += older;
  tally.garbled += garbled;
  if (lost + older > 0 && found.notices === 0) tally.unreported += 1;
  if (lost + older === 0 && found.notices > 0) tally.falseAlarms += 1;
  tally.maxStoreOpenMs = Math.max(tally.maxStoreOpenMs, Math.round(found.openMs));
  tally.typed += seen.typed.length;
  tally.unsavedAtKill += last.reduce((sum, length, index) => sum + Math.max(0, length - (found.texts[index]?.length ?? 0)), 0);
  return { texts: found.texts, ms };
}

const middle = (values: number[]): number => Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);

async function normalStarts(dataDir: string, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const { app, ms } = await openWindow(dataDir);
    times.push(ms);
    await app.close();
  }
  return times;
}

/** Types into the real window and kills main and browser at a random moment, again and again in one data folder. */
export async function soakKill({ runs, seed, onRun, normal = 5 }: SoakOptions & { normal?: number }): Promise<SoakResult> {
  const work = mkdtempSync(join(tmpdir(), "referent-soak-kill-"));
  const dataDir = join(work, "data");
  const random = seeded(seed);
  const tally: Tally = {
    ...{
      runs: 0,
      lost: 0,
      olderLost: 0,
      garbled: 0,
      unreported: 0,
      failedToOpen: 0,
      falseAlarms: 0,
      typed: 0,
      unsavedAtKill: 0,
      maxStoreOpenMs: 0,
    },
  };
  const starts: number[] = [];
  try {
    const rooms = openRooms(dataDir);
    let texts = decisions(await makeMeeting(rooms, "2026-03-10")).map(({ text }) => text);
    rooms.store.close();
    const before = await normalStarts(dataDir, normal);
    for (; tally.runs < runs; tally.runs += 1) {
      try {
        const ended = await killOnce({ dataDir, copy: join(work, "copy"), random, tally, texts });
        texts = ended.texts;
        if (tally.runs > 0) starts.push(ended.ms);
      } catch (error) {
        tally.failedToOpen += 1;
        process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
        texts = (await readKilled(dataDir, join(work, "copy"))).texts;
      }
      onRun?.(tally.runs + 1);
    }
    const after = await normalStarts(dataDir, normal);
    const medianNormalMs = middle([...before, ...after]);
    const slowStarts = starts.filter((ms) => ms > medianNormalMs + 2_000).length;
    return {
      ...{ soak: "kill", seed, ...tally, medianNormalMs, medianRestartMs: middle(starts) },
      ...{ maxRestartMs: Math.round(Math.max(0, ...starts)), slowStarts },
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
