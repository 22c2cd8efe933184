import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { plainText } from "../../../shared/domain/rich-text.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow } from "./open-window.tsx";

const press = (keys: string) => userEvent.keyboard(keys);
const panel = () => page.getByRole("region", { name: "Tidligere" });

async function inMeeting(): Promise<FakeMain> {
  const earlier = newMeeting({ title: "Rådmandsmøde d. 11. marts", date: "2025-03-11", state: "approved" });
  const main = openWindow({ meetings: [newMeeting(), earlier] });
  const common = { meetingId: earlier.id, meetingDate: earlier.date, itemNumber: 3, closed: false };
  const lines = ["Rådmanden godkendte barometeret.", "FAS følger op."];
  main.decisions = [
    { ...common, itemId: earlier.categories[0]?.items[2]?.id ?? "", itemTitle: "Handicapbarometer", quote: lines[0] ?? "", lines },
    { ...common, itemId: crypto.randomUUID(), itemTitle: "Budget", closed: true, quote: "Udsat.", lines: ["Udsat."] },
  ];
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await page.getByRole("button", { name: /^Punkt 3, / }).click();
  return main;
}

describe("Tidligere", () => {
  it("shows by one key what was decided on the matter at the caret, which stays in the text, and follows it", async () => {
    const main = await inMeeting();
    await press("{Alt>}5{/Alt}");
    await expect.element(panel().getByText("Rådmanden godkendte barometeret.")).toBeVisible();
    await expect.element(panel().getByText("1 fund")).toBeVisible();
    await press("Som sidst.");
    await expect.poll(() => plainText(main.meetings[0]?.categories[0]?.items[2]?.decision ?? text(""))).toBe("Som sidst.");
    await press("{Control>}{ArrowDown}{/Control}");
    await expect.element(panel().getByText("Intet besluttet før")).toBeVisible();
  });

  it("looks for what is typed, tells of a closed punkt, and marks the words", async () => {
    await inMeeting();
    await press("{Alt>}5{/Alt}");
    await panel().getByRole("searchbox").fill("budget");
    await expect.element(panel().getByText("Udsat.")).toBeVisible();
    await expect.element(panel().getByLabelText("Lukket punkt")).toBeVisible();
    expect(document.querySelector(".earlier mark")?.textContent).toBe("Budget");
    await panel().getByRole("searchbox").fill("xyzzy");
    await expect.element(panel().getByText('Ingen tidligere beslutning har "xyzzy".')).toBeVisible();
  });

  it("puts a reference in where the caret is, and opens the meeting of a decision", async () => {
    const main = await inMeeting();
    await press("Godkendt, ");
    await press("{Alt>}5{/Alt}");
    await panel()
      .getByRole("button", { name: /^Indsæt henvisning/ })
      .click();
    await press(".");
    await expect
      .poll(() => plainText(main.meetings[0]?.categories[0]?.items[2]?.decision ?? text("")))
      .toBe("Godkendt, jf. beslutningen på rådmandsmødet d. 11. marts 2025, punkt 3.");
    await panel()
      .getByRole("button", { name: /^Åbn mødet/ })
      .click();
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 11. marts" })).toBeVisible();
  });
});
