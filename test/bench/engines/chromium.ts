import { chromium } from "playwright-core";
import { browserArgs, browserPath } from "../../support/browser.ts";
import { referatHtml } from "../referat-html.ts";
import { appendBilag } from "./append-bilag.ts";
import type { Engine } from "./engine.ts";

/** A browser's print of the same content; the page stays open between prints, which is the fastest way it has. */
export async function startChromium(): Promise<Engine> {
  const browser = await chromium.launch({ executablePath: browserPath(), args: browserArgs() });
  const page = await browser.newPage();
  return {
    async print({ meeting, bilag }) {
      await page.setContent(referatHtml(meeting));
      return appendBilag(await page.pdf({ format: "A4", displayHeaderFooter: true, tagged: true, outline: true }), bilag);
    },
    close: () => browser.close(),
  };
}
