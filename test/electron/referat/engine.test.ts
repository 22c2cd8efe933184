import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { createTypesetter } from "../../../electron/referat/engine.ts";
import type { Typesetter } from "../../../electron/referat/typesetter.ts";
import { category, item, meeting, rich } from "./meetings.ts";
import { compose, engineFiles, openTypesetter } from "./typesetter.ts";

const run = promisify(execFile);
const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

function engine(limits: Parameters<typeof openTypesetter>[0] = {}): Typesetter {
  const typesetter = openTypesetter(limits);
  open.push(typesetter);
  return typesetter;
}

function small(words: string) {
  return compose(meeting({ id: "m", categories: [category("", item(1, "Dagsorden", { decision: rich(words) }))] }));
}
const big = compose(meeting({ categories: [category("", item(1, "Stor", { decision: rich("Rådmanden bemærkede. ".repeat(10_000)) }))] }));

/** A module of the test's own making: a worker in place of the real one, or a program. */
function moduleOf(source: string): URL {
  const folder = mkdtempSync(join(tmpdir(), "modul-"));
  open.push({ close: () => rmSync(folder, { recursive: true, force: true }) });
  writeFileSync(join(folder, "modul.mjs"), source);
  return pathToFileURL(join(folder, "modul.mjs"));
}

const port = 'import { parentPort } from "node:worker_threads";\n';
const ready = 'parentPort.postMessage({ kind: "ready", memoryBytes: 0 });\n';

