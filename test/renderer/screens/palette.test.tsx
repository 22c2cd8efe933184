import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { plainText } from "../../../shared/domain/rich-text.ts";
import type { FakeBridgeOptions, FakeMain } from "../../support/fake-bridge.ts";
import { newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow } from "./open-window.tsx";

const input = () => page.getByRole("combobox", { name: "Find alt" });
const options = () => [...document.querySelectorAll("[cmdk-item]")].map((each) => each.querySelector(".palette-text")?.textContent ?? "");
const chosen = () => document.querySelector('[cmdk-item][aria-selected="true"] .palette-text')?.textContent;
const press = (keys: string) => userEvent.keyboard(keys);

function withFollowUp() {
  const meeting = newMeeting({ title: "Rådmandsmøde d. 3. marts", date: "2026-03-03", state: "draft" });
  const itemId = meeting.categories[0]?.items[2]?.id ?? "";
  meeting.followUps = [{ id: crypto.randomUUID(), itemId, text: "FAS følger op på brevet.", owners: ["FAS"], due: null, state: "open" }];
  return meeting;
}

const people = [
  { id: crypto.randomUUID(), kind: "unit", initials: "FAS", name: "Fagligt Sekretariat" },
  { id: crypto.randomUUID(), kind: "person", initials: "EKH", name: "Eva Kirstine Holm" },
] as const;

const phrases = ["Godkendt.", "Intet til referat.", "Rådmanden besluttede, at ‹…›."].map((line) => ({
  id: crypto.randomUUID(),
  text: line,
  uses: 0,
}));

async function inMeeting(more: Partial<FakeBridgeOptions> = {}): Promise<FakeMain> {
  const main = openWindow({ meetings: [newMeeting(), withFollowUp()], people: [...people], phrases: [...phrases], ...more });
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await page.getByRole("button", { name: /^Punkt 3, / }).click();
  return main;
}

async function openPalette(): Promise<void> {
  await press("{Control>}k{/Control}");
  await expect.element(input()).toHaveFocus();
}

const decisionOf = (main: FakeMain, index: number) => plainText(main.meetings[0]?.categories[0]?.items[index]?.decision ?? text(""));

