import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { itemsOf } from "../../shared/domain/meeting.ts";
import { parseSmallMarkdown } from "../../shared/domain/small-markdown.ts";
import { type LaunchedApp, launchApp } from "../support/launch.ts";
import { openSampleApp } from "../support/sample-app.ts";

const decision = "at 1) rådmanden godkendte. **FAS følger op.**\n\nDrøftet:\n\n- øvebaner\n- data\n  - og mere\n\n4. fire\n5. fem";
const folder = mkdtempSync(join(tmpdir(), "kopi-"));
let app: LaunchedApp;

beforeAll(async () => {
  const sample = await openSampleApp(join(folder, "data"));
  const { meetingId } = sample;
  const [, , third] = itemsOf(await sample.handlers["meetings:get"]({ meetingId }));
  const change = { entity: "item" as const, id: third?.id ?? "", field: "decision" as const, value: parseSmallMarkdown(decision) };
  await sample.handlers["meetings:save-fields"]({ operationId: crypto.randomUUID(), meetingId, changes: [change] });
  await sample.close();
  app = await launchApp({ dataDir: join(folder, "data") });
  await app.page.getByText("Rådmandsmøde d. 10. marts").first().click();
  await app.page.getByRole("textbox", { name: "Mødets referat" }).waitFor();
}, 120_000);

afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a paste gives a program, and what it leaves in the text. */
async function pasteIn(punkt: number): Promise<{ html: string; text: string }> {
  await app.page.evaluate(() => {
    Object.assign(window, { pasted: null });
    document.addEventListener(
      "paste",
      ({ clipboardData }) => {
        Object.assign(window, { pasted: { html: clipboardData?.getData("text/html"), text: clipboardData?.getData("text/plain") } });
      },
      { capture: true, once: true },
    );
  });
  await app.page.keyboard.press(`Control+${punkt}`);
  await app.page.keyboard.press("Control+v");
  const pasted = await app.page.waitForFunction(() => (window as unknown as { pasted: { html: string; text: string } | null }).pasted);
  return (await pasted.jsonValue()) as { html: string; text: string };
}

describe("copied with formatting", () => {
  it("a punkt is on the real clipboard both ways, and keeps its structure when it is pasted in the text", async () => {
    const { page } = app;
    await page.keyboard.press("Control+3");
    await page.keyboard.press("Control+Shift+c");
    await page.getByText("Punkt 3 er kopieret").first().waitFor();
    const { html, text } = await pasteIn(8);
    expect(html).toContain('<h3 style="font-family:Calibri');
    expect(html).toMatch(/<ol start="4"[^>]*>/);
    expect(text.replaceAll("\r\n", "\n")).toContain("at 1) rådmanden godkendte. FAS følger op.\n");
    expect(text).toContain("4. fire");
    const pasted = page.locator('[aria-label="Punkt 8, beslutning"]');
    await pasted.locator("ol > li").getByText("fem").waitFor();
    expect(await pasted.locator("ol > li").allTextContents()).toEqual(["at rådmanden tager orienteringen til efterretning", "fire", "fem"]);
    expect(await pasted.locator("ol").last().getAttribute("start")).toBe("4");
    expect(await pasted.locator("ul ul > li").allTextContents()).toEqual(["og mere"]);
    expect(await pasted.locator("strong").allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Punkt 3: /), "FAS følger op."]),
    );
    expect(await pasted.locator("p", { hasText: /^at 1\) rådmanden godkendte\. FAS følger op\./ }).count()).toBe(1);
  });

  it("the whole referat by its name in the palette", async () => {
    const { page } = app;
    await page.keyboard.press("Control+k");
    await page.keyboard.type("Kopiér hele");
    await page.keyboard.press("Enter");
    await page.getByText("Referatet er kopieret").first().waitFor();
    const { html, text } = await pasteIn(8);
    expect(text).toMatch(/^Rådmandsmøder 2026-2029/);
    expect(html.match(/<h3/g)).toHaveLength(8);
  });
});
