import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { plainText } from "../../../shared/domain/rich-text.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newItem, newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow, spoken } from "./open-window.tsx";

const lines = ["Godkendt.", "Sagen drøftes igen.", "Sagen drøftes igen inden sommer.", "Sagen og notatet drøftes igen inden sommer."];
/** Written at 10.20.00, 10.30.00, 10.40.00 and 10.50.00 of the referent's own clock, before the meeting was opened here. */
const at = (index: number): string => new Date(2026, 2, 9, 10, 20 + 10 * index, 0).toISOString();

function written(): MeetingView {
  const item = newItem("Handicapbarometer", 10, { decision: text(lines.at(-1) ?? "") });
  const categories = [{ id: crypto.randomUUID(), name: "Sager", items: [item, newItem("Bordet rundt", 5)] }];
  return newMeeting({ state: "draft", categories, savedAt: at(3) });
}

async function openMeeting(): Promise<{ main: FakeMain; itemId: string }> {
  const meeting = written();
  const main = openWindow({ meetings: [meeting] });
  const itemId = itemsOf(meeting)[0]?.id ?? "";
  for (const [index, line] of lines.entries()) main.history.add(itemId, "decision", at(index), text(line));
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await page.getByRole("button", { name: /^Punkt 1, / }).click();
  return { main, itemId };
}

const openHistory = async () => {
  const opened = await openMeeting();
  await userEvent.keyboard("{Alt>}4{/Alt}");
  await expect.element(page.getByRole("slider", { name: "Tidspunkt" })).toHaveValue("4");
  return opened;
};
const decision = () => document.querySelector(".decision .part-text")?.textContent ?? "";
const savedDecision = (main: FakeMain) => {
  const item = itemsOf(main.meetings[0] as MeetingView)[0];
  return item === undefined ? "" : plainText(item.decision);
};
const diff = () =>
  [...document.querySelectorAll(".word-diff > *")].map(
    (part) => `${part.tagName === "SPAN" ? "" : part.tagName.toLowerCase()}${part.textContent}`,
  );

