import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LaunchedApp } from "../support/launch.ts";
import { createDataDir, launchFixture, readHeard, removeDataDir } from "./fixture/launch.ts";

const dataDir = createDataDir();
let app: LaunchedApp;
beforeAll(async () => {
  app = await launchFixture(dataDir);
});
afterAll(async () => {
  await app.kill();
  removeDataDir(dataDir);
});

describe("requests from window to main", () => {
  it("carry text, numbers, dates, undefined and nested values both ways", async () => {
    const same = await app.page.evaluate(async () => {
      const value = {
        text: "æøå 😀 \ud800",
        zero: -0,
        inf: -Infinity,
        date: new Date(5),
        none: undefined,
        list: [null, [true]],
        $: "dollar",
      };
      const back = (await fixture.echo(value)) as typeof value;
      return [
        back.text === value.text,
        Object.is(back.zero, -0),
        back.inf === -Infinity,
        back.date instanceof Date && back.date.getTime() === 5,
        "none" in back && back.none === undefined,
        JSON.stringify(back.list) === "[null,[true]]",
        back.$ === "dollar",
      ];
    });
    expect(same).toEqual([true, true, true, true, true, true, true]);
  });

  it("carry bytes as Uint8Array, of a part of a buffer too", async () => {
    const seen = await app.page.evaluate(async () => {
      const sent = new Uint8Array(1_000_003).map((_, index) => (index * 7) % 256).subarray(3);
      const back = (await fixture.echo({ sent })) as { sent: Uint8Array };
      return {
        own: back.sent instanceof Uint8Array,
        length: back.sent.length,
        same: back.sent.every((byte, index) => byte === sent[index]),
      };
    });
    expect(seen).toEqual({ own: true, length: 1_000_000, same: true });
  });

  it("come to main as Uint8Array over a buffer of their own size", async () => {
    await app.page.evaluate(() => fixture.echo(new Uint8Array(16).subarray(4, 9)));
    expect((await readHeard(app)).sizes).toEqual([[5, 5]]);
  });

  it("say from which frame and address they come", async () => {
    await app.page.evaluate(() => fixture.echo("hvem"));
    expect((await readHeard(app)).senders.at(-1)).toEqual({ url: "app://referat/", origin: "app://referat", own: true, parent: null });
  });

  it("fail with the handler's words, and where there is no handler", async () => {
    const words = await app.page.evaluate(async () => {
      const said = (error: unknown): string => (error instanceof Error ? error.message : "not an error");
      return [await fixture.fail().catch(said), await fixture.missing().catch(said)];
    });
    expect(words).toEqual([
      "Error invoking remote method 'fail': TypeError: det gik galt",
      "Error invoking remote method 'missing': Error: No handler registered for 'missing'",
    ]);
  });

  it("cannot carry functions", async () => {
    const words = await app.page.evaluate(() => fixture.echo({ call: () => 1 }).catch((error: Error) => error.message));
    expect(words).toContain("could not be cloned");
  });
});

describe("the preload's world", () => {
  it("has given the page its functions before the page's first script ran", async () => {
    expect(await app.page.evaluate(() => Reflect.get(globalThis, "seenAtStart"))).toContain("echo");
  });

  it("is out of the page's sight", async () => {
    const seen = await app.page.evaluate(() =>
      ["require", "process", "module", "ipcRenderer", "contextBridge"].filter((name) => name in globalThis),
    );
    expect(seen).toEqual([]);
    const strange = await app.page.evaluate(() => Object.keys(globalThis).filter((name) => /main|preload|window[0-9a-f]{8}/.test(name)));
    expect(strange).toEqual([]);
  });

  it("gives frozen copies, to the depth", async () => {
    const frozen = await app.page.evaluate(() => {
      const { nested, echo } = fixture;
      const parts = [fixture, nested, nested.list, nested.list[2], echo];
      return [parts.map((part) => Object.isFrozen(part)), Reflect.set(globalThis, "fixture", null), Reflect.set(fixture, "echo", null)];
    });
    expect(frozen).toEqual([[true, true, true, true, true], false, false]);
  });

  it("answers, throws and promises across the bridge", async () => {
    const seen = await app.page.evaluate(async () => {
      const later = (await fixture.later([1])) as { value: number[]; call: () => string };
      let refused = "";
      try {
        fixture.refuse();
      } catch (error) {
        refused = error instanceof Error ? error.message : "not an error";
      }
      return [fixture.add(1, 2), refused, later.value, later.call()];
    });
    expect(seen).toEqual([3, "nej", [1], "kaldt"]);
  });

  it("hears main, until it stops listening", async () => {
    const count = await app.page.evaluate(async () => {
      Object.assign(globalThis, { told: [] as unknown[] });
      Object.assign(globalThis, { stop: fixture.onClose((payload) => (Reflect.get(globalThis, "told") as unknown[]).push(payload)) });
      return (Reflect.get(globalThis, "told") as unknown[]).length;
    });
    const send = (payload: unknown): Promise<void> =>
      app.evaluate(({ BrowserWindow }, told) => BrowserWindow.getAllWindows()[0]?.webContents.send("close-requested", told), payload);
    await send({ n: 1 });
    await app.page.waitForFunction(() => (Reflect.get(globalThis, "told") as unknown[]).length === 1);
    await app.page.evaluate(() => (Reflect.get(globalThis, "stop") as () => void)());
    await send({ n: 2 });
    // An answer that was sent after the event cannot come before it.
    await app.page.evaluate(() => fixture.echo(0));
    expect(count).toBe(0);
    expect(await app.page.evaluate(() => Reflect.get(globalThis, "told"))).toEqual([{ n: 1 }]);
  });
});
