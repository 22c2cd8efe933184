import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import type { FakeBridgeOptions, FakeMain } from "../../support/fake-bridge.ts";
import { newItem, newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow, spoken } from "./open-window.tsx";

const press = (keys: string) => userEvent.keyboard(keys);
const end = "{Control>}{Shift>}E{/Shift}{/Control}";
const lay = "{Control>}{Shift>}S{/Shift}{/Control}";
const panel = () => page.getByRole("complementary", { name: "Det lægges i mappen" });
const connected = { kind: "connected", name: "MSB", lastPublishedAt: null } as const;

function held(fields: Partial<MeetingView> = {}): MeetingView {
  const items = [
    newItem("Dagsorden", null, { decision: text("Godkendt.") }),
    newItem("Bordet rundt", null),
    newItem("Personalesag", null, { closed: true, decision: text("Godkendt.") }),
  ];
  return newMeeting({ state: "running", categories: [{ id: crypto.randomUUID(), name: "", items }], ...fields });
}

async function closing(options: FakeBridgeOptions = { folder: connected }): Promise<FakeMain> {
  const main = openWindow({ meetings: [held()], ...options });
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await expect.element(page.getByRole("textbox", { name: "Mødets referat" })).toBeVisible();
  await press(end);
  await expect.element(panel()).toBeVisible();
  return main;
}

/** A request that waits until it is let go. */
function holdBack(main: FakeMain): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  main.held.set("referat:publish", promise);
  return resolve;
}