describe("the typesetting engine", { timeout: 60_000 }, () => {
  it("gives the same bytes for the same document, whatever was set before, and in another process", async () => {
    const first = await engine().typeset(small("Godkendt."));
    const second = engine();
    await second.typeset(big);
    await second.typeset(small("Noget andet 👍."));
    expect(Buffer.compare(first.pdf, (await second.typeset(small("Godkendt."))).pdf)).toBe(0);
    // It is never closed: a process that waits for nothing more must end by itself.
    const script = moduleOf(`
      import { createTypesetter } from ${JSON.stringify(new URL("../../../electron/referat/engine.ts", import.meta.url))};
      const typesetter = createTypesetter({ workerUrl: new URL(${JSON.stringify(engineFiles.workerUrl)}), resourcesDir: ${JSON.stringify(engineFiles.resourcesDir)} });
      const { pdf } = await typesetter.typeset(${JSON.stringify(small("Godkendt."))});
      process.stdout.write(Buffer.from(pdf).toString("base64"));`);
    const { stdout } = await run(process.execPath, [fileURLToPath(script)], {
      maxBuffer: 10_000_000,
      env: { ...process.env, TZ: "Asia/Tokyo" },
    });
    expect(Buffer.from(stdout, "base64").equals(Buffer.from(first.pdf))).toBe(true);
  });

  it("sets what is asked for at once one after the other", async () => {
    const typesetter = engine();
    const all = await Promise.all([typesetter.typeset(small("A")), typesetter.typeset(big), typesetter.typeset(small("A"))]);
    expect(all.map(({ pages }) => pages > 10)).toEqual([false, true, false]);
    expect(Buffer.compare(all[0].pdf, all[2].pdf)).toBe(0);
  });

  it("ends a document that takes too long, and sets the next", async () => {
    const workerUrl = moduleOf(`${port}parentPort.on("message", ({ json }) => {
        while (json.includes("uendelig")) {}
        parentPort.postMessage({ kind: "set", pdf: new Uint8Array([1]), pages: 1, memoryBytes: 0 });
      });\n${ready}`);
    const typesetter = engine({ workerUrl, limitMs: 1_000 });
    await expect(typesetter.typeset(small("uendelig"))).rejects.toMatchObject({
      appError: { kind: "typeset-failed", detail: "not done after 1000 ms" },
    });
    expect((await typesetter.typeset(small("Godkendt."))).pages).toBe(1);
  });

  it("ends the real engine in the middle of its work", async () => {
    const typesetter = engine({ limitMs: 5 });
    const started = performance.now();
    await expect(typesetter.typeset(big)).rejects.toMatchObject({ appError: { kind: "typeset-failed", detail: "not done after 5 ms" } });
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it("sets the next document after a worker that died on one", async () => {
    const workerUrl = moduleOf(`${port}import { writeFileSync, existsSync } from "node:fs";
      const mark = new URL("mark", import.meta.url);
      parentPort.on("message", () => {
        if (!existsSync(mark)) { writeFileSync(mark, ""); process.exit(1); }
        parentPort.postMessage({ kind: "set", pdf: new Uint8Array([1]), pages: 1, memoryBytes: 0 });
      });\n${ready}`);
    const typesetter = engine({ workerUrl });
    await expect(typesetter.typeset(small("A"))).rejects.toMatchObject({ appError: { kind: "typeset-failed" } });
    expect((await typesetter.typeset(small("A"))).pages).toBe(1);
  });

  /** Grows by 1,000 bytes a document, and gives its thread as the number of pages. */
  const growing = (): URL =>
    moduleOf(`${port}import { appendFileSync } from "node:fs";
      import { threadId } from "node:worker_threads";
      let bytes = 0;
      parentPort.on("message", () => {
        bytes += 1000;
        parentPort.postMessage({ kind: "set", pdf: new Uint8Array([1]), pages: threadId, memoryBytes: bytes });
      });\n${ready}`);

  it("renews a worker that has grown, warming the next one first", async () => {
    const workerUrl = growing();
    const typesetter = engine({ workerUrl, renewAfterBytes: 2_500 });
    const threads: number[] = [];
    while (new Set(threads).size < 3) threads.push((await typesetter.typeset(small("A"))).pages);
    const [first] = threads;
    expect(threads.filter((thread) => thread === first).length).toBeGreaterThanOrEqual(3);
  });

  it("renews one that has grown less only in a pause", async () => {
    const typesetter = engine({ workerUrl: growing(), renewAfterBytes: 1e9, restAfterBytes: 1_500 });
    const threadOf = async (): Promise<number> => (await typesetter.typeset(small("A"))).pages;
    const first = await threadOf();
    for (let key = 0; key < 20; key += 1) expect(await threadOf()).toBe(first);
    // Asked seldom enough for the pause to come in between.
    await expect.poll(threadOf, { interval: 3_000, timeout: 30_000 }).not.toBe(first);
  });

  it("renews the real engine without changing a byte", async () => {
    const typesetter = engine({ renewAfterBytes: 1 });
    const before = await typesetter.typeset(small("Godkendt."));
    await typesetter.typeset(big);
    for (let i = 0; i < 30; i += 1) expect(Buffer.compare((await typesetter.typeset(small("Godkendt."))).pdf, before.pdf)).toBe(0);
  });

  it("tells of a worker that cannot start, and does not start it in circles", async () => {
    const typesetter = engine({ workerUrl: moduleOf("throw new Error('ingen motor');") });
    for (const _ of [1, 2])
      await expect(typesetter.typeset(small("A"))).rejects.toMatchObject({ appError: { kind: "typeset-failed", detail: "ingen motor" } });
  });

  it("tells of missing resources by code, not by path", async () => {
    const typesetter = createTypesetter({ ...engineFiles, resourcesDir: fileURLToPath(new URL("findes-ikke", import.meta.url)) });
    open.push(typesetter);
    await expect(typesetter.typeset(small("A"))).rejects.toMatchObject({ appError: { kind: "typeset-failed", detail: "ENOENT" } });
  });

  it("closes at any time: before it is loaded, while it sets, and twice", async () => {
    const unloaded = openTypesetter();
    await unloaded.close();
    await expect(unloaded.typeset(small("A"))).rejects.toMatchObject({ appError: { kind: "typeset-failed" } });
    const busy = openTypesetter();
    await busy.typeset(small("A"));
    const running = busy.typeset(big);
    const refused = expect(running).rejects.toMatchObject({ appError: { kind: "typeset-failed" } });
    await new Promise(setImmediate);
    await busy.close();
    await refused;
    await busy.close();
  });
});
