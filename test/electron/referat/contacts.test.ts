import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listPrivateContacts } from "../../../electron/referat/contacts.ts";
import { readReferat } from "../../../electron/referat/read-pdf.ts";
import { contactKind } from "../../../shared/domain/public-contact.ts";
import { defaultSettings } from "../../../shared/domain/settings.ts";

const listed = ["dsb.dk", "borger@post.example", "+45 89 40 20 00"];
const shown = (text: string) => listPrivateContacts(text, listed).map((found) => found.shown);

describe("a contact that is not public", () => {
  it.each([
    ["20 12 34 56", "20 •• •• 56"],
    ["20123456", "20 •• •• 56"],
    ["2012 3456", "20 •• •• 56"],
    ["20-12-34-56", "20 •• •• 56"],
    ["20.12.34.56", "20 •• •• 56"],
    ["+45 20 12 34 56", "20 •• •• 56"],
    ["004520123456", "20 •• •• 56"],
    ["20\u00a012\u00a034\u00a056", "20 •• •• 56"],
    ["20 12\n34 56", "20 •• •• 56"],
    ["20\u200b12\u200b34\u200b56", "20 •• •• 56"],
    ["tlf. 20240112", "20 •• •• 12"],
    ["+46 70 123 45 67", "01 •• •• 67"],
    ["anna.hansen@mail.example", "a…@mail.example"],
    ["Anna.Åse+1@mail.sub.example", "A…@mail.sub.example"],
    ["anna@\nmail.example", "a…@mail.example"],
    ["mailto:anna@mail.example", "a…@mail.example"],
    ["anna@ikkedsb.dk", "a…@ikkedsb.dk"],
  ])("is found: %j", (text, wanted) => {
    expect(shown(`Skriv til ${text}, så snart som muligt.`)).toEqual([wanted]);
  });

  it.each([
    "89 40 20 00",
    "tlf. 89402000",
    "+45 8940 2000",
    "post@dsb.dk",
    "Presse@Mail.DSB.dk",
    "Borger@post.example",
    "den 20241008",
    "21.11.2024",
    "21-11-2024",
    "2026-2029",
    "2025 2026",
    "CVR 25611011",
    "CVR-nr.: 25 61 10 11",
    "Dokumentnummer:\n25611011",
    "Sag: EMN-2025-014576",
    "EAN 5798005770123",
    "15611011",
    "25000000 kr.",
    "25.000.000",
    "20 30 40 50 60",
    "kl. 16.30 – 18.00",
    "1918 2055 2192 2329\n2466 2603 2740 2877",
    "20\n30\n40\n50\n",
    "29208495-0c4f-4b8e-9d57-1f2a3b4c5d6e",
    "@dsb",
  ])("is not this: %j", (text) => {
    expect(shown(`Om ${text} blev der talt.`)).toEqual([]);
  });

  it("is not the caseworker of a letter's head on a bilag, but anyone in its text", async () => {
    const pages: string[] = [];
    for (const name of ["punkt-3-indstilling", "punkt-4-indstilling", "punkt-5-brev", "punkt-5-til-udvalget", "punkt-7-dagsorden-udvalg"]) {
      const file = new URL(`../../../resources/samples/bilag/${name}.pdf`, import.meta.url);
      pages.push(...(await readReferat(readFileSync(file))).pages.map(({ all }) => all));
    }
    expect(pages.flatMap((page) => listPrivateContacts(page, [])).length).toBeGreaterThan(8);
    for (const page of pages) expect(listPrivateContacts(page, defaultSettings.publicContacts, true)).toEqual([]);
    for (const page of pages) {
      const planted = `${page}\n${"Der er talt med borgeren om det. ".repeat(12)}Hun har 20 12 34 56.`;
      expect(listPrivateContacts(planted, defaultSettings.publicContacts, true)).toMatchObject([{ shown: "20 •• •• 56" }]);
    }
  });

  it("is told in a bilag's running text, also where that speaks of the caseworker", () => {
    const text = "Sagsbehandleren har i dag talt med borgeren, der meget gerne vil ringes op på 20 12 34 56 inden fredag.";
    expect(listPrivateContacts(text, [], true)).toMatchObject([{ shown: "20 •• •• 56" }]);
    expect(listPrivateContacts(`Aarhus\nSagsbehandler: Ole Bo\nTlf. 20 12 34 56`, [], true)).toEqual([]);
    expect(listPrivateContacts(`Sagsbehandler\nOle Bo\nTlf. 20 12 34 56`, [], true)).toEqual([]);
  });

  it("is looked for in a word of any length without trying each of its letters", () => {
    const long = "a".repeat(100_000);
    const started = process.cpuUsage();
    expect(shown(`${long} ${long}@mail.example`)).toEqual(["a…@mail.example"]);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1_000);
  });

  it("is told from what may stand on the list", () => {
    expect(
      ["aarhus.dk", "@aarhus.dk", "a@b.dk", "+45 89 40 20 00", "89402000", "Anna", "", "8940", "a@b", "a b@c.dk"].map(contactKind),
    ).toEqual(["domain", "domain", "email", "phone", "phone", null, null, null, null, null]);
  });
});
