import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { bodyLines, findWords } from "../electron/referat/printed.ts";
import { type LaunchedApp, launchApp } from "../support/launch.ts";
import { readPdf } from "../support/read-pdf.ts";
import { chooseFolder } from "../support/write-meeting.ts";

const folder = mkdtempSync(join(tmpdir(), "afbryd-"));
const share = join(folder, "share");
let app: LaunchedApp;

type Held = { release(): void };

/** From now on the work of one kind waits before its worker hears of it, as it would on a slow PC: pages to set, or a file to read again. */
async function holdWork(kind: "pages" | "reading"): Promise<void> {
  await app.evaluate((_electron, held) => {
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    const send = Worker.prototype.postMessage;
    const waiting: (() => void)[] = [];
    Worker.prototype.postMessage = function (this: InstanceType<typeof Worker>, ...args: Parameters<typeof send>) {
      const [message] = args as [object];
      const isPages = "json" in message;
      const isReading = "task" in message && typeof message.task === "object" && message.task !== null && "pdf" in message.task;
      if (held === "pages" ? isPages : isReading) waiting.push(() => send.apply(this, args));
      else send.apply(this, args);
    };
    (globalThis as unknown as Held).release = () => {
      Worker.prototype.postMessage = send;
      for (const go of waiting.splice(0)) go();
    };
  }, kind);
}

const letGo = () => app.evaluate(() => (globalThis as unknown as Held).release(), null);
const panel = () => app.page.getByRole("complementary", { name: "Det lægges i mappen" });
const filesInShare = (): string[] => readdirSync(share, { recursive: true, encoding: "utf8" }).sort();
const lay = () => app.page.keyboard.press("Control+Shift+S");

beforeAll(async () => {
  mkdirSync(share);
  app = await launchApp({ dataDir: join(folder, "data") });
  await app.page.getByRole("heading", { name: "Møder", exact: true }).waitFor();
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, share);
  await chooseFolder({ page: app.page, onStep: async () => {} });
  const { keyboard } = app.page;
  await keyboard.press("Control+n");
  await app.page.getByRole("dialog", { name: "Nyt møde" }).waitFor();
  await keyboard.press("Control+Enter");
  await app.page.getByRole("textbox", { name: "Mødets referat" }).waitFor();
  await keyboard.press("Control+1");
  await keyboard.type("Godkendt.");
  await keyboard.press("Control+Shift+E");
  await panel().waitFor();
}, 120_000);

afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a closing that is stopped", () => {
  it.each([
    ["while the pages are set, by Esc", "pages", () => app.page.keyboard.press("Escape")],
    ["while they are read again, by Afbryd", "reading", () => panel().getByRole("button", { name: "Afbryd" }).click()],
  ] as const)("%s: nothing lies in the folder, and the meeting is as it was", async (_how, kind, stop) => {
    const before = filesInShare();
    await holdWork(kind);
    onTestFinished(letGo);
    await lay();
    await panel().getByRole("button", { name: "Afbryd" }).waitFor();
    await stop();
    await panel().getByRole("button", { name: "Afbryd" }).waitFor({ state: "detached" });
    await app.page.getByText("Afbrudt. Intet er lagt i mappen.").first().waitFor({ state: "attached" });
    await panel().getByText("Bliver kladde, når det lægges i mappen").waitFor();
    await panel().getByRole("button", { name: "Eksportér og læg i mappen" }).waitFor();
    expect(filesInShare()).toEqual(before);
    await letGo();
    expect(filesInShare()).toEqual(before);
  });

  it("can be closed again: the referat is the first, whole, with what was written since", async () => {
    const { page } = app;
    const before = filesInShare();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+1");
    await page.keyboard.type(" Og dette efter afbrydelsen.");
    await page.keyboard.press("Control+Shift+E");
    await lay();
    await panel()
      .getByText(/^Lagt i mappen kl\. /)
      .waitFor();
    await panel().getByText("Kladde, indtil det er godkendt").waitFor();
    const laid = filesInShare().filter((path) => !before.includes(path) && path.endsWith(".pdf"));
    expect(laid).toEqual([expect.stringMatching(/\d{8}-Rådmandsmøde\.pdf$/)]);
    const lines = bodyLines(await readPdf(readFileSync(join(share, laid[0] ?? ""))));
    expect(findWords(lines, "Godkendt. Og dette efter afbrydelsen.", 0)).not.toBeNull();
    expect(filesInShare().filter((path) => path.includes(".tmp-"))).toEqual([]);
  });
});
