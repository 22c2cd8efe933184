import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LaunchedApp, launchApp } from "../support/launch.ts";
import { openSampleApp } from "../support/sample-app.ts";

const folder = mkdtempSync(join(tmpdir(), "forrige-"));
let app: LaunchedApp;

beforeAll(async () => {
  const sample = await openSampleApp(join(folder, "data"));
  await sample.handlers["meetings:create"](await sample.handlers["meetings:propose"]({ date: "2026-03-17" }));
  await sample.close();
  app = await launchApp({ dataDir: join(folder, "data") });
}, 120_000);

afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the previous referat by one key", () => {
  it("lies at Punkt 2, is taken away by Fortryd, and is laid there again", async () => {
    const { page } = app;
    await page.getByText("Rådmandsmøde d. 17. marts").first().click();
    await page.getByRole("textbox", { name: "Mødets referat" }).waitFor();
    await page.keyboard.press("Alt+1");
    await page.keyboard.press("Control+2");
    const bilag = page.locator(".attachment").filter({ hasText: "Referat – Rådmandsmøde d. 10. marts" });
    expect(await bilag.count()).toBe(0);
    await page.keyboard.press("Control+Shift+r");
    await page.getByText("Referat – Rådmandsmøde d. 10. marts ligger ved Punkt 2").first().waitFor();
    await bilag.waitFor();
    await page.getByRole("button", { name: "Fortryd" }).click();
    await bilag.waitFor({ state: "detached" });
    await page.keyboard.press("Control+Shift+r");
    await bilag.waitFor();
  });

  it("says why there is none to lay by", async () => {
    const { page } = app;
    await page.keyboard.press("Alt+ArrowLeft");
    await page.getByText("Rådmandsmøde d. 10. marts").first().click();
    await page.getByRole("textbox", { name: "Mødets referat" }).waitFor();
    await page.keyboard.press("Control+Shift+r");
    await page.getByText("Der er intet tidligere møde i serien, som er holdt").first().waitFor();
  });
});
