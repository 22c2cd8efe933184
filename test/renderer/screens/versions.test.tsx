import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { plainText } from "../../../shared/domain/rich-text.ts";
import type { Twofold } from "../../../shared/domain/twofold.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newItem, newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow, spoken } from "./open-window.tsx";

const mine = "Rådmanden tog orienteringen til efterretning.";
const theirs = "Rådmanden tog orienteringen til efterretning og roste arbejdet.";

async function openClosing(): Promise<FakeMain> {
  const items = [newItem("Dagsorden", null, { decision: text("Godkendt.") }), newItem("Handicapbarometer", 10, { decision: text(mine) })];
  const meeting = newMeeting({ state: "draft", categories: [{ id: crypto.randomUUID(), name: "Sager", items }] });
  const main = openWindow({ meetings: [meeting] });
  const itemId = items[1]?.id ?? "";
  const versions = [
    { actor: crypto.randomUUID(), counter: 7, value: text(mine), by: null },
    { actor: crypto.randomUUID(), counter: 9, value: text(theirs), by: "Martin Holm" },
  ];
  main.twofold = [{ entity: "item", id: itemId, field: "decision", itemId, itemNumber: 2, versions } satisfies Twofold];
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await page.getByRole("button", { name: /^Punkt 1, / }).click();
  await userEvent.keyboard("{Control>}{Shift>}E{/Shift}{/Control}");
  await expect.element(page.getByRole("heading", { name: "Afslut mødet" })).toBeVisible();
  return main;
}

const finding = () => page.getByRole("button", { name: /^To udgaver af beslutningen: din og Martins Punkt 2 · Handicapbarometer/ });
const dialog = () => page.getByRole("dialog", { name: "To udgaver af beslutningen" });
const decision = (main: FakeMain) => plainText(itemsOf(main.meetings[0] as MeetingView)[1]?.decision ?? text(""));

describe("two versions of a decision", () => {
  it("stand first in Afslut mødet, and Enter shows them side by side with the difference marked", async () => {
    await openClosing();
    await expect.element(finding()).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(dialog()).toBeVisible();
    const shown = [...document.querySelectorAll(".version")].map((version) => [
      version.getAttribute("aria-label"),
      version.querySelector(".side-diff")?.textContent,
      [...version.querySelectorAll("mark")].map((mark) => mark.textContent),
    ]);
    expect(shown).toEqual([
      ["Din udgave", mine, []],
      ["Martins udgave", theirs, [" og roste arbejdet"]],
    ]);
    expect(getComputedStyle(document.querySelector(".versions") as Element).gridTemplateColumns.split(" ")).toHaveLength(2);
  });

  it("are told to stand in the way of the folder until one is chosen", async () => {
    await openClosing();
    const told = page.getByText("Punkt 2 har to udgaver. Vælg én, før mødet kan lægges i mappen.");
    await expect.element(told).toBeVisible();
    await expect.element(finding()).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(dialog()).toBeVisible();
    await userEvent.keyboard("1");
    await expect.element(told).not.toBeInTheDocument();
  });

  it("are chosen by a number, and Ctrl+Z brings both back", async () => {
    const main = await openClosing();
    await expect.element(finding()).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(dialog()).toBeVisible();
    await userEvent.keyboard("2");
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(decision(main)).toBe(theirs);
    await expect.poll(spoken).toContain("Martins udgave gælder");
    await expect.element(finding()).not.toBeInTheDocument();
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.element(finding()).toBeVisible();
    expect(decision(main)).toBe(mine);
  });

  it("cannot be left as they are, and Esc leaves them for later", async () => {
    const main = await openClosing();
    await expect.element(finding()).toHaveFocus();
    await userEvent.keyboard(" ");
    expect(main.callsOf("findings:keep")).toEqual([]);
    await expect.element(finding()).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(dialog()).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(finding()).toHaveFocus();
    expect(decision(main)).toBe(mine);
  });

  it("are told of the moment the second comes", async () => {
    const main = await openClosing();
    await userEvent.keyboard("{Escape}");
    main.emit("meetings:received", { meetingIds: [main.meetings[0]?.id ?? ""] });
    await expect.element(page.getByText("Noget er skrevet to gange. Vælg i Afslut mødet.")).not.toBeInTheDocument();
    main.twofold = [...main.twofold, { ...(main.twofold[0] as Twofold), field: "title" }];
    main.emit("meetings:received", { meetingIds: [main.meetings[0]?.id ?? ""] });
    await expect.element(page.getByText("2 ting er skrevet to gange. Vælg i Afslut mødet.").first()).toBeVisible();
  });
});
