import { afterEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { plainText } from "../../../shared/domain/rich-text.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow } from "./open-window.tsx";

const line = () => page.getByRole("textbox", { name: "Find i teksten" });
const place = () => document.querySelector(".find-place")?.textContent;
const press = (keys: string) => userEvent.keyboard(keys);
const shown = (name: string) => [...(CSS.highlights.get(name) ?? [])].map(String);
const decisionOf = (main: FakeMain, index: number) => plainText(main.meetings[0]?.categories[0]?.items[index]?.decision ?? text(""));

afterEach(() => CSS.highlights.clear());

async function inMeeting(): Promise<FakeMain> {
  const meeting = newMeeting();
  const [first, , third] = meeting.categories[0]?.items ?? [];
  if (first) first.decision = text("Godkendt, og brevet sendes.");
  if (third) third.decision = text("Rådmanden ØNSKEDE et BREV. FAS skriver brevet.");
  const main = openWindow({ meetings: [meeting] });
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await page.getByRole("button", { name: /^Punkt 1, / }).click();
  // Not Ctrl+Home: a caret at the very start so soon after the focus is taken back by the engine, as a slip of the browser.
  await press("{Home}");
  return main;
}

describe("Ctrl+F", () => {
  it("goes through every place by Enter, whatever the capitals, and Esc leaves the caret there", async () => {
    const main = await inMeeting();
    await press("{Control>}f{/Control}");
    await expect.element(line()).toHaveFocus();
    await press("brev");
    await expect.poll(place).toBe("1 af 3");
    expect(shown("found")).toEqual(["brev", "BREV", "brev"]);
    await press("{Enter}");
    expect([place(), shown("found-now")]).toEqual(["2 af 3", ["BREV"]]);
    await press("{Enter}{Enter}");
    expect(place()).toBe("1 af 3");
    await press("{Shift>}{Enter}{/Shift}{ArrowUp}");
    expect([place(), shown("found-now")]).toEqual(["2 af 3", ["BREV"]]);
    await press("{Escape}notat");
    await expect.poll(() => decisionOf(main, 2)).toBe("Rådmanden ØNSKEDE et notat. FAS skriver brevet.");
    expect([shown("found"), line().query()]).toEqual([[], null]);
  });

  it("knows the Danish letters, says when nothing is found, and looks for what is selected", async () => {
    await inMeeting();
    await press("{Control>}f{/Control}ønskede");
    await expect.poll(place).toBe("1 af 1");
    await press("x");
    await expect.poll(place).toBe("Intet fundet");
    await press("{Backspace}{Escape}");
    await press("{Control>}f{/Control}");
    await expect.element(line()).toHaveValue("ØNSKEDE");
    expect(place()).toBe("1 af 1");
  });

  it("never writes a letter of what is looked for into the text", async () => {
    const main = await inMeeting();
    const before = [0, 1, 2].map((index) => decisionOf(main, index));
    await press("{Control>}f{/Control}godkendt{Enter}{Enter}{Escape}");
    expect([0, 1, 2].map((index) => decisionOf(main, index))).toEqual(before);
  });
});

describe("Ctrl+Shift+F", () => {
  it("looks in all meetings, also from the list of them", async () => {
    const meeting = newMeeting();
    const main = openWindow({ meetings: [meeting] });
    const hit = {
      meetingId: meeting.id,
      meetingDate: "2025-03-11",
      itemNumber: 3,
      itemTitle: "Handicapbarometer",
      closed: false,
      lines: [],
    };
    main.decisions = [{ ...hit, itemId: crypto.randomUUID(), quote: "Rådmanden godkendte barometeret." }];
    await expect.element(page.getByRole("heading", { name: "Møder" }).first()).toBeVisible();
    await press("{Control>}{Shift>}f{/Shift}{/Control}");
    await expect.element(page.getByRole("combobox", { name: "Find alt" })).toHaveValue("?");
    await press("barometer");
    await expect.element(page.getByRole("option", { name: /Rådmanden godkendte barometeret/ })).toBeVisible();
  });
});
