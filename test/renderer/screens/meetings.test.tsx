import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow, spoken } from "./open-window.tsx";

const row = (day: string) => page.getByRole("button", { name: new RegExp(`^Rådmandsmøde d\\. ${day}\\. marts,`) });

function threeMeetings() {
  const upcoming = newMeeting({ title: "Rådmandsmøde d. 17. marts", date: "2126-03-17" });
  const draft = newMeeting({ title: "Rådmandsmøde d. 10. marts", date: "2026-03-10", state: "draft" });
  const approved = newMeeting({ title: "Rådmandsmøde d. 3. marts", date: "2026-03-03", state: "approved" });
  return [approved, draft, upcoming];
}

describe("the list of meetings", () => {
  it("says what to do when there is none", async () => {
    openWindow();
    await expect.element(page.getByRole("heading", { name: "Her kommer møderne til at stå" })).toBeVisible();
    await expect.element(page.getByText(/Begynd med et nyt møde/)).toBeVisible();
  });

  it("shows upcoming, drafts and approved in that order", async () => {
    openWindow({ meetings: threeMeetings() });
    await expect.element(row("17")).toBeVisible();
    const headings = [...document.querySelectorAll("h2")].map((heading) => heading.textContent?.trim());
    expect(headings).toEqual(["Kommende", "Kladder Referater, der ikke er godkendt endnu", "Godkendte 2026"]);
    const order = [...document.querySelectorAll(".meeting-title")].map((title) => title.textContent);
    expect(order).toEqual(["Rådmandsmøde d. 17. marts", "Rådmandsmøde d. 10. marts", "Rådmandsmøde d. 3. marts"]);
  });

  it("names a row by its title, day, cases, time, referent, progress and state", async () => {
    const meeting = newMeeting({ state: "draft" });
    const first = meeting.categories[0]?.items[0];
    if (first !== undefined) first.decision = text("Godkendt. FAS følger op.");
    meeting.followUps = [
      { id: crypto.randomUUID(), itemId: first?.id ?? "", text: "FAS følger op.", owners: ["FAS"], due: null, state: "open" },
    ];
    openWindow({ meetings: [meeting] });
    const name =
      "Rådmandsmøde d. 10. marts, 10. marts 2026, Handicapbarometer, 11.00–13.00, Martin, 1 åben opfølgning, Skal lægges i mappen";
    await expect.element(page.getByRole("button", { name, exact: true })).toBeVisible();
  });

  it.each([
    ["Godkendt 10. marts", { state: "approved", approvedAt: "2026-03-10T10:04:00.000Z" }],
    ["Rettet 11. marts", { state: "approved", approvedAt: "2026-03-10T10:04:00.000Z", correctedAt: "2026-03-11T08:00:00.000Z" }],
    ["Skal lægges i mappen", { state: "draft" }],
    ["I gang", { state: "running", date: "2126-03-10" }],
    ["Dagsorden klar", { date: "2126-03-10" }],
  ] as const)("tells how far a meeting is: %s", async (state, fields) => {
    openWindow({ meetings: [newMeeting(fields)] });
    await expect.element(page.getByRole("button", { name: new RegExp(`, ${state}$`) })).toBeVisible();
  });

  it("shows a notice that comes again once, until it is dismissed", async () => {
    const main = openWindow();
    const notice = { kind: "error", error: { kind: "disk-full", where: "data" } } as const;
    const shown = () => document.querySelectorAll(".notices .inline-alert").length;
    main.emit("app:noticed", notice);
    main.emit("app:noticed", { ...notice });
    main.emit("app:noticed", { kind: "store-shortfall", meetingTitles: ["Rådmandsmøde"] });
    await expect.poll(shown).toBe(2);
    await page.getByRole("button", { name: "Skjul besked" }).first().click();
    await expect.poll(shown).toBe(1);
    main.emit("app:noticed", notice);
    await expect.poll(shown).toBe(2);
  });

  it("tells when minutes in the folder are to be approved", async () => {
    const main = openWindow({ meetings: threeMeetings(), folder: { kind: "connected", name: "Referater", lastPublishedAt: null } });
    main.publishedAt.set(main.meetings[1]?.id ?? "", "2026-03-10T12:00:00.000Z");
    main.emit("folder:changed", { kind: "connected", name: "Referater", lastPublishedAt: null });
    await expect.element(page.getByRole("button", { name: /10\. marts.*, Godkendes 17\. marts$/ })).toBeVisible();
  });

  it("is walked with the arrows across its groups, one Tab stop, and Enter opens", async () => {
    openWindow({ meetings: threeMeetings() });
    await expect.element(row("17")).toBeVisible();
    (document.querySelector("[data-meeting]") as HTMLElement).focus();
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement?.getAttribute("aria-label")).toContain("10. marts");
    expect(document.querySelectorAll('[data-meeting][tabindex="0"]')).toHaveLength(1);
    await userEvent.keyboard("{End}{ArrowUp}{Enter}");
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 10. marts" })).toBeVisible();
  });

  it("has the focus on the first meeting when it comes up, and on the one that was left when one comes back", async () => {
    openWindow({ meetings: threeMeetings() });
    await expect.element(row("17")).toHaveFocus();
    await row("3").click();
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 3. marts" })).toBeVisible();
    await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    await expect.element(row("3")).toHaveFocus();
  });

  it("deletes with Delete, says so, moves on to the next row, and takes it back with Ctrl+Z", async () => {
    const main = openWindow({ meetings: threeMeetings() });
    await expect.element(row("17")).toBeVisible();
    (document.querySelector("[data-meeting]") as HTMLElement).focus();
    await userEvent.keyboard("{Delete}");
    await expect.element(page.getByText("Rådmandsmøde d. 17. marts er slettet").first()).toBeVisible();
    expect(spoken()).toBe("Rådmandsmøde d. 17. marts er slettet");
    expect(main.meetings).toHaveLength(2);
    expect(document.activeElement?.getAttribute("aria-label")).toContain("10. marts");
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.element(row("17")).toBeVisible();
    expect(main.meetings).toHaveLength(3);
  });

  it("says why a meeting could not be deleted and keeps it in the list", async () => {
    const main = openWindow({ meetings: threeMeetings() });
    main.failures.set("meetings:delete", { kind: "save-failed", code: "SQLITE_BUSY" });
    await expect.element(row("17")).toBeVisible();
    (document.querySelector("[data-meeting]") as HTMLElement).focus();
    await userEvent.keyboard("{Delete}");
    await expect.element(page.getByRole("alert")).toMatchTextContent(/Ikke gemt \(SQLITE_BUSY\)/);
    await expect.element(row("17")).toBeVisible();
  });

  it("reads a meeting in with Ctrl+O and opens it", async () => {
    openWindow({ importing: newMeeting({ title: "Rådmandsmøde d. 24. marts" }) });
    await expect.element(page.getByRole("heading", { name: "Møder" }).first()).toBeVisible();
    await userEvent.keyboard("{Control>}o{/Control}");
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 24. marts" })).toBeVisible();
  });

  it("shows what happened at start until it is dismissed", async () => {
    openWindow({ notices: [{ kind: "restored-empty", keptFile: "referent.damaged.db" }] });
    await expect.element(page.getByRole("alert")).toMatchTextContent(/referent\.damaged\.db/);
    await page.getByRole("button", { name: "Skjul besked" }).click();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
  });

  it("carries out what the native menu asks for", async () => {
    const main = openWindow();
    await expect.element(page.getByRole("heading", { name: "Her kommer møderne til at stå" })).toBeVisible();
    main.emit("app:command-chosen", "settings");
    await expect.element(page.getByRole("heading", { level: 1, name: "Indstillinger" })).toBeVisible();
    main.emit("app:command-chosen", "keys");
    await expect.element(page.getByRole("dialog", { name: "Taster" })).toBeVisible();
  });
});
