import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";
import type { FakeBridgeOptions, FakeMain } from "../../support/fake-bridge.ts";
import { newMeeting } from "../../support/fake-meeting.ts";
import { openWindow, railTitles, spoken } from "./open-window.tsx";

const agenda = ["Dagsorden", "Referat", "Handicapbarometer", "Orientering fra Magistraten", "Bordet rundt"];
const rowButton = (number: number) => page.getByRole("button", { name: new RegExp(`^Punkt ${number}, `) });
const focusedName = () => document.activeElement?.getAttribute("aria-label");

async function openMeeting(options: FakeBridgeOptions = {}): Promise<FakeMain> {
  const main = openWindow({ meetings: [newMeeting()], ...options });
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 10. marts" })).toBeVisible();
  return main;
}

async function focusRow(number: number): Promise<void> {
  (rowButton(number).element() as HTMLElement).focus();
  await expect.element(rowButton(number)).toHaveFocus();
}

describe("the agenda", () => {
  it("spells each punkt out to those who cannot see the marks", async () => {
    await openMeeting();
    await expect.element(page.getByRole("button", { name: "Punkt 5, Bordet rundt, tom, 5 minutter", exact: true })).toBeVisible();
  });

  it("is walked with the arrows, and Enter goes to the punkt in the text", async () => {
    await openMeeting();
    await focusRow(1);
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(focusedName()).toContain("Handicapbarometer");
    await userEvent.keyboard("{Enter}");
    expect(document.activeElement?.classList.contains("ProseMirror")).toBe(true);
    await expect.element(rowButton(3)).toHaveAttribute("aria-current", "true");
  });

  it("goes to a punkt that is chosen by its number, by key or in the native menu", async () => {
    const main = await openMeeting();
    await focusRow(1);
    await userEvent.keyboard("{Control>}4{/Control}");
    await expect.element(rowButton(4)).toHaveAttribute("aria-current", "true");
    main.emit("app:command-chosen", "item-2");
    await expect.element(rowButton(2)).toHaveAttribute("aria-current", "true");
    expect(document.activeElement?.classList.contains("ProseMirror")).toBe(true);
  });

  it("moves a punkt with Alt+Shift+arrows, into the next category too, keeps the focus on it and says where it stands", async () => {
    await openMeeting();
    await focusRow(3);
    await userEvent.keyboard("{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}");
    await expect.poll(railTitles).toEqual(["Dagsorden", "Handicapbarometer", "Referat", "Orientering fra Magistraten", "Bordet rundt"]);
    await expect.poll(spoken).toBe("Handicapbarometer er flyttet til plads 2 i Til godkendelse");
    await expect.poll(focusedName).toMatch(/^Punkt 2, Handicapbarometer/);
    await userEvent.keyboard("{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}");
    await expect.poll(spoken).toBe("Handicapbarometer er flyttet til plads 3 i Til godkendelse");
    await userEvent.keyboard("{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}");
    await expect.poll(spoken).toBe("Handicapbarometer er flyttet til plads 1 i Faste orienteringspunkter");
    await expect.poll(focusedName).toMatch(/^Punkt 3, Handicapbarometer/);
  });

  it("says that the first punkt cannot go further up", async () => {
    const main = await openMeeting();
    await focusRow(1);
    await userEvent.keyboard("{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}");
    await expect.poll(spoken).toBe("Punktet står allerede yderst");
    expect(main.callsOf("items:move")).toHaveLength(0);
  });

  it("deletes with Delete and brings the punkt back to its place by Fortryd", async () => {
    await openMeeting();
    await focusRow(3);
    await userEvent.keyboard("{Delete}");
    await expect.poll(railTitles).toEqual(agenda.filter((title) => title !== "Handicapbarometer"));
    await expect.poll(focusedName).toContain("Orientering fra Magistraten");
    await page.getByRole("button", { name: "Fortryd" }).click();
    await expect.poll(railTitles).toEqual(agenda);
  });

  it("adds a punkt after the one at the caret and puts the caret in its title", async () => {
    await openMeeting();
    await rowButton(2).click();
    await userEvent.keyboard("{Control>}{Shift>}N{/Shift}{/Control}");
    await expect
      .poll(railTitles)
      .toEqual(["Dagsorden", "Referat", "Uden titel", "Handicapbarometer", "Orientering fra Magistraten", "Bordet rundt"]);
    await userEvent.keyboard("Eventuelt");
    await expect.poll(railTitles).toContain("Eventuelt");
  });

  it("closes a punkt and sets its minutes from the row's menu, by keyboard", async () => {
    const main = await openMeeting();
    await focusRow(3);
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(page.getByRole("menu")).toBeVisible();
    await page.getByRole("menuitemcheckbox", { name: "Lukket punkt" }).click();
    await expect.element(page.getByRole("button", { name: "Punkt 3, Handicapbarometer, tom, lukket punkt", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Handlinger for punkt 3" }).click();
    await page.getByRole("menuitem", { name: "Ret minutter" }).click();
    await userEvent.keyboard("15{Enter}");
    await expect
      .element(page.getByRole("button", { name: "Punkt 3, Handicapbarometer, tom, 15 minutter, lukket punkt", exact: true }))
      .toHaveFocus();
    await useOpenMeeting.getState().flush();
    const item = main.meetings[0]?.categories[0]?.items[2];
    expect([item?.closed, item?.minutes]).toEqual([true, 15]);
  });

  it("renames with F2 in the text itself", async () => {
    await openMeeting();
    await focusRow(2);
    await userEvent.keyboard("{F2} fra sidst");
    await expect.poll(railTitles).toContain("Referat fra sidst");
  });

  it("goes from the text to the agenda and from there to the meetings with Esc, saved", async () => {
    const main = await openMeeting();
    await rowButton(3).click();
    await userEvent.keyboard("Punktet udgik.{Escape}");
    await expect.element(rowButton(3)).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("heading", { level: 1, name: "Møder" })).toBeVisible();
    expect(JSON.stringify(main.meetings[0]?.categories[0]?.items[2]?.decision)).toContain("Punktet udgik.");
  });
});

describe("whether it is saved", () => {
  it("gives the time only after the commit", async () => {
    const main = await openMeeting();
    await rowButton(3).click();
    await userEvent.keyboard("Godkendt.");
    await expect.element(page.getByText(/^Gemt \d\d\.\d\d\.\d\d$/)).toBeVisible();
    await expect.poll(() => main.callsOf("meetings:save-fields").length).toBeGreaterThan(0);
    const at = new Date(main.meetings[0]?.savedAt ?? "");
    const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, "0")).join(".");
    await expect.element(page.getByText(`Gemt ${time}`)).toBeVisible();
  });

  it("says a failure at once and keeps saying it, with the text still there", async () => {
    const main = await openMeeting();
    main.failures.set("meetings:save-fields", { kind: "disk-full", where: "data" });
    await rowButton(3).click();
    await userEvent.keyboard("Godkendt.");
    await expect.element(page.getByRole("alert")).toHaveTextContent("Ikke gemt. Teksten er her stadig.");
    await expect.element(page.getByText(/Disken er fuld/)).toBeVisible();
    expect(document.querySelector(".ProseMirror")?.textContent).toContain("Godkendt.");
    expect(document.body.textContent).not.toMatch(/Gemt \d\d\.\d\d/);
    main.failures.clear();
    await page.getByRole("button", { name: "Prøv igen" }).click();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
  });

  it("keeps the meeting open when it could not be saved", async () => {
    const main = await openMeeting();
    await rowButton(3).click();
    main.failures.set("meetings:save-fields", { kind: "save-failed", code: "SQLITE_IOERR" });
    await userEvent.keyboard("Godkendt.{Alt>}{ArrowLeft}{/Alt}");
    await expect.element(page.getByRole("alert")).toBeVisible();
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 10. marts" })).toBeVisible();
  });

  it("answers Ctrl+S that all is saved", async () => {
    await openMeeting();
    await userEvent.keyboard("{Control>}s{/Control}");
    await expect.element(page.getByText("Alt er gemt", { exact: true }).first()).toBeVisible();
    expect(spoken()).toBe("Alt er gemt");
  });

  it("lets the window close once all is saved, and not before", async () => {
    const main = await openMeeting();
    await rowButton(3).click();
    main.failures.set("meetings:save-fields", { kind: "save-failed", code: "SQLITE_IOERR" });
    await userEvent.keyboard("Godkendt.");
    main.emit("app:close-requested", {});
    await expect.element(page.getByRole("alert")).toBeVisible();
    expect(main.callsOf("app:flushed")).toHaveLength(0);
    main.failures.clear();
    main.emit("app:close-requested", {});
    await expect.poll(() => main.callsOf("app:flushed").length).toBe(1);
  });
});

