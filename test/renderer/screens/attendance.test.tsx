import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { presentNames, typedNames } from "../../../renderer/screens/meeting/attendance-names.ts";
import type { KnownName } from "../../../shared/domain/known-name.ts";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { newMeeting } from "../../support/fake-meeting.ts";
import { openWindow } from "./open-window.tsx";

const people: KnownName[] = [
  { kind: "person", initials: "MJ", name: "Michael Justesen" },
  { kind: "person", initials: "EKH", name: "" },
  { kind: "unit", initials: "FAS", name: "Fagligt Sekretariat" },
];
const adding = () => page.getByRole("combobox", { name: "Tilføj deltagere" });

async function openDetails(): Promise<FakeMain> {
  const main = openWindow({ meetings: [newMeeting()], people: people.map((each, at) => ({ ...each, id: String(at) })) });
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await page.getByRole("button", { name: "Hvem er til stede?" }).click();
  await expect.element(adding()).toHaveFocus();
  return main;
}

const saved = (main: FakeMain) => main.meetings[0]?.attendance;

describe("names as they are typed", () => {
  it.each([
    ["MJ, ekh og Louise Rohde.", ["Michael Justesen", "EKH", "Louise Rohde"]],
    [" ; ,", []],
  ])("%j are %j", (typed, names) => expect(typedNames(typed, people)).toEqual(names));

  it("are shown by initials where they are known, each once, without those who are away", () => {
    const entry = (name: string, status: "present" | "absent" | "arrived" | "left") => ({ name, status, reason: "", itemId: null });
    const list = [
      entry("Michael Justesen", "arrived"),
      entry("Michael Justesen", "left"),
      entry("Bine Jenshøj", "present"),
      entry("EKH", "absent"),
    ];
    expect(presentNames(list, people)).toEqual(["MJ", "Bine Jenshøj"]);
  });
});

describe("the attendance", () => {
  it("is written by keys alone: several at once, one of them away with a word why, one who came at a punkt", async () => {
    const main = await openDetails();
    await adding().click();
    await userEvent.keyboard("MJ, EKH, Louise Rohde{Enter}");
    await expect.element(page.getByRole("button", { name: "Til stede MJ, EKH, Louise Rohde" })).toBeVisible();
    await expect.element(adding()).toHaveFocus();
    await userEvent.keyboard("{Shift>}{Tab}{Tab}{/Shift}");
    await expect.element(page.getByRole("combobox", { name: "Fremmøde for Louise Rohde" })).toHaveFocus();
    await userEvent.selectOptions(page.getByRole("combobox", { name: "Fremmøde for Louise Rohde" }), "Fraværende");
    await userEvent.fill(page.getByRole("textbox", { name: "Hvorfor, Louise Rohde" }), "forhindret");
    await userEvent.selectOptions(page.getByRole("combobox", { name: "Fremmøde for EKH" }), "Kom senere");
    await userEvent.selectOptions(page.getByRole("combobox", { name: "Punktet, EKH kom til" }), "Punkt 3: Handicapbarometer");
    const itemId = main.meetings[0]?.categories[0]?.items[2]?.id;
    await expect
      .poll(() => saved(main))
      .toEqual([
        { name: "Michael Justesen", status: "present", reason: "", itemId: null },
        { name: "EKH", status: "arrived", reason: "", itemId },
        { name: "Louise Rohde", status: "absent", reason: "forhindret", itemId: null },
      ]);
    await expect.element(page.getByRole("button", { name: "Til stede MJ, EKH" })).toBeVisible();
  });

  it("lets one be taken off with Delete, and back with Fortryd", async () => {
    const main = await openDetails();
    await adding().click();
    await userEvent.keyboard("MJ, EKH{Enter}");
    (page.getByRole("combobox", { name: "Fremmøde for EKH" }).element() as HTMLElement).focus();
    await userEvent.keyboard("{Delete}");
    await expect.poll(() => saved(main)?.map(({ name }) => name)).toEqual(["Michael Justesen"]);
    await expect.element(adding()).toHaveFocus();
    await page.getByRole("button", { name: "Fortryd" }).click();
    await expect.poll(() => saved(main)?.map(({ name }) => name)).toEqual(["Michael Justesen", "EKH"]);
  });

  it("keeps what was written in order when the saves are slower than the keys", async () => {
    const main = await openDetails();
    let release = (): void => undefined;
    main.held.set(
      "attendance:set",
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    await adding().click();
    await userEvent.keyboard("EKH{Enter}");
    await userEvent.selectOptions(page.getByRole("combobox", { name: "Fremmøde for EKH" }), "Fraværende");
    await userEvent.fill(page.getByRole("textbox", { name: "Hvorfor, EKH" }), "syg");
    release();
    main.held.clear();
    await expect.poll(() => saved(main)?.[0]?.reason).toBe("syg");
    await expect.element(page.getByRole("textbox", { name: "Hvorfor, EKH" })).toHaveValue("syg");
    expect(main.callsOf("attendance:set")).toHaveLength(2);
  });

  it("says what could not be saved, keeps it, holds the window open, and saves it when asked again", async () => {
    const main = await openDetails();
    main.failures.set("attendance:set", { kind: "disk-full", where: "data" });
    await adding().click();
    await userEvent.keyboard("EKH{Enter}");
    await expect.element(page.getByRole("alert")).toMatchTextContent(/Disken er fuld/);
    await expect.element(page.getByRole("button", { name: "Til stede EKH" })).toBeVisible();
    main.emit("app:close-requested", {});
    await expect.poll(() => main.callsOf("attendance:set").length).toBe(2);
    expect(main.callsOf("app:flushed")).toHaveLength(0);
    main.failures.clear();
    await page.getByRole("button", { name: "Prøv igen" }).click();
    await expect.poll(() => saved(main)?.length).toBe(1);
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
  });
});
