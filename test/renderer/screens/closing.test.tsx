import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { plainText } from "../../../shared/domain/rich-text.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newItem, newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow, spoken } from "./open-window.tsx";

const press = (keys: string) => userEvent.keyboard(keys);
const end = "{Control>}{Shift>}E{/Shift}{/Control}";
const undo = "{Control>}z{/Control}";
const heading = () => page.getByRole("heading", { level: 2, name: "Afslut mødet" });
const focused = () => document.activeElement?.closest(".finding")?.querySelector(".finding-head")?.textContent ?? "";
const group = (name: string) => page.getByRole("region", { name: new RegExp(`^${name}`) });
const points = (...texts: string[]) => texts.map((each) => ({ id: crypto.randomUUID(), text: each }));

/** One of each thing that can be found. */
function unfinished(fields: Partial<MeetingView> = {}): MeetingView {
  const bilag = { fileName: "b.pdf", mediaType: "application/pdf", bytes: 1, sha256: "0".repeat(64), trouble: "er beskadiget" } as const;
  const items = [
    newItem("Dagsorden", null, { decision: text("Godkendt.") }),
    newItem("Budget", 10, {
      recommendations: points("at rådmanden godkender budgettet", "at rådmanden tager orienteringen til efterretning"),
      decision: text("at 1) rådmanden godkendte budgettet.", "Det er igang."),
      attachments: [{ ...bilag, id: crypto.randomUUID(), title: "Notat" }],
    }),
    newItem("Magistraten", null, { decision: text("Rådmanden bemærker, at det går godt.") }),
    newItem("Bordet rundt", null),
  ];
  const followUp = { owners: [], due: null, state: "open" } as const;
  const followUps = [{ ...followUp, owners: [], id: crypto.randomUUID(), itemId: items[2]?.id ?? "", text: "KL orienteres." }];
  return newMeeting({ state: "running", categories: [{ id: crypto.randomUUID(), name: "", items }], followUps, ...fields });
}

async function inMeeting(meeting = unfinished()): Promise<FakeMain> {
  const main = openWindow({ meetings: [meeting] });
  main.misspelt.set("igang", ["i gang"]);
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await expect.element(page.getByRole("textbox", { name: "Mødets referat" })).toBeVisible();
  return main;
}

async function closing(meeting?: MeetingView): Promise<FakeMain> {
  const main = await inMeeting(meeting);
  await press(end);
  await expect.element(heading()).toBeVisible();
  return main;
}

const decisions = (main: FakeMain) => itemsOf(main.meetings[0] ?? { categories: [] }).map((item) => plainText(item.decision));

