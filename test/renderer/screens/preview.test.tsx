import axe from "axe-core";
import { beforeAll, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createPageReader } from "../../../renderer/preview/page-reader.ts";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newMeeting } from "../../support/fake-meeting.ts";
import { openWindow } from "./open-window.tsx";

// What the typesetter made of newMeeting() with long decisions.
const referat = new URL("../../fixtures/preview/referat.pdf", import.meta.url);

/** Every reader that was started, the last one drawing now. */
const readers: Worker[] = [];
globalThis.Worker = class extends Worker {
  constructor(...of: ConstructorParameters<typeof Worker>) {
    super(...of);
    if (String(of[0]).includes("page-worker")) readers.push(this);
  }
};

// The test server takes its time over the reader's four megabytes when they are asked for the first time; the built window does not.
beforeAll(async () => {
  await new Promise<void>((resolve) => createPageReader(() => resolve()).open({ address: referat.href, next: "data:," }, [], null));
}, 90_000);

async function openPreview(): Promise<FakeMain> {
  const main = openWindow({ meetings: [newMeeting()] });
  main.previewed = new Uint8Array(await (await fetch(referat)).arrayBuffer());
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await page.getByRole("button", { name: /^Punkt 1, / }).click();
  await userEvent.keyboard("{Control>}p{/Control}");
  return main;
}

const list = () => document.querySelector<HTMLElement>(".preview-pages");

/** How many pixels of a page are not paper. */
function inkOf(number: number): number {
  const canvas = document.querySelector<HTMLCanvasElement>(`[data-page="${number}"] canvas`);
  if (canvas === null || canvas.dataset["drawn"] === undefined) return 0;
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
  copy?.drawImage(canvas, 0, 0);
  const { data } = copy?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) ink += 1;
  return ink;
}