describe("Historik", () => {
  it("steps through the revisions by the arrows of the slider and shows what changed since, word by word", async () => {
    await openHistory();
    const slider = page.getByRole("slider", { name: "Tidspunkt" });
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
    await expect.poll(diff).toEqual(["Sagen ", "insog notatet ", "drøftes igen inden sommer."]);
    await expect.element(slider).toHaveAttribute("aria-valuetext", "9. marts 10.40.00");
    await userEvent.keyboard("{Home}");
    await expect.poll(diff).toEqual(["delGodkendt", "insSagen og notatet drøftes igen inden sommer", "."]);
    await userEvent.keyboard("{End}");
    await expect.element(slider).toHaveAttribute("aria-valuetext", "Nu");
    expect(document.querySelector(".history-version")).toBeNull();
  });

  it("tells which words are formatted otherwise, where the words are the same", async () => {
    const { main, itemId } = await openMeeting();
    const words = lines.at(-1) ?? "";
    const bold = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words, marks: [{ type: "bold" }] }] }] };
    main.history.add(itemId, "decision", at(4), bold as ReturnType<typeof text>);
    await userEvent.keyboard("{Alt>}4{/Alt}");
    const slider = page.getByRole("slider", { name: "Tidspunkt" });
    await expect.element(slider).toHaveValue("5");
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowLeft}");
    await expect.element(page.getByRole("article").getByText("(før fed)")).toBeVisible();
    await expect.poll(() => document.querySelector(".word-diff-restyled")?.textContent).toBe(words);
    await userEvent.keyboard("{ArrowLeft}");
    await expect.element(page.getByText("Teksten er den samme nu.")).toBeVisible();
  });

  it("shows the text at any second, also between two revisions", async () => {
    await openHistory();
    await page.getByRole("textbox", { name: "Klokken" }).click();
    await userEvent.keyboard("{Control>}a{/Control}10.39.59{Enter}");
    await expect.element(page.getByRole("article", { name: "Teksten 9. marts 10.39.59" })).toBeVisible();
    await page.getByRole("radio", { name: "Hele teksten" }).click();
    await expect.element(page.getByText("Sagen drøftes igen.", { exact: true })).toBeVisible();
    await userEvent.fill(page.getByRole("textbox", { name: "Klokken" }), "25.99");
    await page.getByRole("textbox", { name: "Klokken" }).click();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText("Skriv tiden som 11.42 eller 11.42.07.")).toBeVisible();
  });

  it("brings a revision back as a new edit, in the text and on the disk, and takes that back", async () => {
    const { main } = await openHistory();
    await page.getByRole("button", { name: /^9\. marts 10\.30\.00/ }).click();
    await page.getByRole("button", { name: "Hent denne udgave frem" }).click();
    await expect.poll(decision).toBe("Sagen drøftes igen.");
    expect(savedDecision(main)).toBe("Sagen drøftes igen.");
    await page.getByRole("button", { name: "Fortryd" }).click();
    await expect.poll(decision).toBe(lines[3]);
    await expect.poll(() => savedDecision(main)).toBe(lines[3]);
  });

  it("brings back a moment that is no revision of its own too", async () => {
    const { main } = await openHistory();
    await page.getByRole("textbox", { name: "Klokken" }).click();
    await userEvent.keyboard("{Control>}a{/Control}10.45{Enter}");
    await page.getByRole("button", { name: "Hent denne udgave frem" }).click();
    await expect.poll(decision).toBe(lines[2]);
    await expect.poll(() => savedDecision(main)).toBe(lines[2]);
  });

  it("reads on when the writing has paused, and follows the caret to another punkt", async () => {
    await openHistory();
    await page.getByRole("button", { name: /^Punkt 1, / }).click();
    await userEvent.keyboard(" Mere.");
    // Written slowly, it is saved more than once.
    await expect.poll(() => Number(document.querySelector<HTMLInputElement>('[aria-label="Tidspunkt"]')?.value)).toBeGreaterThan(4);
    await page.getByRole("button", { name: /^Punkt 2, / }).click();
    await expect.element(page.getByText("Ingen ændringer endnu")).toBeVisible();
  });

  it("is named by Ctrl+S a second time; the first only answers, and the text is written on in after", async () => {
    const { main } = await openMeeting();
    await userEvent.keyboard("{Control>}s{/Control}");
    await expect.poll(spoken).toBe("Alt er gemt");
    expect(document.querySelector(".foot-line")).toBeNull();
    await userEvent.keyboard("{Control>}s{/Control}");
    await expect.element(page.getByRole("textbox", { name: "Navn på denne udgave" })).toHaveFocus();
    await userEvent.keyboard("Før rettelser{Enter}");
    await expect.poll(() => main.history.versions.map(({ name }) => name)).toEqual(["Før rettelser"]);
    await expect.poll(() => document.activeElement?.classList.contains("ProseMirror")).toBe(true);
    await userEvent.keyboard(" Videre.");
    await expect.poll(decision).toBe(`${lines[3]} Videre.`);
    await userEvent.keyboard("{Alt>}4{/Alt}");
    await page.getByRole("button", { name: /^Før rettelser/ }).click();
    await expect.poll(diff).toContain("ins Videre.");
  });
});

describe("undo beyond this opening of the meeting", () => {
  it("goes back through the saved history where the editor's own steps end, and forward again", async () => {
    const { main } = await openMeeting();
    await userEvent.keyboard(" Nyt.");
    await expect.poll(decision).toBe(`${lines[3]} Nyt.`);
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(decision).toBe(lines[3]);
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(decision).toBe(lines[2]);
    await expect.poll(spoken).toMatch(/^Teksten er, som den var 9\. marts kl\. 10\.40/);
    await expect.poll(() => document.activeElement?.classList.contains("ProseMirror")).toBe(true);
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(decision).toBe(lines[1]);
    await userEvent.keyboard("{Control>}y{/Control}");
    await expect.poll(decision).toBe(lines[2]);
    await expect.poll(() => document.activeElement?.classList.contains("ProseMirror")).toBe(true);
    await userEvent.keyboard(" Skrevet.");
    await useOpenMeeting.getState().flush();
    expect(savedDecision(main)).toBe(`${lines[2]} Skrevet.`);
  });

  it("says when there is nothing further back", async () => {
    await openMeeting();
    await page.getByRole("button", { name: /^Punkt 2, / }).click();
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(spoken).toBe("Der er ikke mere at fortryde i denne tekst");
  });
});