describe("the palette", () => {
  it("carries out a command by a few letters of its name, and teaches its key", async () => {
    openWindow();
    await expect.element(page.getByRole("heading", { name: "Møder" }).first()).toBeVisible();
    await openPalette();
    await press("indst");
    await expect.poll(chosen).toBe("Gå til Indstillinger");
    expect(document.querySelector('[aria-selected="true"] .kbd')?.textContent).toBe("Ctrl ,");
    expect([...document.querySelectorAll('[aria-selected="true"] b')].map((each) => each.textContent)).toEqual(["Indst"]);
    await press("{Enter}");
    await expect.element(page.getByRole("heading", { level: 1, name: "Indstillinger" })).toBeVisible();
  });

  it("offers only what can be done where one is", async () => {
    openWindow({ meetings: [newMeeting()] });
    await expect.element(page.getByRole("heading", { name: "Møder" }).first()).toBeVisible();
    await openPalette();
    expect(options()).toContain("Nyt møde");
    expect(options()).not.toContain("Næste punkt");
  });

  it("gives the caret back on Esc, so that the next key is text where it stood", async () => {
    const main = await inMeeting();
    await press("Rådmanden bemærkede{ArrowLeft}");
    await openPalette();
    await press("{Escape}XY");
    await expect.poll(() => decisionOf(main, 2)).toBe("Rådmanden bemærkedXYe");
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 10. marts" })).toBeVisible();
  });

  it("closes with the key that opens it", async () => {
    await inMeeting();
    await openPalette();
    await press("{Control>}k{/Control}");
    await expect.element(input()).not.toBeInTheDocument();
    expect(document.activeElement?.classList.contains("ProseMirror")).toBe(true);
  });

  it("writes a phrase at the caret, and the next key is text", async () => {
    const main = await inMeeting();
    await press("Kort sagt: ");
    await openPalette();
    await press("intet til ref");
    await expect.poll(chosen).toBe("Intet til referat.");
    await press("{Enter} Slut.");
    await expect.poll(() => decisionOf(main, 2)).toBe("Kort sagt: Intet til referat. Slut.");
  });

  it("goes to a punkt by # and its number", async () => {
    const main = await inMeeting();
    await openPalette();
    await press("#1");
    await expect.poll(chosen).toBe("1 Dagsorden");
    await press("{Enter}Her.");
    await expect.poll(() => decisionOf(main, 0)).toBe("Her.");
  });

  it("writes a unit by @ and a part of its name", async () => {
    const main = await inMeeting();
    await openPalette();
    await press("@fagl");
    await expect.poll(options).toEqual(["FAS"]);
    await press("{Enter}");
    await expect.poll(() => decisionOf(main, 2)).toBe("FAS");
  });

  it("opens another meeting by ?", async () => {
    await inMeeting();
    await openPalette();
    await press("?3. marts");
    await expect.poll(chosen).toBe("Rådmandsmøde d. 3. marts");
    await press("{Enter}");
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 3. marts" })).toBeVisible();
  });

  it("has what was decided before on the matter at hand one key away, and on what is typed after ?", async () => {
    const main = await inMeeting();
    const earlier = main.meetings[1];
    const item = earlier?.categories[0]?.items[2];
    const common = {
      meetingId: earlier?.id ?? "",
      meetingDate: "2025-03-11",
      itemNumber: 3,
      itemTitle: "Handicapbarometer",
      closed: false,
      lines: [],
    };
    main.decisions = [
      { ...common, itemId: item?.id ?? "", quote: "Rådmanden godkendte barometeret for 2025." },
      { ...common, itemId: crypto.randomUUID(), itemTitle: "Personalesag", closed: true, quote: "Rådmanden godkendte budgettet." },
    ];
    await openPalette();
    await press("?");
    await expect.poll(chosen).toBe("Rådmanden godkendte barometeret for 2025.");
    expect(document.querySelector('[aria-selected="true"] .palette-detail')?.textContent).toBe(
      "11. marts 2025 · punkt 3, Handicapbarometer",
    );
    await press("budget");
    await expect.poll(chosen).toBe("Rådmanden godkendte budgettet.");
    await expect
      .poll(() => document.querySelector('[aria-selected="true"] .palette-detail')?.textContent)
      .toMatch(/Personalesag · lukket punkt$/);
    await press("{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}");
    await expect.poll(chosen).toBe("Rådmanden godkendte barometeret for 2025.");
    await press("{Enter}");
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 3. marts" })).toBeVisible();
  });

  it("goes from an open follow-up to its decision", async () => {
    const main = await inMeeting();
    await openPalette();
    await press("brevet");
    await expect.poll(options).toEqual(["FAS følger op på brevet."]);
    await press("{Enter}");
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 3. marts" })).toBeVisible();
    await press("Og mere.");
    await expect.poll(() => plainText(main.meetings[1]?.categories[0]?.items[2]?.decision ?? text(""))).toBe("Og mere.");
  });

  it("opens the phrases, and the people and units, at the caret by their name", async () => {
    const main = await inMeeting();
    await press("Kort sagt:");
    await openPalette();
    await press("fraser ved{Enter}");
    await expect.element(page.getByRole("listbox", { name: "Fraser" })).toBeVisible();
    await press("intet{Enter}");
    await openPalette();
    await press("enheder ved{Enter}");
    await press("fas{Enter}");
    await expect.poll(() => decisionOf(main, 2)).toBe("Kort sagt: Intet til referat. FAS");
  });

  it("marks the usual decision as one of its commands", async () => {
    const main = await inMeeting();
    await openPalette();
    await press("sædvanlige{Enter}");
    await expect.poll(() => decisionOf(main, 2)).toBe("Godkendt.");
  });

  it("says when nothing fits", async () => {
    await inMeeting();
    await openPalette();
    await press("xyzzy");
    await expect.element(page.getByText('Intet passer til "xyzzy".')).toBeVisible();
  });
});
