import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { servedFiles } from "../../electron/security/scheme-handler.ts";
import { channels } from "../../shared/ipc/channels.ts";
import { type LaunchedApp, launchApp } from "../support/launch.ts";
import { validInputs } from "../support/valid-inputs.ts";
import { launchWatched } from "../support/watched-app.ts";

let app: LaunchedApp | null = null;
const folders: string[] = [];
afterEach(async () => {
  await app?.kill();
  app = null;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function temp(): string {
  const folder = mkdtempSync(join(tmpdir(), "referent-security-"));
  folders.push(folder);
  return folder;
}

async function launch(dataDir = temp()): Promise<LaunchedApp> {
  app = await launchWatched(dataDir);
  return app;
}

describe("the bridge", () => {
  it("gives the page the contract's requests and nothing of Node or Electron", async () => {
    const { page } = await launch();
    expect(await page.evaluate(() => Object.keys(window.bridge))).toEqual(["requests", "on"]);
    expect(await page.evaluate(() => Object.keys(window.bridge.requests))).toEqual([...channels]);
    const names = ["require", "process", "module", "Buffer", "ipcRenderer", "electron", "__dirname"];
    expect(await page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
    expect(await page.evaluate(() => [Object.isFrozen(window.bridge), Object.isFrozen(window.bridge.requests)])).toEqual([true, true]);
  });

  it("is refused to a page that is not ours, though it is in our window", async () => {
    const { page, evaluate } = await launch();
    // The worst case: whatever keeps foreign pages out has failed.
    await evaluate(({ BrowserWindow, session }) => {
      const { protocol, webRequest } = session.fromPartition("referat");
      webRequest.onBeforeRequest(null);
      protocol.unhandle("app");
      protocol.handle("app", () => new Response("<!doctype html><title>Fremmed</title>", { headers: { "Content-Type": "text/html" } }));
      return BrowserWindow.getAllWindows()[0]?.loadURL("app://fremmed/index.html");
    }, null);
    await page.waitForURL(/fremmed/);
    for (const channel of ["meetings:list", "settings:get", "folder:state"] as const) {
      const reply = await page.evaluate((name): Promise<unknown> => window.bridge.requests[name]({}), channel);
      expect(reply, channel).toEqual({ ok: false, error: { kind: "untrusted-sender" } });
    }
  });

  it("is not there in a frame inside our page", async () => {
    const { page } = await launch();
    const inside = await page.evaluate(() => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      return typeof frame.contentWindow?.bridge;
    });
    expect(inside).toBe("undefined");
  });
});

describe("the window", () => {
  it("stays where it is, and opens no other", async () => {
    const { kind, page, evaluate } = await launch();
    const before = page.url();
    const opened = await page.evaluate(() => {
      const other = window.open("https://example.org/");
      window.location.href = "https://example.org/";
      return other === null;
    });
    expect(opened).toBe(true);
    expect(await page.evaluate(() => window.bridge.requests["app:status"]({}))).toMatchObject({
      ok: true,
      value: { standIn: kind === "stand-in" },
    });
    expect(page.url()).toBe(before);
    expect(await evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1);
  });

  it("serves every file of the build that its pages name", () => {
    const rendererDir = fileURLToPath(new URL("../../dist/renderer", import.meta.url));
    const served = servedFiles(rendererDir);
    const built = readdirSync(rendererDir, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(rendererDir, name)).isFile() && name !== "manifest.json")
      .map((name) => `/${name.split(sep).join("/")}`);
    expect([...served.keys()].sort()).toEqual(built.sort());
  });
});

describe("what is left on the disk", () => {
  it("holds the words of a meeting in the store only, never in the log", async () => {
    const dataDir = temp();
    const watched = await launch(dataDir);
    const canary = "Kanariefuglen";
    const asked = await watched.page.evaluate(
      async ([meeting, word]) => {
        const requests = window.bridge.requests as unknown as Record<string, (input: unknown) => Promise<{ ok: boolean }>>;
        const made = await requests["meetings:create"]?.({ ...(meeting as object), title: word, place: word });
        return [
          made?.ok,
          (await requests["meetings:create"]?.({ ...(meeting as object), title: word, date: word }))?.ok,
          (await requests["meetings:get"]?.({ meetingId: word }))?.ok,
          (await requests["settings:save"]?.({ [word as string]: word }))?.ok,
        ];
      },
      [validInputs["meetings:create"], canary] as const,
    );
    expect(asked).toEqual([true, false, false, false]);
    await watched.close();
    app = null;
    const holding = readdirSync(dataDir, { recursive: true, encoding: "utf8" }).filter(
      (name) => statSync(join(dataDir, name)).isFile() && readFileSync(join(dataDir, name)).includes(canary),
    );
    expect(holding.some((name) => name.startsWith("referent.db"))).toBe(true);
    // high-water.json names the meetings that a lost database held, so that their loss can be told.
    expect(holding.filter((name) => !/^(referent\.db|backups|high-water\.json)/.test(name))).toEqual([]);
    expect(readFileSync(join(dataDir, "logs", "referent.log"), "utf8")).toContain('"kind":"invalid-input"');
  });
});

describe("a start that fails", () => {
  it("says why in Danish and ends with 1", async () => {
    await expect(launchApp({ dataDir: "/proc/referent" })).rejects.toThrow(/Datamappen kan ikke skrives \(ENOENT\)/);
    await expect(launchApp({ dataDir: "\\\\server\\share" })).rejects.toThrow(/Datamappen skal ligge på denne pc/);
  });
});

describe("the shipped app's command line", () => {
  it("runs through main without a window", async () => {
    const main = fileURLToPath(new URL("../../dist/electron/main.js", import.meta.url));
    const register = new URL("../electron-stand-in/register.mjs", import.meta.url).href;
    const output = await new Promise<string>((resolve, reject) => {
      const args = ["--disable-warning=ExperimentalWarning", "--import", register, main, "--cli", "list", "--data", temp(), "--json"];
      execFile(process.execPath, args, (error, stdout) => (error === null ? resolve(stdout) : reject(error)));
    });
    expect(JSON.parse(output)).toEqual([]);
  });
});
