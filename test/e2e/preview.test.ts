import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LaunchedApp, launchApp } from "../support/launch.ts";

const sample = fileURLToPath(new URL("../../resources/samples/raadmandsmoede-2026-03-10.json", import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), "preview-"));
let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp({ dataDir });
});
afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("the preview in the built window", () => {
  it("shows the referat's own pages under the window's policy, and newer ones as one writes", async () => {
    const { page } = app;
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") refused.push(message.text());
    });
    await page.setViewportSize({ width: 1440, height: 900 });
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, sample);
    await page.keyboard.press("Control+O");
    await page.locator(".rail-row").first().waitFor();
    await page.keyboard.press("Control+P");
    await page.locator(".preview-page canvas[data-drawn]").first().waitFor({ timeout: 20_000 });
    await page.keyboard.press("Control+3");
    const before = await pictureOf();
    await page.keyboard.type("Rådmanden ønsker en ny prøve. ");
    await expect.poll(pictureOf, { timeout: 15_000 }).not.toBe(before);
    expect(refused).toEqual([]);
  });

  it("has main ask for a small young heap in the window", async () => {
    const flags = await app.evaluate((electron) => electron.app.commandLine.getSwitchValue("js-flags"), null);
    expect(flags).toBe("--max-semi-space-size=4");
  });
});

/** The pages that are drawn, as one text. */
function pictureOf(): Promise<string> {
  return app.page.evaluate(() => [...document.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL()).join());
}
