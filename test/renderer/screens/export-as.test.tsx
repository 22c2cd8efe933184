import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { newItem, newMeeting } from "../../support/fake-meeting.ts";
import { openWindow } from "./open-window.tsx";

const press = (keys: string) => userEvent.keyboard(keys);
const dialog = page.getByRole("dialog", { name: "Eksportér som" });
const checked = () => [...document.querySelectorAll<HTMLElement>(".export-as [aria-checked=true]")].map((each) => each.textContent);

const fileName = () => document.querySelector(".export-as-name")?.textContent;

async function open(closed = 0) {
  const items = [newItem("Dagsorden", null), ...Array.from({ length: closed }, () => newItem("Personsag", 10, { closed: true }))];
  const meeting = newMeeting({ date: "2026-03-10", categories: [{ id: crypto.randomUUID(), name: "", items }] });
  const main = await openWindow({ meetings: [meeting] });
  await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
  await expect.element(page.getByRole("textbox", { name: "Mødets referat" })).toBeVisible();
  await press("{Control>}{Shift>}p{/Shift}{/Control}");
  await expect.element(dialog).toBeVisible();
  return { main, meeting };
}

describe("Eksportér som", () => {
  it("is chosen by keys alone, and the next time it is as it was", async () => {
    const { main, meeting } = await open();
    await expect.element(page.getByRole("button", { name: "Vælg sted og eksportér" })).toHaveFocus();
    expect(checked()).toEqual(["PDF", "Samlet", "Fuld"]);
    await press("{Tab}{Tab}{ArrowRight}");
    await press("{Tab}{ArrowRight}");
    await press("{Tab}{ArrowRight}");
    expect(checked()).toEqual(["HTML", "Kort", "Offentlig"]);
    expect(fileName()).toBe("20260310-Rådmandsmøde kort offentlig.html");
    await press("{Enter}");
    const kind = { form: "short", edition: "open", format: "html" };
    await expect.poll(() => main.callsOf("referat:export")).toEqual([{ meetingId: meeting.id, ...kind }]);
    expect(main.settings.exportAs).toEqual(kind);
    await expect.element(dialog).not.toBeInTheDocument();
    await press("{Control>}{Shift>}p{/Shift}{/Control}");
    await expect.poll(checked).toEqual(["HTML", "Kort", "Offentlig"]);
    await press("{Enter}");
    await expect.poll(() => main.callsOf("referat:export").length).toBe(2);
  });

  it("says what will be in the file, and that JSON has no form", async () => {
    await open(2);
    await expect.element(dialog.getByText(/indstillinger, beslutninger og bilag\. Med de 2 lukkede punkter\./)).toBeVisible();
    await press("{Tab}{Tab}{ArrowLeft}");
    expect(checked()).toEqual(["JSON", "Fuld"]);
    expect(fileName()).toBe("20260310-Rådmandsmøde.json");
    await press("{Escape}");
    await expect.element(dialog).not.toBeInTheDocument();
  });

  it.each(["light", "dark"] as const)("is accessible in %s", async (theme) => {
    await open(1);
    document.documentElement.dataset["theme"] = theme;
    await Promise.all(document.getAnimations().map((each) => each.finished));
    const { violations } = await axe.run(document.body, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it("names the bad bilag that would be in the file, and no others", async () => {
    const bilag = { id: crypto.randomUUID(), title: "Brev", mediaType: "application/pdf", bytes: 9, sha256: "0".repeat(64) } as const;
    const bad = { ...bilag, fileName: "brev.pdf", trouble: "er beskadiget eller ikke hel" };
    const items = [newItem("Dagsorden", null, { attachments: [bad] }), newItem("Personsag", null, { closed: true, attachments: [bad] })];
    openWindow({ meetings: [newMeeting({ date: "2026-03-10", categories: [{ id: crypto.randomUUID(), name: "", items }] })] });
    await page.getByRole("button", { name: /^Rådmandsmøde d\. 10\. marts,/ }).click();
    await press("{Control>}{Shift>}p{/Shift}{/Control}");
    const told = () => [...document.querySelectorAll(".export-as-troubles li")].map((each) => each.textContent);
    const sentence = (number: number): string =>
      `Punkt ${number}, Bilag 1: filen "brev.pdf" er beskadiget eller ikke hel. Bilagets side siger det.`;
    await expect.poll(told).toEqual([sentence(1), sentence(2)]);
    await page.getByRole("radio", { name: "Offentlig" }).click();
    await expect.poll(told).toEqual([sentence(1)]);
    await page.getByRole("radio", { name: "Kort" }).click();
    await expect.poll(told).toEqual([]);
  });
});

describe("an export that takes its time", () => {
  it("is begun once when its key is pressed again while the text is still being saved, and so is the laying in the folder", async () => {
    const { main } = await open();
    await press("{Escape}");
    await expect.element(dialog).not.toBeInTheDocument();
    const saved = Promise.withResolvers<void>();
    main.held.set("meetings:save-fields", saved.promise);
    for (const channel of ["referat:export", "referat:publish"] as const) main.held.set(channel, new Promise(() => undefined));
    await press("{Control>}1{/Control}Ja");
    await expect.poll(() => main.callsOf("meetings:save-fields").length).toBe(1);
    await press("{Control>}ee{/Control}{Control>}{Shift>}ss{/Shift}{/Control}");
    expect(main.callsOf("referat:export")).toEqual([]);
    saved.resolve();
    await expect.poll(() => main.callsOf("referat:export").length).toBeGreaterThan(0);
    await expect.poll(() => main.callsOf("referat:publish").length).toBeGreaterThan(0);
    expect([main.callsOf("referat:export"), main.callsOf("referat:publish")].map((calls) => calls.length)).toEqual([1, 1]);
  });

  it("shows how far it is, and is stopped", async () => {
    const { main } = await open();
    let release: () => void = () => undefined;
    main.held.set(
      "referat:export",
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    expect(main.callsOf("referat:rehearse")).toEqual([{ meetingId: main.meetings[0]?.id }]);
    await press("{Enter}");
    await expect.poll(() => main.callsOf("referat:export").length).toBe(1);
    expect(document.querySelector(".adding")).toBeNull();
    main.emit("referat:progressed", { stage: "bilag", done: 11, total: 40 });
    await expect.element(page.getByText("Bilag 12 af 40 efterses")).toBeVisible();
    main.emit("referat:progressed", { stage: "pages", done: 0, total: 1 });
    await expect.element(page.getByText("Siderne sættes op")).toBeVisible();
    expect(document.querySelector("progress")?.value).toBe(0.4);
    await page.getByRole("button", { name: "Afbryd" }).click();
    expect(main.callsOf("referat:stop")).toEqual([{}]);
    await expect.element(page.getByRole("button", { name: "Afbryd" })).toBeDisabled();
    release();
    await expect.poll(() => document.querySelector(".adding")).toBeNull();
  });
});
