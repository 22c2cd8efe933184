import { describe, expect, it } from "vitest";
import { requests, testContext, testStore } from "../../support/store.ts";

describe("people:list", () => {
  it("knows the people and units from the start, the same ones on every PC, and seeds them once", () => {
    const store = testStore();
    const request = requests(testContext(store));
    const people = request("people:list", {});
    const units = people.filter((person) => person.kind === "unit").map((person) => person.initials);
    for (const unit of ["FAS", "MØB", "OL", "UJU", "VJH", "JSY", "BFF", "FMU", "MSB", "BA"]) expect(units).toContain(unit);
    expect(people.find((person) => person.initials === "MJ")).toMatchObject({ kind: "person", name: "Michael Justesen" });
    expect(request("people:list", {})).toEqual(people);
    expect(requests(testContext(testStore()))("people:list", {})).toEqual(people);
    const initials = people.map((person) => person.initials);
    expect(initials).toEqual([...initials].sort((a, b) => a.localeCompare(b, "da")));
  });
});
