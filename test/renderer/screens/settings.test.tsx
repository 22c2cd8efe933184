import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { useSettings } from "../../../renderer/stores/settings.ts";
import type { FakeBridgeOptions, FakeMain } from "../../support/fake-bridge.ts";
import { openWindow } from "./open-window.tsx";

async function openSettings(options: FakeBridgeOptions = {}): Promise<FakeMain> {
  const main = openWindow(options);
  await expect.element(page.getByRole("heading", { level: 1, name: "Møder" })).toBeVisible();
  await userEvent.keyboard("{Control>},{/Control}");
  await expect.element(page.getByRole("heading", { level: 1, name: "Indstillinger" })).toBeVisible();
  return main;
}

describe("the settings", () => {
  it("save the referent's name when the field is left", async () => {
    const main = await openSettings();
    await page.getByRole("textbox", { name: "Dit navn" }).fill("Martin");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => main.settings.minuteTaker).toBe("Martin");
  });

  it("change theme and face at once", async () => {
    const main = await openSettings();
    await page.getByRole("radio", { name: "Mørkt" }).click();
    await expect.poll(() => getComputedStyle(document.body).backgroundColor).toBe("rgb(23, 25, 27)");
    await page.getByRole("radio", { name: "Grotesk" }).click();
    await expect.poll(() => main.settings).toMatchObject({ theme: "dark", recordFace: "sans" });
  });

  it("keep what was changed last while the one before is still being saved", async () => {
    const main = await openSettings();
    const saved = Promise.withResolvers<void>();
    main.held.set("settings:save", saved.promise);
    await page.getByRole("radio", { name: "Mørkt" }).click();
    await page.getByRole("radio", { name: "Grotesk" }).click();
    const seen: string[] = [];
    const stop = useSettings.subscribe(({ settings }) => seen.push(`${settings.theme} ${settings.recordFace}`));
    saved.resolve();
    await expect.poll(() => main.settings).toMatchObject({ theme: "dark", recordFace: "sans" });
    await expect.poll(() => seen.length).toBeGreaterThan(0);
    stop();
    expect(new Set(seen)).toEqual(new Set(["dark sans"]));
  });

  it("tell whether the open edition names closed punkter by number", async () => {
    const main = await openSettings();
    expect(main.settings.tellClosed).toBe(false);
    await page.getByRole("radio", { name: "Nævnes ved nummer" }).click();
    await expect.poll(() => main.settings.tellClosed).toBe(true);
  });

  it("bring the old value back and say why when it was not saved", async () => {
    const main = await openSettings({ settings: { organisation: "Aarhus Kommune" } });
    main.failures.set("settings:save", { kind: "save-failed", code: "SQLITE_FULL" });
    await page.getByRole("textbox", { name: "Organisation" }).fill("Noget andet");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("alert")).toMatchTextContent(/Ikke gemt \(SQLITE_FULL\)/);
    await expect.element(page.getByRole("textbox", { name: "Organisation" })).toHaveValue("Aarhus Kommune");
  });
});

describe("the public contacts", () => {
  it("are listed, added, mended and removed, and what is no contact is told", async () => {
    const main = await openSettings();
    await page.getByRole("tab", { name: "Offentlige kontakter" }).click();
    const list = page.getByRole("list", { name: "Offentlige kontakter" });
    await expect.element(list.getByRole("button", { name: "aarhus.dk, alle adresser på domænet" })).toBeVisible();
    const field = page.getByRole("textbox", { name: "Ny kontakt" });
    await field.fill("Anna");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText("Skriv en e-mailadresse, et domæne eller et telefonnummer.")).toBeVisible();
    await field.fill("post@dsb.dk");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => main.settings.publicContacts).toEqual(["aarhus.dk", "89 40 20 00", "post@dsb.dk"]);
    await page.getByRole("button", { name: "Slet aarhus.dk" }).click();
    await expect.poll(() => main.settings.publicContacts).toEqual(["89 40 20 00", "post@dsb.dk"]);
    await list.getByRole("button", { name: "post@dsb.dk, e-mailadresse" }).click();
    await page.getByRole("textbox", { name: "Ret kontakten" }).fill("dsb.dk");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => main.settings.publicContacts).toEqual(["89 40 20 00", "dsb.dk"]);
  });
});

describe("the shared folder", () => {
  it("is explained, chosen and forgotten", async () => {
    await openSettings();
    await expect.element(page.getByText(/Referent sletter aldrig andres filer/)).toBeVisible();
    await page.getByRole("button", { name: "Vælg mappe" }).click();
    await expect.element(page.getByRole("status").filter({ hasText: "Referater" })).toBeVisible();
    await page.getByRole("button", { name: "Glem mappen" }).click();
    await expect.element(page.getByRole("button", { name: "Vælg mappe" })).toBeVisible();
  });

  it("shows what is wrong with it, what waits, and tries again", async () => {
    const folder = { kind: "trouble", name: "Referater", error: { kind: "folder-absent" }, waiting: 2 } as const;
    const main = await openSettings({ folder });
    const card = page.getByRole("status").filter({ hasText: "Referater" });
    await expect.element(card).toMatchTextContent(/Mappen kan ikke nås.*2 møder venter/);
    main.folder = { kind: "connected", name: "Referater", lastPublishedAt: "2026-03-10T10:38:00.000Z" };
    await page.getByRole("button", { name: "Prøv igen" }).click();
    await expect.element(card).toMatchTextContent(/Delt mappe er forbundet/);
  });

  it("keeps the focus while it is at work, and takes one press only; what goes away leaves the focus to what stays", async () => {
    const main = await openSettings({ folder: { kind: "connected", name: "Referater", lastPublishedAt: null } });
    const [change, forget] = [page.getByRole("button", { name: "Vælg en anden mappe" }), page.getByRole("button", { name: "Glem mappen" })];
    const held = Promise.withResolvers<void>();
    main.held.set("folder:choose", held.promise);
    await change.click();
    await expect.element(change).toHaveAttribute("aria-disabled", "true");
    await expect.element(change).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await forget.click({ force: true });
    held.resolve();
    await expect.element(forget).toHaveAttribute("aria-disabled", "false");
    expect([main.callsOf("folder:choose"), main.callsOf("folder:forget")]).toEqual([[{}], []]);
    await forget.click();
    await expect.element(page.getByRole("button", { name: "Vælg mappe" })).toHaveFocus();
  });

  it("follows what main tells of it", async () => {
    const main = await openSettings({ folder: { kind: "connected", name: "Referater", lastPublishedAt: null } });
    main.emit("folder:changed", { kind: "trouble", name: "Referater", error: { kind: "folder-read-only", code: "EACCES" }, waiting: 1 });
    await expect.element(page.getByRole("status").filter({ hasText: "Referater" })).toMatchTextContent(/Du kan ikke skrive i mappen/);
    await expect.element(page.getByRole("button", { name: /Mappen svarer ikke/ })).toBeVisible();
  });
});
