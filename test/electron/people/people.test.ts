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

describe("people:save and people:delete", () => {
  it("add, change and delete, and a deleted one does not come back with the next start", () => {
    const store = testStore();
    const request = requests(testContext(store));
    const added = request("people:save", { kind: "person", initials: " LR2 ", name: "Louise Rohde" }).find(
      ({ initials }) => initials === "LR2",
    );
    expect(added).toMatchObject({ kind: "person", name: "Louise Rohde" });
    const id = added?.id ?? "";
    const changed = request("people:save", { id, kind: "unit", initials: "LRO", name: "Rohde" });
    expect(changed.find((person) => person.id === id)).toEqual({ id, kind: "unit", initials: "LRO", name: "Rohde" });
    expect(changed).toHaveLength(request("people:list", {}).length);
    const shipped = changed.find(({ initials }) => initials === "FAS")?.id ?? "";
    expect(request("people:delete", { personId: shipped }).map((person) => person.id)).not.toContain(shipped);
    expect(requests(testContext(store))("people:list", {}).map((person) => person.id)).not.toContain(shipped);
    const missing = { kind: "not-found", what: "person", id: shipped };
    for (const run of [
      () => request("people:delete", { personId: shipped }),
      () => request("people:save", { id: shipped, kind: "unit", initials: "FAS", name: "" }),
    ])
      expect(run).toThrow(expect.objectContaining({ appError: missing }));
    expect(() => request("people:save", { kind: "unit", initials: " ", name: "" })).toThrow();
  });

  it("are there to be named before the list was ever shown", () => {
    const request = requests(testContext(testStore()));
    const all = request("people:save", { kind: "person", initials: "AW", name: "Anders Winnerskjold" });
    expect(all.map(({ initials }) => initials)).toContain("FAS");
  });
});
