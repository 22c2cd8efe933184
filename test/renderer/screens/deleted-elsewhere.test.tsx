import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { plainText } from "../../../shared/domain/rich-text.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newItem, newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow, spoken } from "./open-window.tsx";

const row = () => page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ });
const deleted = () => page.getByText(/^Mødet er slettet på en anden pc\./);
const back = () => page.getByText(/^Mødet blev slettet på en anden pc, mens det var åbent her\. Du skrev videre/);
const alerts = () => document.querySelectorAll(".inline-alert").length;
const decided = (main: FakeMain) => main.meetings.map((meeting) => plainText(itemsOf(meeting)[0]?.decision ?? text("")));

/** The open meeting is deleted on another PC, and main says so. */
async function deleteElsewhere(): Promise<FakeMain> {
  const items = [newItem("Handicapbarometer", 10, { decision: text("Godkendt.") })];
  const meeting = newMeeting({ state: "draft", categories: [{ id: crypto.randomUUID(), name: "Sager", items }] });
  const main = openWindow({ meetings: [meeting] });
  await row().click();
  await page.getByRole("button", { name: /^Punkt 1, / }).click();
  main.deleteMeeting(meeting.id);
  main.emit("meetings:received", { meetingIds: [meeting.id] });
  return main;
}

describe("a meeting that is deleted on another PC while it is open", () => {
  it("says so at once, keeps the text and the caret, and comes back when it is written on", async () => {
    const main = await deleteElsewhere();
    await expect.element(deleted().first()).toBeVisible();
    await expect.poll(spoken).toMatch(/^Mødet er slettet på en anden pc\./);
    await userEvent.keyboard("{Control>}{End}{/Control} Og mere.");
    await expect.element(back().first()).toBeVisible();
    await expect.poll(spoken).toMatch(/^Mødet blev slettet på en anden pc/);
    await expect.poll(() => decided(main)).toEqual(["Godkendt. Og mere."]);
    await expect.element(page.getByText(/^Gemt /)).toBeVisible();
    await page.getByRole("button", { name: "Skjul besked" }).click();
    await expect.poll(alerts).toBe(0);
    await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    await expect.element(row()).toBeVisible();
  });

  it("can be kept without a word being written", async () => {
    const main = await deleteElsewhere();
    await page.getByRole("button", { name: "Behold mødet" }).click();
    await expect.poll(alerts).toBe(0);
    await expect.poll(() => decided(main)).toEqual(["Godkendt."]);
  });

  it("is gone when one leaves it as it is", async () => {
    await deleteElsewhere();
    await expect.element(deleted().first()).toBeVisible();
    await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    await expect.element(page.getByRole("heading", { name: "Møder", exact: true })).toBeVisible();
    await expect.element(row()).not.toBeInTheDocument();
  });

  it("says it in Afslut mødet too", async () => {
    const main = await deleteElsewhere();
    await expect.element(deleted().first()).toBeVisible();
    await userEvent.keyboard("{Control>}{Shift>}E{/Shift}{/Control}");
    await expect.element(page.getByRole("main", { name: "Afslut mødet" }).getByText(/^Mødet er slettet på en anden pc\./)).toBeVisible();
    await page.getByRole("main", { name: "Afslut mødet" }).getByRole("button", { name: "Behold mødet" }).click();
    await expect.poll(() => decided(main)).toEqual(["Godkendt."]);
  });
});
