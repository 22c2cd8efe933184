import { describe, expect, it } from "vitest";
import { withSoftHyphens } from "../../../renderer/app/soft-hyphens.ts";

const shown = (text: string) => withSoftHyphens(text).replaceAll("\u00ad", "-");

describe("soft hyphens", () => {
  it.each([
    ["Handicapbarometer", "Han-di-cap-ba-ro-me-ter"],
    ["Status på 10 %-målsætningen", "Status på 10 %-mål-sæt-nin-gen"],
    ["Omstillingsplanen", "Omstil-lings-pla-nen"],
    ["Beskæftigelsesudvalget", "Beskæf-ti-gel-se-sud-val-get"],
    ["Bordet rundt", "Bordet rundt"],
    ["", ""],
  ])("divide %j as %j", (text, divided) => expect(shown(text)).toBe(divided));

  it("change no letter and leave no part shorter than three", () => {
    const word = "Speciallægepraksisplanlægningsstabiliseringsperiode".repeat(20);
    expect(withSoftHyphens(word).replaceAll("\u00ad", "")).toBe(word);
    expect(withSoftHyphens("Ukrainestatus").split("\u00ad").at(0)?.length).toBeGreaterThanOrEqual(3);
  });
});
