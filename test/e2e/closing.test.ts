import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodyLines, findWords } from "../electron/referat/printed.ts";
import { type LaunchedApp, launchApp } from "../support/launch.ts";
import { readPdf } from "../support/read-pdf.ts";
import { chooseFolder } from "../support/write-meeting.ts";

const sample = fileURLToPath(new URL("../../resources/samples/raadmandsmoede-2026-03-10.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "afslut-"));
const share = join(folder, "share");
const laid = join(share, "Referater", "Referater", "2026", "20260310-Rådmandsmøde.pdf");
let app: LaunchedApp;

async function dialogsGive(path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

const focused = () =>
  app.page.evaluate(() => document.activeElement?.closest(".finding")?.querySelector(".finding-head")?.textContent ?? "");
const left = () => app.page.locator(".finding").count();

beforeAll(async () => {
  mkdirSync(share);
  app = await launchApp({ dataDir: join(folder, "data") });
  await app.page.getByRole("heading", { name: "Møder", exact: true }).waitFor();
  await dialogsGive(share);
  await chooseFolder({ page: app.page, onStep: async () => {} });
  await dialogsGive(sample);
  await app.page.keyboard.press("Control+O");
  await app.page.getByRole("textbox", { name: "Mødets referat" }).waitFor();
}, 120_000);

afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("10 March 2026, closed by keys alone", () => {
  it("goes from the last word over what is missing to the PDF in the folder", async () => {
    const { page } = app;
    await page.keyboard.press("Control+7");
    await page.keyboard.type(" Sidste ord er skrevet.");
    await page.keyboard.press("Control+Shift+E");
    await page.getByRole("heading", { name: "Afslut mødet" }).waitFor();
    await expect.poll(focused).toContain("Beslutningen mangler");
    await page.locator(".closing-checking").waitFor({ state: "detached" });
    const found = await left();
    await page.keyboard.press("Enter");
    await expect.poll(left).toBe(found - 1);
    await page.keyboard.press("Space");
    await expect.poll(left).toBe(found - 2);
    await page.keyboard.press("Control+z");
    await expect.poll(left).toBe(found - 1);
    await page.keyboard.press("Space");
    await expect.poll(left).toBe(found - 2);
    await page.keyboard.press("Control+Shift+S");
    await page
      .getByRole("complementary", { name: "Det lægges i mappen" })
      .getByText(/^Lagt i mappen kl\. \d\d\.\d\d$/)
      .waitFor();
    expect(existsSync(laid)).toBe(true);
    const lines = bodyLines(await readPdf(readFileSync(laid)));
    expect(findWords(lines, "Sidste ord er skrevet.", 0)).not.toBeNull();
    expect(findWords(lines, "Intet til referat.", 0)).not.toBeNull();
    await page.getByText("Kladde, indtil det er godkendt").waitFor();
  });

  it("goes back to the text by Esc, with the caret where it was", async () => {
    const { page } = app;
    await page.keyboard.press("Escape");
    await page.keyboard.type(" Og et til.");
    await expect
      .poll(() => page.locator(".meeting-item.is-current .decision .part-text").innerText())
      .toMatch(/Sidste ord er skrevet\. Og et til\./);
  });

  it("remembers what was kept when the meeting is opened again", async () => {
    const { page } = app;
    await page.keyboard.press("Control+Shift+E");
    const kept = () =>
      page
        .getByRole("region", { name: /^Klaret/ })
        .getByText("Beholdt")
        .count();
    await expect.poll(kept).toBe(1);
    await page.reload();
    await page.getByRole("heading", { name: "Møder", exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Mødets referat" }).waitFor();
    await page.keyboard.press("Control+Shift+E");
    await expect.poll(kept).toBe(1);
  });
});
