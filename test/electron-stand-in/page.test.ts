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

const stillThere = async (): Promise<void> => {
  expect(await app.page.evaluate(() => fixture.add(2, 2))).toBe(4);
  expect(app.page.context().pages()).toHaveLength(1);
};

describe("the page", () => {
  it("is a secure context under the app's own content security policy", async () => {
    const seen = await app.page.evaluate(async () => {
      const violated = new Promise<string>((resolve) =>
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true }),
      );
      const image = document.createElement("img");
      image.src = "/data.bin";
      document.body.append(image);
      return [isSecureContext, document.title, document.documentElement.dataset["ran"], await violated];
    });
    expect(seen).toEqual([true, "Prøve", "yes", "img-src"]);
  });

  it("may not make code of text", async () => {
    const added = await app.page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "document.documentElement.dataset.inline = 'ran'";
      document.body.append(script);
      return document.documentElement.dataset["inline"] ?? "blocked";
    });
    expect(added).toBe("blocked");
  });

  it("fetches from the app's own handler, in a worker too", async () => {
    const sizes = await app.page.evaluate(async () => {
      const inPage = (await (await fetch("/data.bin")).arrayBuffer()).byteLength;
      const worker = new Worker("/worker.js");
      const inWorker = await new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
      });
      return [inPage, inWorker, (await fetch("/nowhere")).status];
    });
    expect(sizes).toEqual([3_000_000, 3_000_000, 404]);
  });

  it("has requests cancelled that the session refuses", async () => {
    const words = await app.page.evaluate(() =>
      fetch("/forbidden").then(
        () => "answered",
        (error: Error) => error.name,
      ),
    );
    expect(words).toBe("TypeError");
  });

  it("stays where it is when the app stops a navigation", async () => {
    const before = (await readHeard(app)).navigations.length;
    await app.page.click("#self");
    await expect.poll(async () => (await readHeard(app)).navigations.slice(before)).toEqual(["app://referat/other"]);
    await stillThere();
    await app.page.evaluate(() => {
      location.href = "https://example.org/";
    });
    await expect.poll(async () => (await readHeard(app)).navigations.slice(before + 1)).toEqual(["https://example.org/"]);
    await stillThere();
  });

  it("opens no window, and main hears what it asked for", async () => {
    expect(await app.page.evaluate(() => window.open("/popup") === null)).toBe(true);
    await expect.poll(async () => (await readHeard(app)).opens).toEqual(["app://referat/popup"]);
    await app.page.click("#blank");
    await expect.poll(async () => (await readHeard(app)).opens).toEqual(["app://referat/popup", "https://example.org/ny"]);
    await stillThere();
  });

  it("downloads nothing, and main hears of it", async () => {
    await app.page.click("#file");
    await expect.poll(async () => (await readHeard(app)).downloads).toEqual(["app://referat/data.bin"]);
    await stillThere();
  });

  it("is refused every permission", async () => {
    const states = await app.page.evaluate(async () => {
      const names = ["geolocation", "notifications", "camera", "microphone"] as PermissionName[];
      return await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(states).toEqual(["denied", "denied", "denied", "denied"]);
  });

  it("can be loaded anew by the test, with its preload", async () => {
    await app.page.reload();
    await stillThere();
  });
});
