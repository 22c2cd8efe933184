import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LaunchedApp } from "../support/launch.ts";
import { createDataDir, fixtureMain, launchFixture, readHeard, removeDataDir } from "./fixture/launch.ts";

const register = new URL("./register.mjs", import.meta.url).href;

let dataDir = "";
let app: LaunchedApp | null = null;
beforeEach(() => {
  dataDir = createDataDir();
});
afterEach(async () => {
  await app?.kill();
  app = null;
  removeDataDir(dataDir);
});

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A process and all it started. */
function family(pid: number): number[] {
  const children = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" }).stdout.match(/\d+/g) ?? [];
  return [pid, ...children.flatMap((child) => family(Number(child)))];
}

describe("closing the window", () => {
  it("lets the page save first when the app asks it to", async () => {
    app = await launchFixture(dataDir);
    const { page } = app;
    await page.evaluate(() => {
      fixture.onClose(async () => {
        await fixture.echo("gemt");
        await fixture.saved();
      });
    });
    await app.close();
    expect(alive(app.pid)).toBe(false);
  });

  it("keeps the window open while the app says no", async () => {
    app = await launchFixture(dataDir);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null);
    await expect.poll(async () => (app === null ? 0 : (await readHeard(app)).closes)).toBe(1);
    expect(await app.page.evaluate(() => fixture.add(1, 1))).toBe(2);
    await app.page.close({ runBeforeUnload: true });
    await expect.poll(async () => (app === null ? 0 : (await readHeard(app)).closes)).toBe(2);
    expect(await app.page.evaluate(() => fixture.add(1, 1))).toBe(2);
  });

  it("ends the app and leaves no process behind", async () => {
    app = await launchFixture(dataDir, ["--no-flush"]);
    const pids = family(app.pid);
    expect(pids.length).toBeGreaterThan(2);
    await app.close();
    await expect.poll(() => pids.filter(alive), { timeout: 10_000 }).toEqual([]);
  });

  it("ends the app when it is asked to quit by a signal", async () => {
    app = await launchFixture(dataDir, ["--no-flush"]);
    process.kill(app.pid, "SIGTERM");
    await expect.poll(() => (app === null ? true : alive(app.pid))).toBe(false);
  });
});

describe("one instance for each data folder", () => {
  const startSecond = (folder: string, ...args: string[]): number | null =>
    spawnSync(process.execPath, ["--import", register, fixtureMain, `--user-data-dir=${folder}`, ...args], { timeout: 60_000 }).status;

  it("turns a second one away, and the first hears of it", async () => {
    app = await launchFixture(dataDir);
    expect(startSecond(dataDir, "--hej")).toBe(7);
    await expect
      .poll(async () => (app === null ? [] : (await readHeard(app)).secondInstances))
      .toEqual([{ argv: expect.arrayContaining(["--hej"]), data: { greeting: "hej" } }]);
  });

  it("is not hindered by one that was killed", async () => {
    const first = await launchFixture(dataDir);
    await first.kill();
    app = await launchFixture(dataDir);
    expect(await app.page.evaluate(() => fixture.add(1, 1))).toBe(2);
  });
});

describe("killing", () => {
  it("ends main and browser at once", async () => {
    app = await launchFixture(dataDir);
    const pids = family(app.pid);
    await app.kill();
    await expect.poll(() => pids.filter(alive), { timeout: 10_000 }).toEqual([]);
  });

  it("of main alone ends the browser too", async () => {
    app = await launchFixture(dataDir);
    const pids = family(app.pid);
    process.kill(app.pid, "SIGKILL");
    await expect.poll(() => pids.filter(alive), { timeout: 10_000 }).toEqual([]);
  });
});

describe.runIf(existsSync("/proc/net/tcp"))("the network", () => {
  it("cannot be reached from the page, even where its policy would let it", async () => {
    app = await launchFixture(dataDir);
    const outcome = await app.page.evaluate(() =>
      fetch("https://example.org/").then(
        () => "answered",
        (error: Error) => error.name,
      ),
    );
    expect(outcome).toBe("TypeError");
    const socket = await app.page.evaluate(
      () =>
        new Promise((resolve) => {
          const opened = new WebSocket("wss://example.org/");
          opened.onopen = () => resolve("open");
          opened.onerror = () => resolve("failed");
        }),
    );
    expect(socket).toBe("failed");
  });

  it("is not listened to by main or browser", async () => {
    app = await launchFixture(dataDir);
    const sockets = new Set(
      family(app.pid).flatMap((pid) =>
        readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
          try {
            return [/^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? ""];
          } catch {
            return [];
          }
        }),
      ),
    );
    const open = ["tcp", "tcp6", "udp", "udp6"].flatMap((kind) =>
      readFileSync(`/proc/net/${kind}`, "utf8")
        .split("\n")
        .slice(1)
        .filter((line) => sockets.has(line.trim().split(/\s+/)[9] ?? "-")),
    );
    expect(sockets.size).toBeGreaterThan(1);
    expect(open).toEqual([]);
  });
});
