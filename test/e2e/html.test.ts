import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserArgs, browserPath } from "../support/browser.ts";
import { openSampleApp, type SampleApp } from "../support/sample-app.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let folder: string;
let app: SampleApp;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "html-"));
  app = await openSampleApp(join(folder, "data"));
  browser = await chromium.launch({ executablePath: browserPath(), args: browserArgs() });
});
afterAll(async () => {
  await browser.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens an exported file as a person would; gives the page and everything that the browser complains of or asks for. */
async function opened(form: "collected" | "short", javaScript: boolean) {
  const path = join(folder, `${form}.html`);
  app.answer.saveFile = path;
  await app.handlers["referat:export"]({ meetingId: app.meetingId, form, format: "html" });
  const page = await (await browser.newContext({ bypassCSP: javaScript })).newPage();
  const heard: string[] = [];
  page.on("console", (message) => heard.push(message.text()));
  page.on("request", (request) => heard.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { page, heard: heard.filter((each) => each !== pathToFileURL(path).href) };
}

describe("the HTML file in a browser", () => {
  it.each(["collected", "short"] as const)("the %s form is accessible", async (form) => {
    const { page } = await opened(form, true);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
  });

  it("wears its own style by its own policy, and asks for nothing", async () => {
    const { page, heard } = await opened("collected", false);
    expect(await page.locator("h1").evaluate((heading) => getComputedStyle(heading).color)).toBe("rgb(20, 54, 92)");
    expect(heard).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it("has an Indhold that leads to each punkt", async () => {
    const { page } = await opened("collected", false);
    const targets = await page
      .locator("nav a")
      .evaluateAll((links) => links.map((link) => document.querySelector(link.getAttribute("href") ?? "")?.textContent));
    expect(targets).toEqual(await page.locator("nav a").allTextContents());
    expect(targets.length).toBe(8);
  });
});
