import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { FakeBridgeOptions, FakeMain } from "../../support/fake-bridge.ts";
import { openWindow } from "./open-window.tsx";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/**
 * Experimental: it wants the seen text letter for letter in the name. A row's name holds the same words spelled out (tokens.md, Rail row).
 * The other: a menu stands at the end of the page, outside every landmark, while it is open.
 */
const rules = { "label-content-name-mismatch": { enabled: false }, region: { enabled: false } };
const widths = [1440, 1280, 1024, 720];
const themes = ["light", "dark"] as const;

export const heading = (name: string) => page.getByRole("heading", { level: 1, name });
export const press = (keys: string) => userEvent.keyboard(keys);

/** Opens the one meeting of the list, with the caret in its second punkt. */
export async function inMeeting(main: FakeMain): Promise<FakeMain> {
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await expect.element(heading("Rådmandsmøde d. 10. marts")).toBeVisible();
  await press("{Control>}2{/Control}");
  return main;
}

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document, { runOnly: tags, rules });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`));
}

/** Text that runs out of what holds it, other than where an ellipsis or a scroll bar says so. */
function clipped(): string[] {
  return [...document.querySelectorAll<HTMLElement>("button, h1, h2, h3, label, p, dt, dd")]
    .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
    .filter(
      (element) =>
        !["auto", "scroll"].includes(getComputedStyle(element).overflowX) && getComputedStyle(element).textOverflow !== "ellipsis",
    )
    .filter((element) => getComputedStyle(element).display !== "inline")
    .map((element) => `${element.className || element.tagName}: ${element.textContent}`);
}

/** A state of the window: what it begins with, and how it is reached from the list of meetings. */
type WindowState = { options?: FakeBridgeOptions; reach(main: FakeMain): Promise<unknown> };

/** Holds each of the states to axe and to its room, in both themes and every width of window that there is a layout for. */
export function expectAccessible(states: Record<string, WindowState>): void {
  describe("axe finds nothing, and nothing is clipped, in", () => {
    for (const [name, { options, reach }] of Object.entries(states)) {
      it(name, async () => {
        const main = openWindow(structuredClone(options ?? {}));
        await expect.element(heading("Møder")).toBeVisible();
        await reach(main);
        for (const theme of themes) {
          document.documentElement.dataset["theme"] = theme;
          for (const width of widths) {
            await page.viewport(width, 900);
            // One whose element goes while we wait is cancelled, and that is an end as well.
            const ending = document
              .getAnimations()
              .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
            await Promise.allSettled(ending.map((animation) => animation.finished));
            expect({ theme, width, violations: await violations(), clipped: clipped() }).toEqual({
              theme,
              width,
              violations: [],
              clipped: [],
            });
          }
        }
      }, 60_000);
    }
  });
}
