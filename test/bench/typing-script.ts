import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CDPSession, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { browserArgs, browserPath } from "../support/browser.ts";
import { launchApp } from "../support/launch.ts";
import { type BenchResult, compared, median } from "./measure.ts";
import { type TypedMeeting, typedMeetings, writeTypedMeetings } from "./typing-meetings.ts";

// Only keys that the driver knows by name: those of a Danish keyboard it does not. One a round, and no sentence twice, as in minutes.
/** Typed before anything is measured, so that the engine has compiled what a key runs through. */
const warmUps = [
  "Borgmesteren tog orienteringen til efterretning og bad om en status til sommer. ",
  "Forvaltningen sender et nyt udkast, inden planen behandles i udvalget. ",
  "Der var enighed om at begynde med de to mindste enheder, hvor lokalerne er klar. ",
  "Chefen fortalte om de sidste tal, som er bedre end ventet efter en svag start. ",
];
const rounds = [
  "Ventetiden er kortere end sidste vinter, og klagerne er halveret siden august. ",
  "Aftalen kan bruges andre steder i kommunen, hvis behovet er det samme. ",
  "Lederen af hjemmeplejen peger derimod mod en model med faste hold om aftenen. ",
  "Notatet rettes til, og den endelige udgave sendes til oktober eller senere. ",
  "Udgiften holdes inden for rammen, mens en besparelse gives videre til driften. ",
  "Svarene fra brugerne samles i en kort rapport, der skrives i almindeligt sprog. ",
  "Byens frivillige tilbydes et kursus, hvis der er mindst tolv, som melder sig. ",
  "Kontrakten fornyes ikke, men kan genoptages med et varsel om to uger ad gangen. ",
  "Resten af punktet blev udsat, da klokken var mange og bilagene ikke var med. ",
];

/** Opening a meeting of 60 punkter may take this long. */
const openLimitMs = 1_000;

type Typed = { page: Page; cdp: CDPSession };

/**
 * Milliseconds of script that the page spends on a key, by the browser's own count (layout and paint are not in it), in the built
 * app's window and in a bare tiptap editor with one paragraph, in turns. All that a key sets off counts: saving and the rail too.
 */
export async function benchTypingScript(): Promise<BenchResult[]> {
  const work = mkdtempSync(join(tmpdir(), "referent-bench-"));
  const dataDir = join(work, "data");
  await writeTypedMeetings(dataDir);
  const browser = await chromium.launch({ executablePath: browserPath(), args: browserArgs() });
  const app = await launchApp({ dataDir });
  try {
    const bare = await typed(await barePage(await browser.newPage({ viewport: { width: 1440, height: 900 } }), work));
    const ours = await typed(app.page);
    const results: BenchResult[] = [];
    for (const meeting of typedMeetings) {
      const opened = await openMeeting(app.page, meeting);
      const times = await inTurns(ours, bare);
      results.push(compared(`script pr. tast, ${meeting.name}`, times.key));
      results.push(compared(`script pr. tast, snit med gemning, ${meeting.name}`, times.withSaves));
      if (meeting.items === 60) results.push(compared("åbning af 60 punkter, mod 1 s", { ours: opened, theirs: openLimitMs }));
      await app.page.getByRole("button", { name: "Møder" }).click();
    }
    return [...results, compared("script pr. tast, 100 sider mod 3 sider", await longAndShort(ours))];
  } finally {
    await app.close();
    await browser.close();
    rmSync(work, { recursive: true, force: true });
  }
}

async function typed(page: Page): Promise<Typed> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return { page, cdp };
}

async function barePage(page: Page, work: string): Promise<Page> {
  await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: join(work, "bare"),
      emptyOutDir: true,
      lib: {
        entry: fileURLToPath(new URL("./bare-editor.ts", import.meta.url)),
        formats: ["iife"],
        name: "bare",
        fileName: () => "bare.js",
      },
    },
  });
  await page.setContent("<body></body>");
  await page.addScriptTag({ path: join(work, "bare", "bare.js") });
  await page.locator(".ProseMirror-focused").waitFor();
  return page;
}

/** From the list to a caret in the meeting; gives the milliseconds that it took. */
async function openMeeting(page: Page, { name, items }: TypedMeeting): Promise<number> {
  const entry = page.getByText(name, { exact: true }).first();
  await entry.waitFor();
  const started = performance.now();
  await entry.click();
  await page.locator(".ProseMirror-focused").waitFor();
  const took = performance.now() - started;
  await page
    .locator(".meeting-item")
    .nth(items - 1)
    .waitFor({ state: "attached" });
  return took;
}

type Times = { key: { ours: number; theirs: number }; withSaves: { ours: number; theirs: number } };

/** The median key, and the mean of all of them, in which the saves are that some keys set off. */
async function inTurns(ours: Typed, theirs: Typed): Promise<Times> {
  const keys = { ours: [] as number[], theirs: [] as number[] };
  for (const sentence of warmUps) for (const page of [ours, theirs]) await scriptPerKey(page, sentence);
  for (const sentence of rounds) {
    keys.ours.push(...(await scriptPerKey(ours, sentence)));
    keys.theirs.push(...(await scriptPerKey(theirs, sentence)));
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    key: { ours: median(keys.ours), theirs: median(keys.theirs) },
    withSaves: { ours: mean(keys.ours), theirs: mean(keys.theirs) },
  };
}

/**
 * The median key in the long meeting and in the short one, which are opened in turns: minutes apart the same key in the bare editor is a
 * third dearer at times. The first sentence after each opening is not measured.
 */
async function longAndShort(window: Typed): Promise<{ ours: number; theirs: number }> {
  const keys = new Map<string, number[]>();
  for (const [round, sentence] of rounds.entries())
    for (const name of round % 2 === 0 ? ["3 sider", "100 sider"] : ["100 sider", "3 sider"]) {
      const meeting = typedMeetings.find((each) => each.name === name) as TypedMeeting;
      await openMeeting(window.page, meeting);
      await scriptPerKey(window, warmUps[round % warmUps.length] ?? "");
      keys.set(name, [...(keys.get(name) ?? []), ...(await scriptPerKey(window, sentence))]);
      await window.page.getByRole("button", { name: "Møder" }).click();
    }
  return { ours: median(keys.get("100 sider") ?? []), theirs: median(keys.get("3 sider") ?? []) };
}

async function scriptPerKey({ page, cdp }: Typed, sentence: string): Promise<number[]> {
  const times: number[] = [];
  let before = await scriptMs(cdp);
  for (const key of sentence) {
    await page.keyboard.press(key === " " ? "Space" : key);
    const after = await scriptMs(cdp);
    times.push(after - before);
    before = after;
  }
  return times;
}

async function scriptMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN) * 1_000;
}
