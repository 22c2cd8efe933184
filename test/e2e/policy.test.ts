import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LaunchedApp } from "../support/launch.ts";
import { launchWatched } from "../support/watched-app.ts";

describe("the page's policy", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "referent-policy-"));
  let app: LaunchedApp;
  beforeAll(async () => {
    app = await launchWatched(dataDir);
  });
  afterAll(async () => {
    await app.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("is never violated by the app itself, on any screen", async () => {
    const { page } = app;
    await page.keyboard.press("Control+,");
    await page.getByRole("heading", { name: "Indstillinger" }).first().waitFor();
    await page.keyboard.press("F1");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+n");
    await page.getByRole("dialog", { name: "Nyt møde" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("textbox", { name: "Mødets referat" }).waitFor();
    await page.keyboard.press("Control+1");
    await page.keyboard.type("Godkendt.");
    expect(await page.evaluate(() => window.violations)).toEqual([]);
  });

  it.each<[what: string, directive: string, plant: () => void]>([
    [
      "a script in the page",
      "script-src-elem",
      () => {
        const script = document.createElement("script");
        script.textContent = "window.planted = true";
        document.body.append(script);
      },
    ],
    [
      "a script from elsewhere",
      "script-src-elem",
      () => {
        document.body.append(Object.assign(document.createElement("script"), { src: "https://example.org/x.js" }));
      },
    ],
    [
      "a handler in an attribute",
      "script-src-attr",
      () => {
        const button = document.createElement("button");
        button.setAttribute("onclick", "window.planted = true");
        document.body.append(button);
        button.click();
      },
    ],
    [
      "a style without the nonce",
      "style-src-elem",
      () => {
        document.head.append(Object.assign(document.createElement("style"), { textContent: "body { --planted: 1 }" }));
      },
    ],
    [
      "a style in an attribute",
      "style-src-attr",
      () => {
        document.body.setAttribute("style", "--planted: 1");
      },
    ],
    [
      "an image from elsewhere",
      "img-src",
      () => {
        document.body.append(Object.assign(new Image(), { src: "https://example.org/pixel.png" }));
      },
    ],
    [
      "a frame",
      "frame-src",
      () => {
        document.body.append(Object.assign(document.createElement("iframe"), { src: "https://example.org/" }));
      },
    ],
    [
      "eval",
      "script-src",
      () => {
        try {
          // biome-ignore lint/security/noGlobalEval: this is what must be stopped.
          window.eval("window.planted = true");
        } catch {
          // Stopped.
        }
      },
    ],
    [
      "a request to elsewhere",
      "connect-src",
      () => {
        fetch("https://example.org/").catch(() => undefined);
      },
    ],
  ])("stops %s", async (_what, directive, plant) => {
    const { page } = app;
    await page.evaluate(() => {
      window.violations = [];
    });
    // By a timer, for the developer tools may let through what runs inside their own call.
    await page.evaluate(`setTimeout(${plant.toString()})`);
    await page.waitForFunction((expected) => window.violations.some((each) => each.startsWith(`${expected} `)), directive);
    expect(await page.evaluate(() => window.planted)).toBeUndefined();
    expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--planted"))).toBe("");
  });

  it("does not get around by a base or a form", async () => {
    const { page } = app;
    const before = page.url();
    await page.evaluate(() => {
      document.head.append(Object.assign(document.createElement("base"), { href: "https://example.org/" }));
      const form = Object.assign(document.createElement("form"), { action: "https://example.org/", method: "post" });
      document.body.append(form);
      form.submit();
    });
    await page.waitForFunction(() => ["base-uri", "form-action"].every((name) => window.violations.some((each) => each.startsWith(name))));
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => document.baseURI)).toBe(before);
  });
});
