import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { itemsOf } from "../../shared/domain/meeting.ts";
import { addChosen } from "../support/add-chosen.ts";
import { makePdf } from "../support/make-pdf.ts";
import { openSampleApp } from "../support/sample-app.ts";
import { type BenchResult, compared, median } from "./measure.ts";
import { writeTypedMeetings } from "./typing-meetings.ts";

/** A key that comes meanwhile is answered within this. */
const limitMs = 50;
const rounds = 5;
const bilag = { files: 40, pages: 25 };
const large = { name: "100 siders referat", items: 40, pages: 100 };

/** How long main is held at a time by work that a referent does not wait for, while she writes: the longest of each round, against 50 ms. */
export async function benchTurns(): Promise<BenchResult[]> {
  const work = mkdtempSync(join(tmpdir(), "referent-bench-"));
  try {
    const [added, takenIn] = [await addingBilag(work), await takingIn(work)];
    return [
      compared(`hovedprocessen optaget ad gangen, ${bilag.files} bilag på ${bilag.files * bilag.pages} sider tilføjes`, added),
      compared("hovedprocessen optaget ad gangen, 100 sider hentes fra mappen", takenIn),
    ];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

type Compared = { ours: number; theirs: number };

async function addingBilag(work: string): Promise<Compared> {
  const paths = Array.from({ length: bilag.files }, (_none, index) => join(work, `Bilag ${index + 1}.pdf`));
  for (const [index, path] of paths.entries()) writeFileSync(path, await makePdf(bilag.pages, `Bilag ${index + 1}`));
  return overRounds(async (round) => {
    const app = await openSampleApp(join(work, `bilag-${round}`));
    const meeting = await app.handlers["meetings:get"]({ meetingId: app.meetingId });
    const itemId = itemsOf(meeting)[0]?.id ?? "";
    app.answer.openFiles = paths;
    const longest = await longestHeld(async () => {
      const outcomes = await addChosen((channel, input) => app.handlers[channel](input), itemId);
      if (outcomes.length !== paths.length) throw new Error("not every bilag was added");
    });
    await app.close();
    return longest;
  });
}

async function takingIn(work: string): Promise<Compared> {
  const [from, folder] = [join(work, "from"), join(work, "share")];
  mkdirSync(folder);
  await writeTypedMeetings(from, [large]);
  const sender = await openSampleApp(from);
  const laid = (await sender.handlers["meetings:list"]({})).find(({ title }) => title === large.name);
  await sender.context.publisher.choose(folder);
  await sender.context.publisher.publish(laid?.id ?? "");
  await sender.close();
  return overRounds(async (round) => {
    const app = await openSampleApp(join(work, `taken-${round}`));
    await app.context.publisher.choose(folder);
    const longest = await longestHeld(async () => {
      const { received } = await app.context.publisher.pull();
      if (received.length !== 1) throw new Error("the meeting was not taken in");
    });
    await app.close();
    return longest;
  });
}

async function overRounds(run: (round: number) => Promise<number>): Promise<Compared> {
  const longest: number[] = [];
  for (let round = 0; round < rounds; round += 1) longest.push(await run(round));
  return { ours: median(longest), theirs: limitMs };
}

/** Milliseconds between two turns of this thread at the most, while something runs. */
async function longestHeld(run: () => Promise<void>): Promise<number> {
  let longest = 0;
  let running = true;
  let last = performance.now();
  const turn = (): void => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  await run();
  turn();
  running = false;
  return longest;
}
