import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { dueDate } from "../../../renderer/screens/follow-ups/due-date.ts";
import type { FollowUpView } from "../../../shared/domain/follow-up-view.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newMeeting } from "../../support/fake-meeting.ts";
import { openWindow, spoken } from "./open-window.tsx";

const press = (keys: string) => userEvent.keyboard(keys);
const box = (name: string) => page.getByRole("checkbox", { name: new RegExp(`^Færdig: ${name}`) });
const shownTexts = () => [...document.querySelectorAll(".follow-up-text")].map((each) => each.textContent);
const groups = () => [...document.querySelectorAll("h2.follow-up-group-title")].map((each) => each.textContent?.trim());

function followUp(meeting: ReturnType<typeof newMeeting>, index: number, fields: Partial<FollowUpView>): FollowUpView {
  const itemId = meeting.categories[0]?.items[index]?.id ?? "";
  return { id: crypto.randomUUID(), itemId, text: "", owners: [], due: null, state: "open", ...fields };
}

function twoMeetings() {
  const later = newMeeting();
  later.followUps = [
    followUp(later, 2, { text: "KL orienteres om brevet." }),
    followUp(later, 2, { text: "FAS følger op.", owners: ["FAS"] }),
    followUp(later, 2, { text: "Er gjort.", owners: ["FAS"], state: "done" }),
  ];
  const earlier = newMeeting({ title: "Rådmandsmøde d. 3. marts", date: "2026-03-03" });
  earlier.followUps = [followUp(earlier, 0, { text: "OL rækker ud til MØB.", owners: ["OL"], due: "senest 6. marts" })];
  return [later, earlier];
}

async function openFollowUps(): Promise<FakeMain> {
  const main = openWindow({ meetings: twoMeetings() });
  await page.getByRole("button", { name: /^Opfølgninger/ }).click();
  await expect.element(page.getByRole("heading", { level: 1, name: "Opfølgninger" })).toBeVisible();
  await expect.poll(shownTexts).toHaveLength(3);
  return main;
}

describe("the follow-ups of all meetings", () => {
  it("stand in groups, without an owner first, and tell what is overdue", async () => {
    await openFollowUps();
    expect(groups()).toEqual(["Mangler ejer 1", "Med frist 1", "Uden frist 1"]);
    expect(shownTexts()).toEqual(["KL orienteres om brevet.", "OL rækker ud til MØB.", "FAS følger op."]);
    const name = "Færdig: OL rækker ud til MØB., OL, 3. marts 2026, Punkt 1 · Dagsorden, senest 6. marts, Overskredet";
    await expect.element(page.getByRole("checkbox", { name, exact: true })).toBeVisible();
  });

  it("are found by Ctrl+F and any of their words, owner, meeting or punkt", async () => {
    await openFollowUps();
    await press("{Control>}f{/Control}");
    await expect.element(page.getByRole("searchbox", { name: "Søg i opfølgninger" })).toHaveFocus();
    await press("møb");
    await expect.poll(shownTexts).toEqual(["OL rækker ud til MØB."]);
    await press("{Control>}f{/Control}handicap fas");
    await expect.poll(shownTexts).toEqual(["FAS følger op."]);
    await press(" xyzzy");
    await expect.poll(shownTexts).toEqual([]);
    await page.getByRole("button", { name: "Vis alle" }).click();
    await expect.poll(shownTexts).toHaveLength(3);
  });

  it("are done by Space, and open again by Ctrl+Z", async () => {
    const main = await openFollowUps();
    (box("KL").element() as HTMLElement).focus();
    await press("{ArrowDown} ");
    await expect.poll(shownTexts).toEqual(["KL orienteres om brevet.", "FAS følger op."]);
    expect(spoken()).toBe("Færdig: OL rækker ud til MØB.");
    await expect.element(box("FAS")).toHaveFocus();
    expect(main.meetings[1]?.followUps[0]?.state).toBe("done");
    await press("{Control>}z{/Control}");
    await expect.poll(shownTexts).toHaveLength(3);
    expect(main.meetings[1]?.followUps[0]?.state).toBe("open");
  });

  it("are shown when they are done too, and open again by Space", async () => {
    const main = await openFollowUps();
    (page.getByRole("radio", { name: "Åbne" }).element() as HTMLElement).focus();
    await press("{ArrowRight}");
    await expect.poll(shownTexts).toEqual(["Er gjort."]);
    await expect.element(box("Er gjort")).toBeChecked();
    (box("Er gjort").element() as HTMLElement).focus();
    await press(" ");
    await expect.element(page.getByText("Ingen opfølgninger er færdige endnu")).toBeVisible();
    expect(spoken()).toBe("Åben igen: Er gjort.");
    expect(main.meetings[0]?.followUps[2]?.state).toBe("open");
    await press("{Control>}z{/Control}");
    await expect.poll(shownTexts).toEqual(["Er gjort."]);
  });

  it("get owners by E and a limit by F, and give the focus back to the row", async () => {
    const main = await openFollowUps();
    (box("KL").element() as HTMLElement).focus();
    await press("e");
    await expect
      .element(page.getByRole("textbox", { name: /^Ejere af/ }).or(page.getByRole("combobox", { name: /^Ejere af/ })))
      .toHaveFocus();
    await press("FAS og MØB{Enter}");
    await expect.poll(() => main.meetings[0]?.followUps[0]?.owners).toEqual(["FAS", "MØB"]);
    await expect.poll(groups).toEqual(["Med frist 1", "Uden frist 2"]);
    await expect.element(box("KL")).toHaveFocus();
    await press("f");
    await press("senest i maj 2126{Enter}");
    await expect.poll(() => main.meetings[0]?.followUps[0]?.due).toBe("senest i maj 2126");
    await expect.poll(groups).toEqual(["Med frist 2", "Uden frist 1"]);
    await expect.element(box("KL")).toHaveFocus();
  });

  it("are shown for one owner", async () => {
    await openFollowUps();
    await page.getByRole("combobox", { name: "Vis opfølgninger for" }).selectOptions("OL");
    await expect.poll(shownTexts).toEqual(["OL rækker ud til MØB."]);
    (box("OL").element() as HTMLElement).focus();
    await press(" ");
    await page.getByRole("button", { name: "Vis alle" }).click();
    await expect.poll(shownTexts).toEqual(["KL orienteres om brevet.", "FAS følger op."]);
  });

  it("open their decision with Enter", async () => {
    await openFollowUps();
    (box("OL").element() as HTMLElement).focus();
    await press("{Enter}");
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 3. marts" })).toBeVisible();
    await expect.element(page.getByRole("button", { name: /^Punkt 1, / })).toHaveAttribute("aria-current", "true");
  });

  it("say why one could not be saved and keep it", async () => {
    const main = await openFollowUps();
    main.failures.set("follow-ups:save", { kind: "save-failed", code: "SQLITE_BUSY" });
    (box("OL").element() as HTMLElement).focus();
    await press(" ");
    await expect.element(page.getByRole("alert")).toMatchTextContent(/Ikke gemt \(SQLITE_BUSY\)/);
    expect(shownTexts()).toHaveLength(3);
  });

  it("tell what makes one when there is none", async () => {
    openWindow();
    await page.getByRole("button", { name: /^Opfølgninger/ }).click();
    await expect.element(page.getByRole("heading", { name: "Ingen åbne opfølgninger" })).toBeVisible();
  });
});

