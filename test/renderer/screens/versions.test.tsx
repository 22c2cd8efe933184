import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { plainText } from "../../../shared/domain/rich-text.ts";
import type { Twofold } from "../../../shared/domain/twofold.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newItem, newMeeting, text } from "../../support/fake-meeting.ts";
import { openWindow, spoken } from "./open-window.tsx";

const mine = "Rådmanden tog orienteringen til efterretning.";
const theirs = "Rådmanden tog orienteringen til efterretning og roste arbejdet.";

async function openClosing(): Promise<FakeMain> {
  const items = [newItem("Dagsorden", null, { decision: text("Godkendt.") }), newItem("Handicapbarometer", 10, { decision: text(mine) })];
  const meeting = newMeeting({ state: "draft", categories: [{ id: crypto.randomUUID(), name: "Sager", items }] });
  const main = openWindow({ meetings: [meeting] });
  const itemId = items[1]?.id ?? "";
  const versions = [
    { actor: crypto.randomUUID(), counter: 7, value: text(mine), by: null },
    { actor: crypto.randomUUID(), counter: 9, value: text(theirs), by: "Martin Holm" },
  ];
  main.twofold = [{ entity: "item", id: itemId, field: "decision", itemId, itemNumber: 2, versions } satisfies Twofold];
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await page.getByRole("button", { name: /^Punkt 1, / }).click();
  await userEvent.keyboard("{Control>}{Shift>}E{/Shift}{/Control}");
  await expect.element(page.getByRole("heading", { name: "Afslut mødet" })).toBeVisible();
  return main;
}

const finding = () => page.getByRole("button", { name: /^To udgaver af beslutningen: din og Martins Punkt 2 · Handicapbarometer/ });
const dialog = () => page.getByRole("dialog", { name: "To udgaver af beslutningen" });
const decision = (main: FakeMain) => plainText(itemsOf(main.meetings[0] as MeetingView)[1]?.decision ?? text(""));

const heads = () => [...document.querySelectorAll(".finding-head")].map((head) => head.textContent ?? "");
const focused = () => document.activeElement?.closest(".finding")?.querySelector(".finding-head")?.textContent ?? "";

/** Punkter without a decision: three that are named, or as many as are asked for. */
function unfinished(count = 3): MeetingView {
  const named = ["Dagsorden", "Handicapbarometer", "Bordet rundt"];
  const items = Array.from({ length: count }, (_, at) => newItem(count === 3 ? (named[at] ?? "") : `Punkt ${letter(at)}`, null));
  return newMeeting({ state: "draft", categories: [{ id: crypto.randomUUID(), name: "Sager", items }] });
}

const letter = (at: number) => String.fromCharCode(65 + at);

/** The title of a punkt, written here and by Martin without knowing of each other. */
function titlesOf(meeting: MeetingView, number: number): Twofold {
  const item = itemsOf(meeting)[number - 1];
  const versions = [
    { actor: crypto.randomUUID(), counter: 3, value: item?.title ?? "", by: null },
    { actor: crypto.randomUUID(), counter: 5, value: "Ny titel", by: "Martin Holm" },
  ];
  const itemId = item?.id ?? "";
  return { entity: "item", id: itemId, field: "title", itemId, itemNumber: number, versions };
}

/** It comes from another PC. */
function writeTwice(main: FakeMain, number: number): void {
  const meeting = main.meetings[0] as MeetingView;
  main.twofold = [titlesOf(meeting, number)];
  main.emit("meetings:received", { meetingIds: [meeting.id] });
}

async function inClosing(): Promise<void> {
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await page.getByRole("button", { name: /^Punkt 1, / }).click();
  await userEvent.keyboard("{Control>}{Shift>}E{/Shift}{/Control}");
  await expect.element(page.getByRole("heading", { name: "Afslut mødet" })).toBeVisible();
}

