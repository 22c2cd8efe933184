import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import { plainText, type RichText } from "../../shared/domain/rich-text.ts";
import { type LaunchedApp, launchApp } from "../support/launch.ts";
import { chooseFolder, savedByNow } from "../support/write-meeting.ts";

/** One without bilag: what is laid is the same, and its referat is set in a moment. */
const meetingFile = fileURLToPath(new URL("../fixtures/meetings/2024-10-08.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "to-apps-"));
const share = join(folder, "share");
const away = join(folder, "share-vaek");
let martin: LaunchedApp;
let anna: LaunchedApp;

/** Opens the app of one referent, with the shared folder chosen. */
async function openApp(name: string): Promise<LaunchedApp> {
  const app = await launchApp({ dataDir: join(folder, name) });
  await app.page.getByRole("heading", { name: "Møder", exact: true }).waitFor();
  await app.page.evaluate((minuteTaker) => window.bridge.requests["settings:save"]({ minuteTaker }), name);
  await dialogsGive(app, share);
  await chooseFolder({ page: app.page, onStep: async () => {} });
  return app;
}

async function dialogsGive(app: LaunchedApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

/** The window gets the focus, which is when what others laid is fetched; a run that goes on already is waited for too. */
async function comesBack({ page, evaluate }: LaunchedApp): Promise<void> {
  await evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit("focus"), null);
  await page.evaluate(() => window.bridge.requests["folder:pull"]({}));
}

/** Types at the end of the decision of a punkt, and waits until it is on the disk. */
async function writeIn({ page }: LaunchedApp, number: number, words: string): Promise<void> {
  await page.keyboard.press(`Control+${number}`);
  await page.keyboard.type(words);
  await savedByNow(page);
}

const decision = ({ page }: LaunchedApp, number: number): Promise<string> =>
  page
    .locator(".meeting-item .decision .part-text")
    .nth(number - 1)
    .innerText();

/** How many times a meeting was laid in the folder, by anyone. */
const laid = (): number => readdirSync(join(share, "Referater", "data"), { recursive: true, encoding: "utf8" }).filter(isSnapshot).length;
const isSnapshot = (path: string): boolean => /-\d{6}-[0-9a-f]{16}\.json$/.test(path);

async function publish({ page }: LaunchedApp, count: number): Promise<void> {
  await page.keyboard.press("Control+Shift+S");
  await expect.poll(laid, { timeout: 60_000 }).toBe(count);
}

/** The meeting's referat and text wait for a folder that is not there. */
async function publishInVain({ page }: LaunchedApp): Promise<void> {
  await page.keyboard.press("Control+Shift+S");
  const waits = async (): Promise<number> => {
    const reply = await page.evaluate(() => window.bridge.requests["folder:state"]({}));
    return reply.ok && reply.value.kind === "trouble" ? reply.value.waiting : 0;
  };
  await expect.poll(waits, { timeout: 60_000 }).toBe(1);
}

async function meetingOf({ page }: LaunchedApp): Promise<MeetingView> {
  return page.evaluate(async () => {
    const { requests } = window.bridge;
    const list = await requests["meetings:list"]({});
    const found = await requests["meetings:get"]({ meetingId: (list.ok && list.value[0]?.id) || "" });
    if (!found.ok) throw new Error(found.error.kind);
    return found.value;
  });
}

/** Everything that the history of a punkt's decision holds. */
async function pastDecisions(app: LaunchedApp, number: number): Promise<string[]> {
  const meeting = await meetingOf(app);
  const place = { meetingId: meeting.id, itemId: itemsOf(meeting)[number - 1]?.id ?? "", field: "decision" as const };
  const values = await app.page.evaluate(async (of) => {
    const { requests } = window.bridge;
    const list = await requests["history:list"](of);
    const replies = await Promise.all((list.ok ? list.value : []).map(({ id }) => requests["history:value"]({ revisionId: id })));
    return replies.map((reply) => (reply.ok ? reply.value : null));
  }, place);
  return values.map((value) => plainText(value as RichText));
}

const twoVersions = ({ page }: LaunchedApp) =>
  page.getByRole("button", { name: /^To udgaver af beslutningen: din og (Annas|Martins) Punkt 5/ });

beforeAll(async () => {
  mkdirSync(share);
  martin = await openApp("Martin");
  anna = await openApp("Anna");
  await dialogsGive(martin, meetingFile);
  await martin.page.keyboard.press("Control+o");
  await martin.page.getByRole("textbox", { name: "Mødets referat" }).waitFor();
}, 120_000);

afterAll(async () => {
  await Promise.all([martin?.close(), anna?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

describe("two referents, each on a PC of their own, with one shared folder", () => {
  it("hand the meeting over: what the one laid is there for the other", async () => {
    await writeIn(martin, 3, " Martins ord.");
    await publish(martin, 1);
    await comesBack(anna);
    await anna.page.keyboard.press("Alt+ArrowLeft");
    await anna.page.getByRole("button", { name: /^Rådmandsmøde,/ }).click();
    await anna.page.getByRole("textbox", { name: "Mødets referat" }).waitFor();
    expect(await decision(anna, 3)).toMatch(/ Martins ord\.$/);
  });

  it("have it back with what the other wrote on in it, in the window that is open", async () => {
    await writeIn(anna, 3, " Annas ord.");
    await publish(anna, 2);
    await comesBack(martin);
    await expect.poll(() => decision(martin, 3)).toMatch(/ Martins ord\. Annas ord\.$/);
  });

  it("write the same punkt while the folder is away: each sees both, one chooses by keys, and the other sees the choice", async () => {
    // Neither can fetch or lay anything until both have written: nothing here hangs on who is first.
    renameSync(share, away);
    await writeIn(martin, 5, " Martin skriver videre.");
    await writeIn(anna, 5, " Anna skriver noget andet.");
    await publishInVain(martin);
    await publishInVain(anna);
    renameSync(away, share);
    for (const { page } of [martin, anna]) await page.evaluate(() => window.bridge.requests["folder:retry"]({}));
    await expect.poll(laid).toBe(4);
    for (const app of [martin, anna]) {
      await comesBack(app);
      await app.page.keyboard.press("Control+Shift+E");
      await twoVersions(app).waitFor();
    }
    await martin.page.keyboard.press("Home");
    await expect.poll(() => twoVersions(martin).evaluate((row) => row === document.activeElement)).toBe(true);
    await martin.page.keyboard.press("Enter");
    await martin.page.getByRole("dialog", { name: "To udgaver af beslutningen" }).waitFor();
    expect(await martin.page.locator(".version-title").allInnerTexts()).toEqual(["Din udgave", "Annas udgave"]);
    await martin.page.keyboard.press("1");
    await twoVersions(martin).waitFor({ state: "detached" });
    await publish(martin, 5);
    await comesBack(anna);
    await twoVersions(anna).waitFor({ state: "detached" });
    await anna.page.keyboard.press("Escape");
    await expect.poll(() => decision(anna, 5)).toMatch(/ Martin skriver videre\.$/);
  });

  it("have lost nothing: both say the same, and what was not chosen stands in the history", async () => {
    const [his, hers] = [await meetingOf(martin), await meetingOf(anna)];
    expect({ ...hers, savedAt: "", received: 0 }).toEqual({ ...his, savedAt: "", received: 0 });
    expect(plainText(itemsOf(his)[2]?.decision ?? { type: "doc", content: [] })).toMatch(/ Martins ord\. Annas ord\.$/);
    for (const app of [martin, anna]) {
      const past = await pastDecisions(app, 5);
      expect(past.some((text) => text.endsWith(" Anna skriver noget andet."))).toBe(true);
      expect(past.at(-1)).toMatch(/ Martin skriver videre\.$/);
    }
  });
});