describe("the follow-ups of the meeting, at hand", () => {
  async function atHand(): Promise<FakeMain> {
    const main = openWindow({ meetings: twoMeetings() });
    await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 10. marts" })).toBeVisible();
    await press("{Alt>}3{/Alt}");
    await expect.element(page.getByText("2 åbne · 1 færdige")).toBeVisible();
    return main;
  }

  it("are ticked and taken back", async () => {
    const main = await atHand();
    await page.getByRole("checkbox", { name: "FAS følger op." }).click();
    await expect.element(page.getByText("1 åbne · 2 færdige")).toBeVisible();
    expect(main.meetings[0]?.followUps[1]?.state).toBe("done");
    await page.getByRole("button", { name: "Fortryd" }).click();
    await expect.element(page.getByText("2 åbne · 1 færdige")).toBeVisible();
  });

  it("follow the text as it is saved", async () => {
    const main = await atHand();
    const [meeting] = main.meetings;
    if (meeting === undefined) throw new Error("no meeting");
    meeting.followUps.push(followUp(meeting, 0, { text: "JSY afklarer.", owners: ["JSY"] }));
    await press("{Control>}1{/Control}JSY afklarer.");
    await expect.element(page.getByRole("checkbox", { name: "JSY afklarer." })).toBeVisible();
  });

  it("lead to their punkt", async () => {
    await atHand();
    await page.getByRole("button", { name: "Punkt 3 · Handicapbarometer" }).click();
    await expect.element(page.getByRole("button", { name: /^Punkt 3, / })).toHaveAttribute("aria-current", "true");
  });
});

describe("the day of a limit", () => {
  it.each([
    ["senest 6. marts", "2026-03-03", "2026-03-06"],
    ["senest den 6. februar", "2026-03-03", "2027-02-06"],
    ["i maj 2024", "2024-01-02", "2024-05-31"],
    ["10.3.2026", "2026-01-01", "2026-03-10"],
    ["31. februar", "2026-01-01", null],
    ["efter sommerferien", "2026-01-01", null],
    ["haster ikke", "2026-01-01", null],
  ])("%s, said on %s, is %s", (due, said, day) => expect(dueDate(due, said)).toBe(day));
});