describe("Afslut mødet", () => {
  it("lists what is required and what is advised, in the order of the punkter, and says how much", async () => {
    await closing();
    await expect.poll(spoken).toBe("Afslut mødet. 6 ting at se på, 2 skal løses.");
    const titles = [...document.querySelectorAll(".finding-head")].map((head) => head.textContent);
    expect(titles).toEqual([
      "at 2) er ikke besvaret Punkt 2 · Budget",
      "Beslutningen mangler Punkt 4 · Bordet rundt",
      "Stavning Punkt 2 · Budget",
      "Bilag kan ikke vises Punkt 2 · Budget",
      "Opfølgning uden ejer Punkt 3 · Magistraten",
      "Beslutninger står i datid: »bemærkede« Punkt 3 · Magistraten",
    ]);
    await expect.element(group("Skal løses")).toBeVisible();
    await expect.element(page.getByText("0 af 6")).toBeVisible();
    expect(focused()).toMatch(/^at 2\)/);
  });

  it("is done by the keys alone: Enter carries out what is proposed, and the next one is at hand", async () => {
    const main = await closing();
    await expect.poll(focused).toMatch(/^at 2\)/);
    await press("{Enter}");
    await expect.poll(focused).toMatch(/^Beslutningen mangler/);
    await expect.poll(spoken).toBe("at 2) er ikke besvaret. 5 tilbage");
    await press("{Enter}");
    await expect.poll(focused).toMatch(/^Stavning/);
    await press("{Enter}");
    await expect.poll(focused).toMatch(/^Bilag kan ikke vises/);
    await press("{ArrowDown}{ArrowDown}{Enter}");
    await expect.element(page.getByText("4 af 6")).toBeVisible();
    await expect
      .poll(() => decisions(main))
      .toEqual([
        "Godkendt.",
        "at 1) rådmanden godkendte budgettet.\nDet er i gang.\nat 2) rådmanden tog orienteringen til efterretning.",
        "Rådmanden bemærkede, at det går godt.",
        "Intet til referat.",
      ]);
  });

  it("takes back one thing after the other, and only what stands as it was made", async () => {
    const main = await closing();
    await expect.poll(focused).toMatch(/^at 2\)/);
    await press("{Enter}");
    await expect.poll(focused).toMatch(/^Beslutningen mangler/);
    await press("{Enter}");
    await expect.poll(focused).toMatch(/^Stavning/);
    await press(undo);
    await expect.poll(focused).toMatch(/^Beslutningen mangler/);
    await press(undo);
    await expect.poll(focused).toMatch(/^at 2\)/);
    await expect.poll(() => decisions(main)[3]).toBe("");
    await expect.poll(() => decisions(main)[1]).toBe("at 1) rådmanden godkendte budgettet.\nDet er igang.");
    await press(undo);
    await expect.poll(spoken).toBe("Der er ikke mere at fortryde her");
  });

  it("does not take back what was written over since", async () => {
    const main = await closing();
    await press("{ArrowDown}");
    await expect.poll(focused).toMatch(/^Beslutningen mangler/);
    await press("{Enter}");
    await expect.poll(() => decisions(main)[3]).toBe("Intet til referat.");
    await press("{Control>}4{/Control} Tak.");
    await expect.poll(() => decisions(main)[3]).toBe("Intet til referat. Tak.");
    await press(end);
    await press(undo);
    await expect.poll(spoken).toBe("Teksten er ændret siden, så det kan ikke fortrydes her");
    expect(decisions(main)[3]).toBe("Intet til referat. Tak.");
  });

  it("keeps a thing as it is by Space, and Ctrl+Z brings it back", async () => {
    await closing();
    await expect.poll(focused).toMatch(/^at 2\)/);
    await press(" ");
    await expect.poll(focused).toMatch(/^Beslutningen mangler/);
    await expect.element(group("Klaret").getByText(/Beholdt/)).toBeVisible();
    await press("{Escape}");
    await expect.element(heading()).not.toBeInTheDocument();
    await press(end);
    await expect.element(group("Klaret").getByText(/Beholdt/)).toBeVisible();
    await press(undo);
    await expect.poll(focused).toMatch(/^at 2\)/);
  });

  it("has remembered what was kept, also when the window is opened anew", async () => {
    const meeting = unfinished();
    const main = openWindow({ meetings: [meeting] });
    main.keptFindings.set(meeting.id, new Set([`no-decision:${itemsOf(meeting)[3]?.id}`]));
    await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
    await expect.element(page.getByRole("textbox", { name: "Mødets referat" })).toBeVisible();
    await press(end);
    await expect.element(group("Klaret").getByText(/Beslutningen mangler/)).toBeVisible();
  });

  it("says so when a thing cannot be kept, and it stands where it was", async () => {
    const main = await closing();
    await expect.poll(focused).toMatch(/^at 2\)/);
    main.failures.set("findings:keep", { kind: "disk-full", where: "data" });
    await press(" ");
    await expect.element(page.getByRole("alert")).toMatchTextContent(/Disken er fuld/);
    expect(focused()).toMatch(/^at 2\)/);
  });

  it("goes to the words in the text where nothing is certain, and comes back to the same place", async () => {
    const main = await inMeeting();
    main.misspelt.set("igang", ["i gang", "ingang"]);
    await press(end);
    await expect.poll(() => document.querySelectorAll(".finding").length).toBe(6);
    await press("{ArrowDown}{ArrowDown}");
    await expect.poll(focused).toMatch(/^Stavning/);
    await press("{Enter}");
    await expect.element(heading()).not.toBeInTheDocument();
    expect(document.getSelection()?.toString()).toBe("igang");
    await press("godt");
    await expect.poll(() => decisions(main)[1]).toMatch(/Det er godt\./);
    await press(end);
    await expect.poll(focused).toMatch(/^Bilag kan ikke vises/);
    await expect.element(page.getByText("1 af 6")).toBeVisible();
    await press("{Enter}");
    await expect.element(page.getByRole("tab", { name: /^Bilag/ })).toHaveAttribute("aria-selected", "true");
  });

  it("goes back to where one was by Esc", async () => {
    const main = await inMeeting();
    await press("{Control>}3{/Control}{ArrowLeft}");
    await press(end);
    await expect.poll(focused).toMatch(/^at 2\)/);
    await press("{Escape}");
    await expect.element(heading()).not.toBeInTheDocument();
    await press("!");
    await expect.poll(() => decisions(main)[2]).toBe("Rådmanden bemærker, at det går godt!.");
  });

  it("takes an owner where there is none", async () => {
    const main = await closing();
    await expect.poll(() => document.querySelectorAll(".finding").length).toBe(6);
    await press("{End}{ArrowUp}");
    await expect.poll(focused).toMatch(/^Opfølgning uden ejer/);
    await press("{Enter}");
    await expect.element(page.getByRole("combobox", { name: "Ejere af KL orienteres." })).toHaveFocus();
    await press("FAS, JSY{Enter}");
    await expect.poll(() => main.meetings[0]?.followUps[0]?.owners).toEqual(["FAS", "JSY"]);
    await expect.poll(focused).toMatch(/^Beslutninger står i datid/);
    await press(undo);
    await expect.poll(() => main.meetings[0]?.followUps[0]?.owners).toEqual([]);
  });

  it("says so when an owner or a word cannot be kept, and counts nothing as done", async () => {
    const main = await closing();
    await expect.poll(spoken).toBe("Afslut mødet. 6 ting at se på, 2 skal løses.");
    main.failures.set("follow-ups:save", { kind: "disk-full", where: "data" });
    main.failures.set("spelling:add", { kind: "save-failed", code: "EIO" });
    await press("{End}{ArrowUp}{Enter}");
    await press("FAS{Enter}");
    await expect.element(page.getByRole("alert")).toMatchTextContent(/Disken er fuld/);
    await page.getByRole("button", { name: "Skjul besked" }).click();
    await page.getByRole("button", { name: "Tilføj til ordlisten" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent(/Ikke gemt \(EIO\)/);
    await page.getByRole("button", { name: "Skjul besked" }).click();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    expect(spoken()).toBe("Afslut mødet. 6 ting at se på, 2 skal løses.");
    expect(document.querySelectorAll(".finding")).toHaveLength(6);
  });

  it("does one thing for a key that is held down, and keeps a thing once", async () => {
    const main = await closing();
    await expect.poll(focused).toMatch(/^at 2\)/);
    await press("{Enter>4/}");
    await expect.poll(focused).toMatch(/^Beslutningen mangler/);
    const slow = Promise.withResolvers<void>();
    main.held.set("findings:keep", slow.promise);
    await press("[Space][Space]");
    await expect.poll(() => main.callsOf("findings:keep").length).toBeGreaterThan(0);
    slow.resolve();
    await expect.poll(focused).toMatch(/^Stavning/);
    expect(main.callsOf("findings:keep")).toHaveLength(1);
    expect(decisions(main)[3]).toBe("");
    await press(undo);
    await expect.poll(focused).toMatch(/^Beslutningen mangler/);
  });

  it("lets a word into the word list", async () => {
    const main = await closing();
    await page.getByRole("button", { name: "Tilføj til ordlisten" }).click();
    await expect.poll(() => main.addedWords).toEqual(["igang"]);
    await expect.poll(() => document.querySelectorAll(".finding").length).toBe(5);
  });

  it("asks the dictionary anew when one comes back from the text, where a word may have been let in", async () => {
    const main = await closing();
    await expect.poll(() => document.querySelectorAll(".finding").length).toBe(6);
    await press("{Escape}");
    main.misspelt.delete("igang");
    await press(end);
    await expect.poll(() => document.querySelectorAll(".finding").length).toBe(5);
    await expect.element(group("Klaret").getByText("Stavning")).toBeVisible();
  });

  it("says that there is nothing to do when there is not", async () => {
    const items = [newItem("Dagsorden", null, { decision: text("Godkendt.") })];
    await closing(newMeeting({ categories: [{ id: crypto.randomUUID(), name: "", items }] }));
    await expect.element(page.getByRole("heading", { name: "Alt er set igennem." })).toBeVisible();
    await expect.poll(spoken).toBe("Afslut mødet. Der er ikke noget at rette.");
  });

  it("shows the rest when the dictionary does not answer", async () => {
    const main = await inMeeting();
    main.failures.set("spelling:check", { kind: "spelling-failed", detail: "ended" });
    await press(end);
    await expect
      .element(page.getByText("Teksten er ikke stavet igennem. Stavekontrollen svarede ikke. Teksten er urørt.", { exact: false }))
      .toBeVisible();
    expect(document.querySelectorAll(".finding")).toHaveLength(5);
  });

  it("changes nothing in a locked meeting, but shows the places", async () => {
    const main = await closing(unfinished({ locked: true }));
    await expect.element(page.getByText(/Mødet er låst, så der kan ikke rettes her/)).toBeVisible();
    await press("{Enter}");
    await expect.element(heading()).not.toBeInTheDocument();
    expect(main.callsOf("meetings:save-fields")).toEqual([]);
  });
});