describe("into the folder and out as a file", () => {
  it("lays the meeting in the folder with Ctrl+Shift+S and shows when", async () => {
    const main = await openMeeting({ folder: { kind: "connected", name: "Referater", lastPublishedAt: null } });
    await expect.element(page.getByRole("button", { name: "Ikke lagt i mappen" })).toBeVisible();
    await userEvent.keyboard("{Control>}{Shift>}S{/Shift}{/Control}");
    await expect.element(page.getByRole("button", { name: /^Lagt i mappen/ })).toBeVisible();
    expect(main.meetings[0]?.state).toBe("draft");
  });

  it("sends the referent to the settings when no folder is chosen", async () => {
    await openMeeting();
    await page.getByRole("button", { name: "Læg i mappen" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent(/Der er ikke valgt en delt mappe/);
    await page.getByRole("button", { name: "Åbn Indstillinger" }).click();
    await expect.element(page.getByRole("heading", { level: 1, name: "Indstillinger" })).toBeVisible();
  });

  it("exports with Ctrl+E and says what was made", async () => {
    await openMeeting();
    await userEvent.keyboard("{Control>}e{/Control}");
    await expect.element(page.getByText("20260310-Rådmandsmøde.pdf er eksporteret · 6 sider").first()).toBeVisible();
  });
});

describe("the other forms of the referat", () => {
  it.each([
    ["korte referat", "Eksportér det korte referat", { form: "short" }],
    ["offentlige udgave", "Eksportér den offentlige udgave, uden lukkede punkter", { edition: "open" }],
    ["kort offentlig", "Eksportér det korte referat i offentlig udgave", { form: "short", edition: "open" }],
  ])("are exported by name from the palette: %s", async (_name, command, kind) => {
    const main = await openMeeting();
    await userEvent.keyboard("{Control>}k{/Control}");
    await userEvent.keyboard(`${command}{Enter}`);
    await expect.poll(() => main.callsOf("referat:export")).toEqual([{ meetingId: main.meetings[0]?.id, ...kind }]);
  });
});

describe("the time of the last commit", () => {
  it("counts a change of the agenda as one", async () => {
    const main = await openMeeting();
    await focusRow(3);
    await userEvent.keyboard("{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}");
    await expect.poll(railTitles).toContain("Handicapbarometer");
    await expect.poll(() => main.callsOf("items:move").length).toBe(1);
    const at = new Date(main.meetings[0]?.savedAt ?? "");
    const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, "0")).join(".");
    await expect.element(page.getByText(`Gemt ${time}`)).toBeVisible();
  });

  it("tells that a meeting in the folder was changed since", async () => {
    await openMeeting({ folder: { kind: "connected", name: "Referater", lastPublishedAt: null } });
    await userEvent.keyboard("{Control>}{Shift>}S{/Shift}{/Control}");
    await expect.element(page.getByRole("button", { name: /^Lagt i mappen/ })).toBeVisible();
    await rowButton(3).click();
    await userEvent.keyboard("Mere.");
    await expect.element(page.getByRole("button", { name: /^Ændret siden/ })).toBeVisible();
  });
});

describe("dragging in the agenda", () => {
  it("puts a punkt where the line shows, across a heading too", async () => {
    await openMeeting();
    const from = rowButton(1).element().getBoundingClientRect();
    const to = rowButton(4).element().getBoundingClientRect();
    const target = rowButton(1).element();
    const at = (y: number) => ({ bubbles: true, isPrimary: true, button: 0, clientX: from.left + 60, clientY: y, pointerId: 1 });
    target.dispatchEvent(new PointerEvent("pointerdown", at(from.top + 16)));
    for (let y = from.top + 16; y <= to.top + 16; y += 8) {
      document.dispatchEvent(new PointerEvent("pointermove", at(y)));
      await new Promise(requestAnimationFrame);
    }
    await expect.poll(() => document.querySelector(".drop-below")?.textContent).toContain("Magistraten");
    document.dispatchEvent(new PointerEvent("pointerup", at(to.top + 16)));
    await expect.poll(railTitles).toEqual(["Referat", "Handicapbarometer", "Orientering fra Magistraten", "Dagsorden", "Bordet rundt"]);
  });
});
