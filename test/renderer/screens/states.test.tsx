import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { plainText } from "../../../shared/domain/rich-text.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow, spoken } from "./open-window.tsx";
import { approved, previous } from "./shown-meetings.ts";

type Meeting = ReturnType<typeof newMeeting>;

const stateButton = (state: string) => page.getByRole("button", { name: `Mødets tilstand: ${state}` });
const approve = () => page.getByRole("button", { name: "Godkend referatet af 3. marts" });
const press = (keys: string) => userEvent.keyboard(keys);
const approveKey = "{Control>}{Shift>}G{/Shift}{/Control}";

async function inMeeting(fields: Partial<Meeting> = {}): Promise<FakeMain> {
  const main = openWindow({ meetings: [newMeeting(fields)] });
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 10. marts" })).toBeVisible();
  return main;
}

async function choose(state: string, entry: string): Promise<void> {
  await stateButton(state).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

const decisionOf = (main: FakeMain, index: number) => plainText(main.meetings[0]?.categories[0]?.items[index]?.decision ?? text(""));
const textIsEditable = () => document.querySelector(".ProseMirror")?.getAttribute("contenteditable");

describe("the meeting's states", () => {
  it("go from planned to running to draft", async () => {
    const main = await inMeeting();
    await choose("Planlagt", "Start mødet");
    await expect.element(stateButton("I gang")).toBeVisible();
    await expect.poll(spoken).toBe("Mødet er i gang");
    await choose("I gang", "Mødet er holdt");
    await expect.element(stateButton("Kladde")).toBeVisible();
    expect(main.meetings[0]?.state).toBe("draft");
  });

  it("save what is typed before they change", async () => {
    const main = await inMeeting();
    await page.getByRole("button", { name: /^Punkt 3, / }).click();
    await press("Sidste ord.");
    await choose("Planlagt", "Mødet er holdt");
    await expect.element(stateButton("Kladde")).toBeVisible();
    expect(decisionOf(main, 2)).toBe("Sidste ord.");
  });

  it("tell that an edit after the approval is a correction, and show one as soon as it is saved", async () => {
    await inMeeting(approved);
    await expect.element(page.getByText(/Referatet blev godkendt 10\. marts kl\. .* Det, du ændrer nu, er en rettelse\./)).toBeVisible();
    await page.getByRole("button", { name: /^Punkt 3, / }).click();
    await press("Rettet.");
    await expect.element(stateButton("Rettet efter godkendelse")).toBeVisible();
    await expect.element(page.getByText(/er rettet siden, senest/)).toBeVisible();
  });

  it("lock the text and what stands beside it, and open them again", async () => {
    const main = await inMeeting(approved);
    await page.getByRole("button", { name: "Lås mødet" }).first().click();
    await expect.element(page.getByText(/Mødet er låst, så intet kan ændres/)).toBeVisible();
    await expect.poll(textIsEditable).toBe("false");
    await press("{Alt>}2{/Alt}");
    await page.getByRole("textbox", { name: "Sted" }).fill("Andetsteds");
    await expect.element(page.getByText("Mødet er låst. Lås det op for at ændre noget.").first()).toBeVisible();
    await press("{Tab}");
    await expect.element(page.getByRole("textbox", { name: "Sted" })).toHaveValue("Rådmandens kontor, vær. 436");
    await page.getByRole("button", { name: "Lås mødet op" }).first().click();
    await expect.poll(textIsEditable).toBe("true");
    expect(main.callsOf("meetings:save-fields")).toEqual([]);
  });

  it("unlock by Fortryd what was locked by a slip", async () => {
    const main = await inMeeting();
    await choose("Planlagt", "Lås mødet");
    await page.getByRole("button", { name: "Fortryd" }).click();
    await expect.element(stateButton("Planlagt")).toBeVisible();
    expect(main.meetings[0]?.locked).toBe(false);
  });

  it("say why they did not change", async () => {
    const main = await inMeeting();
    main.failures.set("meetings:start", { kind: "save-failed", code: "SQLITE_BUSY" });
    await choose("Planlagt", "Start mødet");
    await expect.element(page.getByRole("alert")).toMatchTextContent(/Ikke gemt \(SQLITE_BUSY\)/);
    await expect.element(stateButton("Planlagt")).toBeVisible();
  });
});

describe("the approval of the last minutes", () => {
  it("is offered at Punkt 2 only, and takes one key", async () => {
    const main = await inMeeting({ previous });
    await page.getByRole("button", { name: /^Punkt 3, / }).click();
    await expect.element(approve()).not.toBeInTheDocument();
    await press("{Control>}2{/Control}");
    await expect.element(approve()).toBeVisible();
    await press(approveKey);
    await expect.poll(spoken).toMatch(/^Referatet af 3\. marts er godkendt 10\. marts kl\. \d\d\.\d\d$/);
    await expect.element(approve()).not.toBeInTheDocument();
    expect(main.callsOf("meetings:approve")).toEqual([{ meetingId: main.meetings[0]?.id }]);
    await expect.poll(() => decisionOf(main, 1)).toBe("Godkendt.");
  });

  it("leaves a decision that is written", async () => {
    const main = await inMeeting({ previous });
    await press("{Control>}2{/Control}Godkendt med en rettelse.");
    await press(approveKey);
    await expect.poll(() => main.callsOf("meetings:approve")).toHaveLength(1);
    await expect.poll(() => decisionOf(main, 1)).toBe("Godkendt med en rettelse.");
    await expect.element(page.getByText(/^Referatet af 3\. marts er godkendt/).first()).toBeVisible();
    expect(decisionOf(main, 1)).toBe("Godkendt med en rettelse.");
  });

  it("is not offered where there is nothing to approve", async () => {
    const main = await inMeeting({ previous: { ...previous, state: "approved", approvedAt: "2026-03-10T10:00:00.000Z" } });
    await press("{Control>}2{/Control}");
    await press(approveKey);
    await expect.element(approve()).not.toBeInTheDocument();
    expect(main.callsOf("meetings:approve")).toEqual([]);
  });
});