describe("two versions of a decision", () => {
  it("stand first in Afslut mødet, and Enter shows them side by side with the difference marked", async () => {
    await openClosing();
    await expect.element(finding()).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(dialog()).toBeVisible();
    const shown = [...document.querySelectorAll(".version")].map((version) => [
      version.getAttribute("aria-label"),
      version.querySelector(".side-diff")?.textContent,
      [...version.querySelectorAll("mark")].map((mark) => mark.textContent),
    ]);
    expect(shown).toEqual([
      ["Din udgave", mine, []],
      ["Martins udgave", theirs, [" og roste arbejdet"]],
    ]);
    expect(getComputedStyle(document.querySelector(".versions") as Element).gridTemplateColumns.split(" ")).toHaveLength(2);
  });

  it("are told to stand in the way of the folder until one is chosen", async () => {
    await openClosing();
    const told = page.getByText("Punkt 2 har to udgaver. Vælg én, før mødet kan lægges i mappen.");
    await expect.element(told).toBeVisible();
    await expect.element(finding()).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(dialog()).toBeVisible();
    await userEvent.keyboard("1");
    await expect.element(told).not.toBeInTheDocument();
  });

  it("are chosen by a number, and Ctrl+Z brings both back", async () => {
    const main = await openClosing();
    await expect.element(finding()).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(dialog()).toBeVisible();
    await userEvent.keyboard("2");
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(decision(main)).toBe(theirs);
    await expect.poll(spoken).toContain("Martins udgave gælder");
    await expect.element(finding()).not.toBeInTheDocument();
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.element(finding()).toBeVisible();
    expect(decision(main)).toBe(mine);
  });

  it("cannot be left as they are, and Esc leaves them for later", async () => {
    const main = await openClosing();
    await expect.element(finding()).toHaveFocus();
    await userEvent.keyboard(" ");
    expect(main.callsOf("findings:keep")).toEqual([]);
    await expect.element(finding()).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(dialog()).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(finding()).toHaveFocus();
    expect(decision(main)).toBe(mine);
  });

  it("that come while another row has the focus are told of and stand first, and take neither the focus nor its place", async () => {
    const main = openWindow({ meetings: [unfinished()] });
    await inClosing();
    await expect.poll(focused).toBe("Beslutningen mangler Punkt 1 · Dagsorden");
    await userEvent.keyboard("{ArrowDown}");
    await expect.poll(focused).toBe("Beslutningen mangler Punkt 2 · Handicapbarometer");
    writeTwice(main, 2);
    await expect.element(page.getByText("To udgaver af titlen: din og Martins. Det står øverst.").first()).toBeVisible();
    await expect.poll(spoken).toBe("To udgaver af titlen: din og Martins. Det står øverst.");
    expect(heads()[0]).toMatch(/^To udgaver af titlen/);
    expect(focused()).toBe("Beslutningen mangler Punkt 2 · Handicapbarometer");
    await userEvent.keyboard(" ");
    await expect.poll(focused).toBe("Beslutningen mangler Punkt 3 · Bordet rundt");
  });

  it("that are found only after the list is there do the same", async () => {
    const main = openWindow({ meetings: [unfinished()] });
    let answer: () => void = () => undefined;
    main.held.set(
      "siblings:list",
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    main.twofold = [titlesOf(main.meetings[0] as MeetingView, 2)];
    await inClosing();
    await expect.poll(focused).toBe("Beslutningen mangler Punkt 1 · Dagsorden");
    await expect.poll(spoken).toBe("Afslut mødet. 3 ting at se på, 3 skal løses.");
    answer();
    await expect.poll(spoken).toBe("To udgaver af titlen: din og Martins. Det står øverst.");
    expect(heads()).toHaveLength(4);
    expect(focused()).toBe("Beslutningen mangler Punkt 1 · Dagsorden");
    await userEvent.keyboard("{Home}");
    await expect.poll(focused).toMatch(/^To udgaver af titlen/);
  });

  it("leave the row at hand in sight when they push it down", async () => {
    const main = openWindow({ meetings: [unfinished(30)] });
    await inClosing();
    await expect.poll(focused).toBe("Beslutningen mangler Punkt 1 · Punkt A");
    const scroller = document.querySelector(".closing-scroll") as HTMLElement;
    const bottom = () => document.activeElement?.closest(".finding")?.getBoundingClientRect().bottom ?? 0;
    while (bottom() + 20 < scroller.getBoundingClientRect().bottom) await userEvent.keyboard("{ArrowDown}");
    const before = focused();
    writeTwice(main, 1);
    await expect.poll(() => heads()[0]).toMatch(/^To udgaver af titlen/);
    expect(focused()).toBe(before);
    expect(document.activeElement?.getBoundingClientRect().bottom).toBeLessThanOrEqual(scroller.getBoundingClientRect().bottom);
  });

  it("may be of the attendance: whose it is and at which punkt stand there, and a person who stands twice is told of", async () => {
    const items = [newItem("Dagsorden", null, { decision: text("Godkendt.") })];
    const meeting = newMeeting({ state: "draft", categories: [{ id: crypto.randomUUID(), name: "Sager", items }] });
    const itemId = itemsOf(meeting)[0]?.id ?? "";
    const line = { reason: "", itemId };
    meeting.attendance = [
      { ...line, name: "Lars Holm", status: "left" },
      { ...line, name: "Lars Holm", status: "absent", itemId: null },
    ];
    const main = openWindow({ meetings: [meeting] });
    const versions = [
      { actor: crypto.randomUUID(), counter: 3, value: itemId, by: null },
      { actor: crypto.randomUUID(), counter: 5, value: null, by: "Martin Holm" },
    ];
    main.twofold = [
      { entity: "attendance", id: crypto.randomUUID(), field: "itemId", itemId: null, itemNumber: null, about: "Lars Holm", versions },
    ];
    await inClosing();
    await expect
      .poll(heads)
      .toEqual([
        "To udgaver af punktet for Lars Holm: din og Martins Mødets oplysninger",
        "Står flere gange i fremmødet Mødets oplysninger",
      ]);
    await expect.element(page.getByText("Lars Holm: fraværende, gik før")).toBeVisible();
    await userEvent.keyboard("{Home}{Enter}");
    await expect.element(page.getByRole("dialog", { name: "To udgaver af punktet for Lars Holm" })).toBeVisible();
    const shown = [...document.querySelectorAll(".side-diff")].map((version) => version.textContent);
    expect(shown).toEqual(["Punkt 1: Dagsorden", "Intet punkt"]);
    await userEvent.keyboard("{Escape}{End}{Enter}");
    await expect.element(page.getByRole("combobox", { name: "Fremmøde for Lars Holm" }).first()).toBeVisible();
  });

  it("are told of the moment the second comes", async () => {
    const main = await openClosing();
    await userEvent.keyboard("{Escape}");
    main.emit("meetings:received", { meetingIds: [main.meetings[0]?.id ?? ""] });
    await expect.element(page.getByText("Noget er skrevet to gange. Vælg i Afslut mødet.")).not.toBeInTheDocument();
    main.twofold = [...main.twofold, { ...(main.twofold[0] as Twofold), field: "title" }];
    main.emit("meetings:received", { meetingIds: [main.meetings[0]?.id ?? ""] });
    await expect.element(page.getByText("2 ting er skrevet to gange. Vælg i Afslut mødet.").first()).toBeVisible();
  });
});
