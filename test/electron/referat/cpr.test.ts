import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCpr } from "../../../electron/referat/cpr.ts";

const sample = fileURLToPath(new URL("../../../resources/samples/raadmandsmoede-2026-03-10.json", import.meta.url));

describe("a CPR number", () => {
  it.each([
    "010203-1234",
    "0102031234",
    "010203 1234",
    "010203  1234",
    "010203 - 1234",
    "010203 – 1234",
    "010203–1234",
    "010203‑1234",
    "010203\u00a01234",
    "010203\u202f-\u202f1234",
    "01 02 03-1234",
    "01 02 03 - 1234",
    "01.02.03-1234",
    "01-02-03-1234",
    "01/02/03 1234",
    "01\u00a002\u00a003\u00a01234",
    "010203-\n1234",
    "010203\n1234",
    "0102\n03-1234",
    "010203 -\n 1234",
    "010203\u200b-\u200b1234",
    "01\u00ad0203-1234",
    "290200-1234",
    "290296-1234",
    "CPR010203-1234",
    "(010203-1234)",
    "punkt 3 010203-1234.",
    "punkt 12 010203-1234.",
    "12. 01 02 03-1234",
  ])("is seen: %j", (text) => {
    expect(findCpr(`Borgeren ${text} har klaget.`)?.shown).toMatch(/^\d\d••••-••••$/);
  });

  it.each([
    "310203-1234",
    "310403-1234",
    "300204-1234",
    "290203-1234",
    "000203-1234",
    "011303-1234",
    "010003-1234",
    "010203-12345",
    "010203-123",
    "9010203-1234",
    "2026-012345",
    "2026-010203 2026",
    "2025-010124-1234",
    "25-121634",
    "15611011",
    "89 40 20 00",
    "+45 21 11 13 71",
    "21 11 13 71 og 21 11 13 72",
    "EAN 5798005770",
    "EAN 5798005770123",
    "EAN 5798 0057 7012 3",
    "10-03-2026 11:00 - 13:00",
    "10.03.2026",
    "20260310",
    "kl. 18.10 – 18.12",
    "1.010.203 kr.",
    "Telefon 20 12 12 10\n8000 Aarhus C",
    "Tlf. 89 21 11 04\n8000 Aarhus",
    "24\n11\n38\n1012",
  ])("is not this: %j", (text) => {
    expect(findCpr(`Om ${text} blev der talt.`)).toBeNull();
  });

  it("is seen with any existing day, in any spacing, whatever its checksum", () => {
    const gap = fc.constantFrom("", " ", "-", ".", "\u00a0", "\n");
    const wide = fc.constantFrom("", " ", "  ", "-", " - ", "–", " – ", "-\n", "\n");
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2030-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.tuple(gap, gap, wide), fc.nat(9_999), (born, [one, two, three], serial) => {
        const [year = "", month = "", date = ""] = born.toISOString().slice(2, 10).split("-");
        // Broken over one line at most: more are a column of figures.
        fc.pre([one, two, three].filter((each) => each.includes("\n")).length < 2);
        const number = `${date}${one}${month}${two}${year}${three}${String(serial).padStart(4, "0")}`;
        expect(findCpr(`Borgeren ${number}, som`), JSON.stringify(number)).not.toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it("tells of its checksum as a hint", () => {
    expect(findCpr("070761-4285")).toEqual({ shown: "07••••-••••", checksumFits: true, index: 0 });
    expect(findCpr("070761-4286")).toEqual({ shown: "07••••-••••", checksumFits: false, index: 0 });
  });

  it("is nowhere in minutes as they are written, with their journal, telephone and case numbers", () => {
    expect(findCpr(readFileSync(sample, "utf8"))).toBeNull();
    const foot = "Sagsnr. 2025-014576, CVR 15611011, tlf. 89 40 20 00, 25-121634, den 02.02.2026 kl. 16.30 – 18.00, 2022-2025, 19.35–19.37";
    expect(findCpr(foot)).toBeNull();
  });
});
