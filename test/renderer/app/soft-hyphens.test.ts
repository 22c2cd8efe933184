import { describe, expect, it } from "vitest";
import { withSoftHyphens } from "../../../renderer/app/soft-hyphens.ts";

const shown = (text: string) => withSoftHyphens(text).replaceAll("\u00ad", "-");

describe("soft hyphens", () => {
  it.each([
    ["Handicapbarometer", "Handi-cap-ba-ro-meter"],
    ["Status på 10 %-målsætningen", "Status på 10 %-målsætningen"],
    ["Omstillingsplanen", "Omstil-lings-planen"],
    ["Beskæftigelsesudvalget", "Beskæf-ti-gel-se-sud-valget"],
    ["Bordet rundt", "Bordet rundt"],
    ["", ""],
  ])("divide %j as %j", (text, divided) => expect(shown(text)).toBe(divided));

  it("change no letter and leave no end shorter than four", () => {
    const word = "Speciallægepraksisplanlægningsstabiliseringsperiode".repeat(20);
    expect(withSoftHyphens(word).replaceAll("\u00ad", "")).toBe(word);
    expect(withSoftHyphens("Ukrainestatusrapport").split("\u00ad").at(-1)?.length).toBeGreaterThanOrEqual(4);
  });
});