describe("the preview", () => {
  it("draws the finished pages, and only those in sight", async () => {
    const main = await openPreview();
    await expect.element(page.getByRole("button", { name: "Side 1 af 5" })).toBeInTheDocument();
    await expect.poll(() => inkOf(1), { timeout: 10_000 }).toBeGreaterThan(500);
    expect(inkOf(5)).toBe(0);
    expect(main.callsOf("referat:preview").at(-1)).toMatchObject({ form: "collected" });
  });

  it("follows the punkt that is written in", async () => {
    await openPreview();
    await expect.poll(() => inkOf(1), { timeout: 10_000 }).toBeGreaterThan(500);
    const before = list()?.scrollTop ?? 0;
    await page.getByRole("button", { name: /^Punkt 5, / }).click();
    await expect.poll(() => list()?.scrollTop ?? 0).toBeGreaterThan(before);
    await expect.poll(() => document.querySelector(".preview-where")?.textContent).toBe("Side 5 af 5");
    await expect.poll(() => inkOf(5)).toBeGreaterThan(500);
  });

  it("takes a click on a page to its punkt in the text", async () => {
    const main = await openPreview();
    await expect.poll(() => inkOf(1), { timeout: 10_000 }).toBeGreaterThan(500);
    const last = document.querySelector<HTMLElement>('[data-page="5"]');
    last?.scrollIntoView();
    await userEvent.click(last as HTMLElement, { position: { x: 100, y: 400 } });
    const fifth = main.meetings[0]?.categories[1]?.items[1]?.id;
    await expect.poll(() => useOpenMeeting.getState().activeItemId).toBe(fifth);
  });

  it("asks for the short form when it is chosen, and for newer pages when something is saved", async () => {
    const main = await openPreview();
    await page.getByRole("radio", { name: "Kort" }).click();
    await expect.poll(() => main.callsOf("referat:preview").at(-1)).toMatchObject({ form: "short" });
    const asked = main.callsOf("referat:preview").length;
    useOpenMeeting.getState().changeField({ entity: "meeting", id: main.meetings[0]?.id ?? "", field: "place", value: "Mødelokale 2" });
    await expect.poll(() => main.callsOf("referat:preview").length).toBeGreaterThan(asked);
  });

  it("shows the text before it is saved", async () => {
    const main = await openPreview();
    const saved = Promise.withResolvers<void>();
    main.held.set("meetings:save-fields", saved.promise);
    await userEvent.keyboard("Godkendt.");
    await expect.poll(() => JSON.stringify(main.callsOf("referat:preview").at(-1)), { timeout: 5_000 }).toContain("Godkendt.");
    main.held.delete("meetings:save-fields");
    saved.resolve();
  });

  it("keeps the pages it has when newer ones fail, and says why", async () => {
    const main = await openPreview();
    await expect.poll(() => inkOf(1), { timeout: 10_000 }).toBeGreaterThan(500);
    main.failures.set("referat:preview", { kind: "typeset-failed", detail: "x" });
    useOpenMeeting.getState().changeField({ entity: "meeting", id: main.meetings[0]?.id ?? "", field: "place", value: "Mødelokale 2" });
    await expect.element(page.getByRole("alert")).toMatchTextContent(/^Siderne er fra før: /);
    expect(inkOf(1)).toBeGreaterThan(500);
  });

  it("says that pages cannot be drawn, keeps those it has, and takes it back with the next that can", async () => {
    const main = await openPreview();
    await expect.poll(() => inkOf(1), { timeout: 10_000 }).toBeGreaterThan(500);
    const good = main.previewed;
    main.previewed = new Uint8Array([1, 2, 3]);
    const { changeField } = useOpenMeeting.getState();
    changeField({ entity: "meeting", id: main.meetings[0]?.id ?? "", field: "place", value: "Mødelokale 2" });
    await expect.element(page.getByRole("alert")).toMatchTextContent(/^Siderne er fra før: Siderne kunne ikke vises\./);
    expect(inkOf(1)).toBeGreaterThan(500);
    main.previewed = good;
    const failed = main.callsOf("referat:preview").length;
    changeField({ entity: "meeting", id: main.meetings[0]?.id ?? "", field: "place", value: "Mødelokale 3" });
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    expect(main.callsOf("referat:preview")[failed]).toMatchObject({ shown: null });
  });

  it("is drawn on new sheets by another reader where one has ended", async () => {
    await openPreview();
    await expect.poll(() => inkOf(1), { timeout: 10_000 }).toBeGreaterThan(500);
    readers.at(-1)?.dispatchEvent(new ErrorEvent("error"));
    await expect.poll(() => document.querySelector<HTMLCanvasElement>('[data-page="1"] canvas')?.dataset["drawn"]).toBeUndefined();
    await expect.poll(() => inkOf(1), { timeout: 10_000 }).toBeGreaterThan(500);
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
  });

  it("is not asked for over and over by readers that end before they draw", async () => {
    const main = await openPreview();
    await expect.poll(() => inkOf(1), { timeout: 10_000 }).toBeGreaterThan(500);
    main.previewed = new Uint8Array([1, 2, 3]);
    const asked = () => main.callsOf("referat:preview").length;
    const before = asked();
    readers.at(-1)?.dispatchEvent(new ErrorEvent("error"));
    await expect.poll(asked).toBe(before + 1);
    readers.at(-1)?.dispatchEvent(new ErrorEvent("error"));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(asked()).toBe(before + 1);
    await expect.element(page.getByRole("alert")).toMatchTextContent(/Siderne kunne ikke vises\./);
  });

  it("marks the line of the caret in the margin, wherever it goes, and brings it into sight", async () => {
    const main = await openPreview();
    await expect.poll(() => inkOf(1), { timeout: 10_000 }).toBeGreaterThan(500);
    const items = main.meetings[0]?.categories.flatMap((category) => category.items) ?? [];
    for (const [index, line] of [
      [3, "Side 4 af 5"],
      [0, "Side 2 af 5"],
    ] as const) {
      useOpenMeeting
        .getState()
        .editor()
        ?.focusItem(items[index]?.id ?? "", "title");
      const mark = () => document.querySelector(".preview-mark");
      await expect.poll(() => mark()?.closest("button")?.getAttribute("aria-label"), { timeout: 5_000 }).toBe(line);
      const { top, bottom } = mark()?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
      const seen = list()?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
      expect(top).toBeGreaterThan(seen.top);
      expect(bottom).toBeLessThan(seen.bottom);
      expect(bottom - top).toBeGreaterThan(5);
    }
  });

  it("has no fault for those who do not see it, and goes to the text by the keyboard alone", async () => {
    const main = await openPreview();
    await expect.poll(() => inkOf(1), { timeout: 10_000 }).toBeGreaterThan(500);
    const { violations } = await axe.run(document.querySelector(".preview") ?? document);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const inSight = document.querySelectorAll<HTMLElement>('.preview-page[tabindex="0"]');
    expect(inSight.length).toBe(1);
    inSight[0]?.focus();
    await userEvent.keyboard("{Home}{ArrowDown}{PageDown}{ArrowUp}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Side 2 af 5");
    await userEvent.keyboard("{End}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Side 5 af 5");
    await expect.poll(() => inkOf(5)).toBeGreaterThan(500);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => document.activeElement?.classList.contains("ProseMirror")).toBe(true);
    const numbers = main.meetings[0]?.categories.flatMap((category) => category.items).map(({ id }) => id);
    expect(numbers).toContain(useOpenMeeting.getState().activeItemId);
  });
});
