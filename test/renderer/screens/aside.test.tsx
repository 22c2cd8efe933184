import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newMeeting } from "../../support/fake-meeting.ts";
import { openWindow } from "./open-window.tsx";

async function openAt(number: number): Promise<FakeMain> {
  const main = openWindow({ meetings: [newMeeting()] });
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await page.getByRole("button", { name: new RegExp(`^Punkt ${number}, `) }).click();
  return main;
}

describe("the facts of the meeting", () => {
  it("are saved as they are typed, and a new date renames a title that holds the old one", async () => {
    const main = await openAt(1);
    await userEvent.keyboard("{Alt>}2{/Alt}");
    await page.getByRole("textbox", { name: "Dato" }).fill("17-03-2026");
    await page.getByRole("textbox", { name: "Sted" }).fill("Byrådssalen");
    await expect.element(page.getByRole("heading", { level: 1, name: "Rådmandsmøde d. 17. marts" })).toBeVisible();
    await useOpenMeeting.getState().flush();
    const { date, title, place } = main.meetings[0] ?? {};
    expect({ date, title, place }).toEqual({ date: "2026-03-17", title: "Rådmandsmøde d. 17. marts", place: "Byrådssalen" });
  });

  it("say what cannot be used and do not save it", async () => {
    const main = await openAt(1);
    await userEvent.keyboard("{Alt>}2{/Alt}");
    await page.getByRole("textbox", { name: "Start" }).fill("25.00");
    await expect.element(page.getByText("Skriv tiden som 11.00.")).toBeVisible();
    await userEvent.keyboard("{Tab}");
    await expect.element(page.getByRole("textbox", { name: "Start" })).toHaveValue("11.00");
    await useOpenMeeting.getState().flush();
    expect(main.meetings[0]?.start).toBe("11:00");
  });

  it("write information line by line with Enter", async () => {
    const main = await openAt(1);
    await userEvent.keyboard("{Alt>}2{/Alt}");
    await page.getByRole("button", { name: "Tilføj linje" }).click();
    await userEvent.keyboard("Bine deltager under punkt 3.{Enter}Mødet er forkortet.");
    await useOpenMeeting.getState().flush();
    expect(main.meetings[0]?.information).toEqual(["Bine deltager under punkt 3.", "Mødet er forkortet."]);
  });
});

describe("the edge of Ved hånden", () => {
  it("is moved with the arrows between 400 and 640 px", async () => {
    await openAt(1);
    const edge = page.getByRole("separator", { name: "Bredden af Ved hånden" });
    const width = () => Math.round(document.querySelector(".aside")?.getBoundingClientRect().width ?? 0);
    expect(width()).toBe(456);
    (edge.element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowLeft}");
    await expect.poll(width).toBe(472);
    await userEvent.keyboard("{End}{ArrowLeft}");
    await expect.poll(width).toBe(640);
    await userEvent.keyboard("{Home}");
    await expect.poll(width).toBe(400);
  });
});

describe("in a narrow window", () => {
  it("Ved hånden lies over the text, opened by Alt+1 without moving the caret, closed by Esc", async () => {
    await page.viewport(1024, 768);
    await openAt(3);
    const aside = page.getByRole("complementary", { name: "Ved hånden" });
    await expect.element(aside).not.toBeInTheDocument();
    await userEvent.keyboard("{Alt>}1{/Alt}");
    await expect.element(aside).toBeVisible();
    expect(document.activeElement?.classList.contains("ProseMirror")).toBe(true);
    await userEvent.keyboard("{Escape}");
    await expect.element(aside).not.toBeInTheDocument();
    expect(document.activeElement?.classList.contains("ProseMirror")).toBe(true);
  });
});