describe("the way into the folder from Afslut mødet", () => {
  it("tells what is laid and where, what is closed, and what is still lacking", async () => {
    await closing();
    await expect.element(panel().getByText("20260310-Rådmandsmøde.pdf")).toBeVisible();
    await expect.element(panel().getByText("Referater › 2026 i »MSB«")).toBeVisible();
    await expect.element(panel().getByText("Punkt 3 er lukket")).toBeVisible();
    await expect.element(panel().getByText("Bliver kladde, når det lægges i mappen")).toBeVisible();
    await expect.element(panel().getByText("Mangler beslutning til punkt 2. Det kan lægges i mappen alligevel.")).toBeVisible();
  });

  it("takes one key, shows that it is under way, and says when it is there; the meeting is a draft by then", async () => {
    const main = await closing();
    expect(main.callsOf("referat:rehearse")).toEqual([{ meetingId: main.meetings[0]?.id }]);
    const release = holdBack(main);
    await press(lay);
    await expect.element(panel().getByRole("progressbar", { name: "Sætter siderne og læser dem efter …" })).toBeVisible();
    main.emit("folder:changed", { kind: "publishing", name: "MSB", meetingId: main.meetings[0]?.id ?? "" });
    await expect.element(panel().getByRole("progressbar", { name: "Lægger i mappen …" })).toBeVisible();
    main.emit("folder:changed", connected);
    release();
    await expect.element(panel().getByText(/^Lagt i mappen 10\. marts/)).toBeVisible();
    await expect.poll(spoken).toBe("20260310-Rådmandsmøde.pdf ligger i mappen");
    expect(main.callsOf("referat:publish")).toEqual([{ meetingId: main.meetings[0]?.id }]);
    expect(main.meetings[0]?.state).toBe("draft");
    await expect.element(panel().getByText("Kladde, indtil det er godkendt")).toBeVisible();
  });

  it("lays the short referat too where that is ticked, by mouse or by key, and says so; it stays so for the meeting", async () => {
    const main = await closing();
    const box = panel().getByRole("checkbox", { name: "Læg også det korte referat i mappen" });
    await expect.element(box).not.toBeChecked();
    await expect.element(box).toHaveAccessibleDescription("20260310-Rådmandsmøde kort.pdf Titler og beslutninger");
    await panel().getByText("Læg også det korte referat i mappen").click();
    await expect.element(box).toBeChecked();
    await press(" ");
    await expect.element(box).not.toBeChecked();
    await press(" ");
    await expect.element(box).toBeChecked();
    expect(main.callsOf("meetings:lay-short").map((call) => (call as { short: boolean }).short)).toEqual([true, false, true]);
    await press(lay);
    await expect.poll(spoken).toBe("20260310-Rådmandsmøde.pdf og 20260310-Rådmandsmøde kort.pdf ligger i mappen");
    await press("{Escape}");
    await expect.element(panel()).not.toBeInTheDocument();
    await press(end);
    await expect.element(box).toBeChecked();
  });

  it("says why when the wish could not be kept", async () => {
    const main = await closing();
    main.failures.set("meetings:lay-short", { kind: "disk-full", where: "data" });
    await panel().getByText("Læg også det korte referat i mappen").click();
    await expect.element(panel().getByRole("alert")).toBeVisible();
    await expect.element(panel().getByRole("checkbox")).not.toBeChecked();
  });

  it("is stopped by Esc while the pages are made, and lays nothing; once it is on its way into the folder it goes on", async () => {
    const main = await closing();
    const release = holdBack(main);
    await press(lay);
    main.emit("referat:progressed", { stage: "pages", done: 0, total: 1 });
    const stop = panel().getByRole("button", { name: "Afbryd" });
    await expect.element(stop).toBeVisible();
    main.emit("folder:changed", { kind: "publishing", name: "MSB", meetingId: main.meetings[0]?.id ?? "" });
    await expect.element(stop).not.toBeInTheDocument();
    main.emit("folder:changed", connected);
    main.emit("referat:progressed", { stage: "reading", done: 0, total: 1 });
    await expect.element(stop).toBeVisible();
    await press("{Escape}");
    expect(main.callsOf("referat:stop-publishing")).toEqual([{}]);
    await expect.element(stop).toBeDisabled();
    release();
    await expect.poll(spoken).toBe("Afbrudt. Intet er lagt i mappen.");
    await expect.element(panel().getByRole("button", { name: "Eksportér og læg i mappen" })).toBeVisible();
  });

  it("saves the last word first, and what is written afterwards is told as not laid yet", async () => {
    const main = await closing();
    await press("{Control>}2{/Control}Sidste ord.");
    await press(end);
    await press(lay);
    await expect.element(panel().getByText(/^Lagt i mappen/)).toBeVisible();
    const order = main.calls.map(({ channel }) => channel);
    expect(order.indexOf("meetings:save-fields")).toBeLessThan(order.indexOf("referat:publish"));
    await press("{Control>}2{/Control} Og et til.");
    await press(end);
    await expect.element(panel().getByRole("button", { name: "Eksportér og læg i mappen" })).toBeVisible();
  });

  it("asks for the folder where none is chosen, and goes on by itself when it is", async () => {
    const main = await closing({ folder: { kind: "none" } });
    main.failures.set("referat:publish", { kind: "folder-not-set" });
    await press(lay);
    await expect.element(panel().getByRole("alert")).toMatchTextContent(/Der er ikke valgt en delt mappe\. Mødet er gemt på pc'en/);
    main.failures.clear();
    await panel().getByRole("alert").getByRole("button", { name: "Vælg mappe" }).click();
    await expect.element(panel().getByText(/^Lagt i mappen/)).toBeVisible();
    expect(main.callsOf("referat:publish")).toHaveLength(2);
  });

  it("says where the pages differ from the meeting, and leads there", async () => {
    const main = await closing();
    main.failures.set("referat:publish", { kind: "referat-differs", place: "Punkt 2, beslutningen" });
    await press(lay);
    await expect.element(panel().getByRole("alert")).toMatchTextContent(/Referatet blev ikke lavet.*Mødet er gemt/);
    await panel().getByRole("button", { name: "Gå til punkt 2" }).click();
    await expect.element(panel()).not.toBeInTheDocument();
    await press("Skrevet.");
    await press(end);
    main.failures.clear();
    await panel().getByRole("button", { name: "Prøv igen" }).click();
    await expect.element(panel().getByText(/^Lagt i mappen/)).toBeVisible();
  });

  it("sends what waits when the folder can be reached again, without making it anew", async () => {
    const main = await closing();
    main.folder = { kind: "trouble", name: "MSB", error: { kind: "folder-absent" }, waiting: 1 };
    main.emit("folder:changed", main.folder);
    await expect.element(panel().getByRole("alert")).toMatchTextContent(/Mappen kan ikke nås\. Alt er gemt på pc'en/);
    await panel().getByRole("button", { name: "Prøv igen" }).click();
    await expect.poll(() => main.callsOf("folder:retry")).toHaveLength(1);
    expect(main.callsOf("referat:publish")).toEqual([]);
  });

  it("shows why the open edition was refused, and where", async () => {
    const main = await closing();
    main.failures.set("referat:export", { kind: "referat-leaks", what: "closed", place: "side 2 (fra Punkt 3)" });
    await panel().getByRole("button", { name: "Eksportér offentlig udgave" }).click();
    await expect.element(panel().getByRole("alert")).toMatchTextContent(/tekst fra et lukket punkt står i det, side 2 \(fra Punkt 3\)/);
    await expect.element(panel().getByRole("button", { name: "Gå til punkt 3" })).toBeVisible();
    await panel().getByRole("button", { name: "Skjul besked" }).click();
    await expect.element(panel().getByRole("alert")).not.toBeInTheDocument();
  });

  it("does not send what could not be saved", async () => {
    const main = await closing();
    main.failures.set("meetings:save-fields", { kind: "save-failed", code: "SQLITE_BUSY" });
    await press("{Enter}");
    await press(lay);
    await expect.element(panel().getByRole("alert")).toMatchTextContent(/Ikke gemt \(SQLITE_BUSY\)/);
    expect(main.callsOf("referat:publish")).toEqual([]);
  });
});
