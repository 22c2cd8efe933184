import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { plainText } from "../../../shared/domain/rich-text.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newItem, newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow } from "./open-window.tsx";

async function openMeeting(): Promise<FakeMain> {
  const items = [newItem("Handicapbarometer", 10, { decision: text("Godkendt.") }), newItem("Bordet rundt", 5)];
  const meeting = newMeeting({ state: "draft", categories: [{ id: crypto.randomUUID(), name: "Sager", items }] });
  const main = openWindow({ meetings: [meeting] });
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await page.getByRole("button", { name: /^Punkt 1, / }).click();
  return main;
}

/** What another PC wrote stands in the meeting in main, and main says so. */
function receive(main: FakeMain, change: (meeting: MeetingView) => void, received: number): void {
  const meeting = main.meetings[0] as MeetingView;
  change(meeting);
  meeting.received = received;
  meeting.savedAt = new Date(Date.UTC(2027, 0, 1, 0, 0, received)).toISOString();
  main.emit("meetings:received", { meetingIds: [meeting.id] });
}

const decisions = () => [...document.querySelectorAll(".decision .part-text")].map((part) => part.textContent);
const decide = (index: number, words: string) => (meeting: MeetingView) => {
  (itemsOf(meeting)[index] as { decision: unknown }).decision = text(words);
};
const saved = (main: FakeMain) => main.callsOf("meetings:save-fields") as { received: number; changes: { value: never }[] }[];

describe("what came from the shared folder while the meeting is open", () => {
  it("stands in the text, where the caret is too, and what is written then is written by one who has seen it", async () => {
    const main = await openMeeting();
    receive(main, decide(0, "Godkendt med bemærkninger."), 1);
    await expect.poll(decisions).toEqual(["Godkendt med bemærkninger.", ""]);
    await userEvent.keyboard("{Control>}{End}{/Control}Ja.");
    await expect.poll(() => saved(main).at(-1)?.received).toBe(1);
  });

  it("leaves what is being written as it is, and saves it as written by one who has not seen the other", async () => {
    const main = await openMeeting();
    let letSave: () => void = () => undefined;
    main.held.set(
      "meetings:save-fields",
      new Promise((resolve) => {
        letSave = resolve;
      }),
    );
    await userEvent.keyboard("Mit ");
    await expect.poll(() => saved(main)).toHaveLength(1);
    receive(main, decide(1, "Annas."), 1);
    await userEvent.keyboard("eget ");
    main.held.clear();
    letSave();
    await expect.poll(decisions).toEqual([expect.stringContaining("Mit eget"), "Annas."]);
    await expect.poll(() => plainText(itemsOf(main.meetings[0] as MeetingView)[0]?.decision ?? text(""))).toContain("Mit eget");
    expect(saved(main).map(({ received }) => received)).toEqual(saved(main).map(() => 0));
    await userEvent.keyboard("nu ");
    await expect.poll(() => saved(main).at(-1)?.received).toBe(1);
  });

  it("shows a meeting that is new here in the list", async () => {
    const main = openWindow({ meetings: [newMeeting()] });
    await expect.element(page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ })).toBeVisible();
    const other = newMeeting({ title: "Rådmandsmøde d. 17. marts", date: "2026-03-17" });
    main.meetings.push(other);
    main.emit("meetings:received", { meetingIds: [other.id] });
    await expect.element(page.getByRole("button", { name: /^Rådmandsmøde d\. 17\. marts,/ })).toBeVisible();
  });
});
