import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../../shared/domain/words.ts";
import { testFolder } from "../../support/store.ts";
import { openSpelling, spellingFiles } from "./spelling.ts";

const moduleOf = (source: string): URL => new URL(`data:text/javascript,${encodeURIComponent(source)}`);

/** The real worker, except that "nedbrud" throws and "hænger" never ends. */
const brittleWorker = moduleOf(`
  import { parentPort } from "node:worker_threads";
  const listen = parentPort.on.bind(parentPort);
  parentPort.on = (name, listener) => listen(name, (job) => {
    if (job.task.words?.includes("nedbrud")) throw new Error("faldt");
    if (job.task.words?.includes("hænger")) for (;;);
    listener(job);
  });
  await import(${JSON.stringify(spellingFiles.workerUrl.href)});
`);

/** Answers at once, except that "hænger" never ends. */
const quickWorker = moduleOf(`
  import { parentPort } from "node:worker_threads";
  parentPort.on("message", ({ id, task }) => {
    if (task.words.includes("hænger")) for (;;);
    parentPort.postMessage({ id, value: [] });
  });
  parentPort.postMessage("ready");
`);

/** Loads for a second and a half; then answers at once. */
const slowWorker = moduleOf(`
  import { parentPort } from "node:worker_threads";
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  parentPort.on("message", ({ id }) => parentPort.postMessage({ id, value: [] }));
  parentPort.postMessage("ready");
`);

describe("the spelling worker", () => {
  it("checks and suggests, many requests at a time, each with its own answer", async () => {
    const spelling = openSpelling();
    const [first, second, suggested] = await Promise.all([
      spelling.check(["herunde", "møde", "igang"], []),
      spelling.check(["møde", "Jenskov"], ["Jenskov"]),
      spelling.suggest("igang", []),
    ]);
    expect(first).toEqual([
      { word: "herunde", kind: "suspicious" },
      { word: "igang", kind: "unknown" },
    ]);
    expect(second).toEqual([]);
    expect(suggested[0]).toBe("i gang");
  });

  it("checks 2,000 words in a moment, and knows them the next time", async () => {
    const spelling = openSpelling();
    await spelling.check(["møde"], []);
    const seeds = ["2023-12-18", "2024-10-08", "2026-03-10"].map((name) =>
      readFileSync(new URL(`../../fixtures/seeds/${name}.txt`, import.meta.url), "utf8"),
    );
    const words = [...new Set(wordsOf(seeds.join("\n")).map(({ word }) => word))].slice(0, 2_000);
    expect(words.length).toBeGreaterThan(1_800);
    const timed = async (): Promise<number> => {
      const before = process.cpuUsage();
      await spelling.check(words, []);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    const cold = await timed();
    const warm = await timed();
    console.info(`spelling: ${words.length} words cold ${Math.round(cold)} ms, again ${Math.round(warm)} ms (processor time)`);
    expect(cold).toBeLessThan(3_000);
    expect(warm).toBeLessThan(200);
  });

  it("survives hostile words and still tells right from wrong", async () => {
    const spelling = openSpelling();
    const hostile = [
      ...["", " ", "a".repeat(10_000), "møde\u0000herunde", "\u0000", "\u202emøde\u202c", "עברית", "😀", "mø😀de", "\ud800", "møde\udfff"],
      ...[
        "%s%n%n",
        "../../etc/passwd",
        "a/b",
        "e\u0301".repeat(40),
        "-".repeat(80),
        "'".repeat(80),
        ".",
        "-",
        "'",
        "ß".repeat(80),
        "__proto__",
      ],
    ];
    const wrong = await spelling.check(hostile, []);
    for (const word of ["a".repeat(10_000), "møde\u0000herunde", "mø😀de", "\ud800", "møde\udfff"]) {
      expect(wrong).toContainEqual({ word, kind: "unknown" });
    }
    for (const word of hostile) await spelling.suggest(word, []);
    expect(await spelling.check(["møde", "herunde", "constructor"], [])).toEqual([
      { word: "herunde", kind: "suspicious" },
      { word: "constructor", kind: "unknown" },
    ]);
  });

  it("is renewed after a crash; what waited is told so", async () => {
    const spelling = openSpelling({ workerUrl: brittleWorker });
    expect(await spelling.check(["herunde"], [])).toHaveLength(1);
    const crashing = spelling.check(["nedbrud"], []);
    const waiting = spelling.suggest("igang", []);
    await expect(crashing).rejects.toMatchObject({ appError: { kind: "spelling-failed" } });
    await expect(waiting).rejects.toMatchObject({ appError: { kind: "spelling-failed" } });
    expect(await spelling.check(["herunde"], [])).toEqual([{ word: "herunde", kind: "suspicious" }]);
  });

  it("is renewed when a request takes too long", async () => {
    const spelling = openSpelling({ workerUrl: quickWorker, limitMs: 5_000 });
    expect(await spelling.check(["møde"], [])).toEqual([]);
    await expect(spelling.check(["hænger"], [])).rejects.toMatchObject({
      appError: { kind: "spelling-failed", detail: "not done after 5000 ms" },
    });
    expect(await spelling.check(["møde"], [])).toEqual([]);
  });

  it("is given the time its dictionaries take to load, and given up when they never do", async () => {
    const slow = openSpelling({ workerUrl: slowWorker, limitMs: 1_000 });
    expect(await slow.check(["møde"], [])).toEqual([]);
    const never = openSpelling({ workerUrl: slowWorker, startMs: 500 });
    await expect(never.check(["møde"], [])).rejects.toMatchObject({
      appError: { kind: "spelling-failed", detail: "not loaded after 500 ms" },
    });
  });

  it("fails as data when the shipped lists are missing, and when it is closed", async () => {
    const lost = openSpelling({ resourcesDir: "/findes/ikke" });
    await expect(lost.check(["møde"], [])).rejects.toMatchObject({ appError: { kind: "spelling-failed" } });
    const spelling = openSpelling();
    const running = expect(spelling.check(["møde"], [])).rejects.toMatchObject({ appError: { kind: "spelling-failed", detail: "closed" } });
    await spelling.close();
    await running;
    await expect(spelling.suggest("møde", [])).rejects.toMatchObject({ appError: { kind: "spelling-failed" } });
  });

  it("does not keep the process alive", async () => {
    const client = new URL("../../../electron/spelling/client.ts", import.meta.url).href;
    const script = join(testFolder(), "once.mjs");
    const { workerUrl, resourcesDir } = spellingFiles;
    writeFileSync(
      script,
      `import { createSpelling } from ${JSON.stringify(client)};
      const spelling = createSpelling({ workerUrl: new URL(${JSON.stringify(workerUrl)}), resourcesDir: ${JSON.stringify(resourcesDir)} });
      console.log(JSON.stringify(await spelling.check(["igang"], [])));`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 15_000 });
    expect(JSON.parse(stdout)).toEqual([{ word: "igang", kind: "unknown" }]);
  });
});
