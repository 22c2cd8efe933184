import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { useNewMeeting } from "../../../renderer/stores/new-meeting.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { openWindow, railTitles } from "./open-window.tsx";

const field = (name: string) => page.getByRole("textbox", { name, exact: true });

async function openDialog(): Promise<void> {
  await expect.element(page.getByRole("heading", { level: 1, name: "Møder" })).toBeVisible();
  await userEvent.keyboard("{Control>}n{/Control}");
  await expect.element(field("Dato")).toHaveFocus();
}

describe("Nyt møde", () => {
  it("makes the meeting with its cases and opens it, by keyboard alone", async () => {
    const main = openWindow({ settings: { minuteTaker: "Martin" } });
    await openDialog();
    await expect.element(field("Dato")).toHaveValue("10-03-2026");
    await userEvent.keyboard("{Tab}{Tab}{Tab}{Tab}{Tab}{Tab}{Tab}");
    await expect.element(field("Dagens sag")).toHaveFocus();
    await userEvent.keyboard("Status på overgangen{Tab}10{Enter}Handicapbarometer{Enter}");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 10. marts" })).toBeVisible();
    expect(railTitles()).toEqual([
      "Dagsorden",
      "Referat",
      "Status på overgangen",
      "Handicapbarometer",
      "Orientering fra Magistraten",
      "Bordet rundt",
    ]);
    const made = main.meetings[0];
    expect(made?.minuteTaker).toBe("Martin");
    expect(made && itemsOf(made).map((item) => item.minutes)).toEqual([null, null, 10, null, null, null]);
  });

  it("takes the case with it that stands in the last line without Enter", async () => {
    const main = openWindow();
    await openDialog();
    await field("Dagens sag").fill("Budget 2027");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 10. marts" })).toBeVisible();
    expect(main.meetings[0] && itemsOf(main.meetings[0]).map((item) => item.title)).toContain("Budget 2027");
  });

  it("accepts the proposal even when Ctrl+Enter comes before it", async () => {
    const main = openWindow();
    await expect.element(page.getByRole("heading", { level: 1, name: "Møder" })).toBeVisible();
    const answer = Promise.withResolvers<void>();
    main.held.set("meetings:propose", answer.promise);
    await userEvent.keyboard("{Control>}n{Enter}{/Control}");
    await expect.element(page.getByText("Henter forslaget …")).toBeVisible();
    answer.resolve();
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 10. marts" })).toBeVisible();
  });

  it("proposes anew for another date, and leaves what was written", async () => {
    openWindow();
    await openDialog();
    await field("Sted").fill("Byrådssalen");
    await field("Dato").fill("9/12-2025");
    await expect.element(field("Titel")).toHaveValue("Rådmandsmøde d. 9. december");
    await expect.element(page.getByText("Lægges i Rådmandsmøder 2022-2025")).toBeVisible();
    await expect.element(field("Sted")).toHaveValue("Byrådssalen");
  });

  it("goes a week on with the arrow", async () => {
    openWindow();
    await openDialog();
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(field("Dato")).toHaveValue("17-03-2026");
    await expect.element(field("Titel")).toHaveValue("Rådmandsmøde d. 17. marts");
  });

  it("says what is wrong, goes there, and makes nothing", async () => {
    const main = openWindow();
    await openDialog();
    await field("Slut").fill("10.00");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(page.getByText("Slut skal være efter start.")).toBeVisible();
    await expect.element(field("Slut")).toHaveFocus();
    expect(main.callsOf("meetings:create")).toHaveLength(0);
  });

  it("loses nothing when it is closed by a slip", async () => {
    openWindow();
    await openDialog();
    await field("Dagens sag").fill("Ankestyrelsen");
    await userEvent.keyboard("{Enter}{Escape}");
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    await userEvent.keyboard("{Control>}n{/Control}");
    await expect.element(page.getByText("Det, du skrev før, står her stadig.")).toBeVisible();
    await expect.element(field("Titel på punkt 3")).toHaveValue("Ankestyrelsen");
    await page.getByRole("button", { name: "Begynd forfra" }).click();
    await expect.element(field("Titel på punkt 3")).not.toBeInTheDocument();
    expect(useNewMeeting.getState().touched.size).toBe(0);
  });

  it("shows why main refused it and keeps the fields", async () => {
    const main = openWindow();
    main.failures.set("meetings:create", { kind: "disk-full", where: "data" });
    await openDialog();
    await field("Titel").fill("Ekstra møde");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(page.getByRole("alert")).toMatchTextContent(/Disken er fuld/);
    await expect.element(field("Titel")).toHaveValue("Ekstra møde");
  });
});
