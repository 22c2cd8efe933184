import { describe, expect, it } from "vitest";
import type { RevisionEntry } from "../../../shared/domain/history.ts";
import { fieldText, indexAt, revisionSteps } from "../../../shared/domain/revision-steps.ts";

const entry = (id: number, second: number, sizeChange: number, actor: string | null = "a"): RevisionEntry => ({
  id,
  field: "decision",
  at: new Date(Date.UTC(2026, 2, 10, 10, 42, second)).toISOString(),
  actor,
  by: null,
  sizeChange,
});

describe("steps of a field's history", () => {
  it("end where the writing paused, and count what they wrote", () => {
    const entries = [entry(1, 0, 5), entry(2, 1, 7), entry(3, 31, -4), entry(4, 60, 2)];
    expect(revisionSteps(entries, 30_000).map(({ last, sizeChange }) => [last.id, sizeChange])).toEqual([
      [2, 12],
      [4, -2],
    ]);
    expect(revisionSteps(entries, 1_000).map(({ last }) => last.id)).toEqual([1, 2, 3, 4]);
    expect(revisionSteps([], 1_000)).toEqual([]);
  });

  it("keep apart what stood there before anything was kept", () => {
    expect(revisionSteps([entry(1, 0, 5, null), entry(2, 1, 7)], 30_000).map(({ last }) => last.id)).toEqual([1, 2]);
  });

  it("are found by the moment", () => {
    const entries = [entry(1, 10, 5), entry(2, 20, 7)];
    expect(["09", "10", "19", "20", "59"].map((second) => indexAt(entries, `2026-03-10T10:42:${second}.500Z`))).toEqual([-1, 0, 0, 1, 1]);
  });
});

describe("a value in words", () => {
  it.each([
    ["title", "Handicapbarometer", "Handicapbarometer"],
    ["minutes", 10, "10 min"],
    ["minutes", null, ""],
    [
      "recommendations",
      [
        { id: "a", text: "at et" },
        { id: "b", text: "at to" },
      ],
      "1. at et\n2. at to",
    ],
    ["decision", { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Godkendt." }] }] }, "Godkendt."],
  ] as const)("of %s is readable", (field, value, text) => {
    expect(fieldText(field, structuredClone(value) as Parameters<typeof fieldText>[1])).toBe(text);
  });
});
