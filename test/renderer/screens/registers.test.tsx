import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { FakeMain } from "../../support/fake-bridge.ts";
import { openWindow, spoken } from "./open-window.tsx";

const press = (keys: string) => userEvent.keyboard(keys);
const lines = () => [...document.querySelectorAll(".register-text")].map((each) => each.textContent);
const focusedLine = () => document.activeElement?.getAttribute("aria-label");
const focusFirst = () => (document.querySelector("[data-line]") as HTMLElement).focus();

const people = [
  { id: crypto.randomUUID(), kind: "person", initials: "EKH", name: "Eva Holm" },
  { id: crypto.randomUUID(), kind: "unit", initials: "FAS", name: "Fagligt Sekretariat" },
  { id: crypto.randomUUID(), kind: "person", initials: "", name: "Bine Jenshøj" },
] as const;
const phrases = [
  { id: crypto.randomUUID(), text: "Godkendt.", uses: 12 },
  { id: crypto.randomUUID(), text: "Intet til referat.", uses: 0 },
];

async function openRegister(name: string, options: { addedWords?: string[] } = {}): Promise<FakeMain> {
  const main = openWindow({ people: [...people], phrases, ...options });
  await press("{Control>},{/Control}");
  await page.getByRole("tab", { name }).click();
  await expect.element(page.getByRole("tabpanel", { name })).toBeVisible();
  return main;
}

describe("Personer og enheder", () => {
  it("take a new unit, and the next can be typed at once", async () => {
    const main = await openRegister("Personer og enheder");
    await expect.poll(lines).toEqual(["EKH", "FAS", "Bine Jenshøj"]);
    await page.getByRole("radio", { name: "Enhed" }).click();
    await page.getByRole("textbox", { name: "Initialer" }).fill("MØB");
    await press("{Tab}Mål og Økonomi{Enter}");
    await expect.poll(lines).toContain("MØB");
    await expect.poll(spoken).toBe("MØB er tilføjet");
    expect(main.people.at(-1)).toMatchObject({ kind: "unit", initials: "MØB", name: "Mål og Økonomi" });
    await expect.element(page.getByRole("textbox", { name: "Initialer" })).toHaveFocus();
  });

  it("ask for initials or a name", async () => {
    const main = await openRegister("Personer og enheder");
    await page.getByRole("button", { name: "Tilføj", exact: true }).click();
    await expect.element(page.getByText("Skriv initialer eller navn.")).toBeVisible();
    expect(main.callsOf("people:save")).toEqual([]);
  });

  it("are edited with Enter, and Esc lets the line be; the focus stays on it", async () => {
    const main = await openRegister("Personer og enheder");
    await expect.poll(lines).toHaveLength(3);
    focusFirst();
    await press("{ArrowDown}{Enter}");
    await expect.element(page.getByRole("form", { name: "Ret person eller enhed" })).toBeVisible();
    await press("FAK{Escape}");
    await expect.poll(focusedLine).toBe("FAS, Fagligt Sekretariat, Enhed");
    await press("{F2}");
    await press("FAK{Enter}");
    await expect.poll(focusedLine).toBe("FAK, Fagligt Sekretariat, Enhed");
    expect(main.people.map((person) => person.initials).sort()).toEqual(["", "EKH", "FAK"]);
  });

  it("are deleted with Delete, the next line has the focus, and Ctrl+Z brings them back", async () => {
    await openRegister("Personer og enheder");
    await expect.poll(lines).toHaveLength(3);
    focusFirst();
    await press("{Delete}");
    await expect.poll(lines).toEqual(["FAS", "Bine Jenshøj"]);
    await expect.poll(focusedLine).toMatch(/^FAS/);
    await press("{Control>}z{/Control}");
    await expect.poll(lines).toContain("EKH");
  });

  it("say why one could not be saved and keep what is typed", async () => {
    const main = await openRegister("Personer og enheder");
    main.failures.set("people:save", { kind: "save-failed", code: "SQLITE_FULL" });
    await page.getByRole("textbox", { name: "Navn" }).fill("Louise Rohde");
    await press("{Enter}");
    await expect.element(page.getByRole("alert")).toMatchTextContent(/Ikke gemt \(SQLITE_FULL\)/);
    await expect.element(page.getByRole("textbox", { name: "Navn" })).toHaveValue("Louise Rohde");
  });
});

describe("Fraser", () => {
  it("take a new one with a place to fill in", async () => {
    const main = await openRegister("Fraser");
    await page.getByRole("textbox", { name: "Ny frase" }).fill("Rådmanden bestilte ");
    await page.getByRole("button", { name: "Indsæt ‹…›" }).click();
    await press(".{Enter}");
    await expect.poll(() => main.phrases.phrases.map((phrase) => phrase.text)).toContain("Rådmanden bestilte ‹…›.");
  });

  it("tell how often they are used, and are deleted and brought back", async () => {
    const main = await openRegister("Fraser");
    await expect.element(page.getByRole("button", { name: "Godkendt., Brugt 12 gange", exact: true })).toBeVisible();
    focusFirst();
    await press("{Delete}");
    await expect.poll(lines).toEqual(["Intet til referat."]);
    await press("{Control>}z{/Control}");
    await expect.poll(() => main.phrases.phrases).toHaveLength(2);
  });

  it("show learned sentences, which can be forgotten", async () => {
    const main = openWindow({ phrases });
    main.phrases.learned = [{ text: "Rådmanden bestilte en redegørelse.", uses: 3 }];
    await press("{Control>},{/Control}");
    await page.getByRole("tab", { name: "Fraser" }).click();
    await page.getByRole("button", { name: "Slet Rådmanden bestilte en redegørelse." }).click();
    await expect.poll(() => main.phrases.learned).toEqual([]);
  });
});

describe("Ordliste", () => {
  it("takes a single word and refuses what is none", async () => {
    const main = await openRegister("Ordliste");
    await expect.element(page.getByText("Du har ikke tilføjet ord endnu.")).toBeVisible();
    const field = page.getByRole("textbox", { name: "Nyt ord" });
    await field.fill("to ord");
    await press("{Enter}");
    await expect.element(page.getByText(/^Skriv et enkelt ord/)).toBeVisible();
    expect(main.addedWords).toEqual([]);
    await field.fill("Jenshøj");
    await press("{Enter}");
    await expect.poll(lines).toEqual(["Jenshøj"]);
    expect(main.addedWords).toEqual(["Jenshøj"]);
  });

  it("changes a word, and searches a long list", async () => {
    const main = await openRegister("Ordliste", {
      addedWords: ["Jensøj", ..."abcdefghi"].map((word) => (word.length > 1 ? word : `ord${word}`)),
    });
    await page.getByRole("searchbox", { name: "Søg i Ordliste" }).fill("jens");
    await expect.poll(lines).toEqual(["Jensøj"]);
    focusFirst();
    await press("{Enter}");
    await press("Jenshøj{Enter}");
    await expect.poll(lines).toEqual(["Jenshøj"]);
    expect(main.addedWords).not.toContain("Jensøj");
  });
});
