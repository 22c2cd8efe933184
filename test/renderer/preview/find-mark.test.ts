import { describe, expect, it } from "vitest";
import { findMark, type PageText } from "../../../renderer/preview/find-mark.ts";

/** Lines of a page of 1,000 points from its top, at these heights. */
function page(lines: Record<number, string>): PageText {
  return { height: 1_000, letters: Object.entries(lines).map(([at, str]) => ({ str, size: 10, baseline: 1_000 - Number(at) })) };
}

const first = page({
  50: "Referat · Godkendt.",
  200: "Punkt 1: Dagsorden",
  230: "Godkendt.",
  400: "Punkt 2: Sagen",
  430: "Godkendt.",
  900: "Rådmanden vil gerne fast-",
});
const second = page({
  50: "Referat · Rådmandsmøde",
  130: "holde ambitionerne. Godkendt.",
  160: "Godkendt. Og ført til",
  300: "Punkt 3: Bordet rundt",
});
const places = [
  { number: 1, page: 1, top: 0.19 },
  { number: 2, page: 1, top: 0.39 },
  { number: 3, page: 2, top: 0.29 },
];

function find(number: number, words: string, times = 1) {
  return findMark({ number, words, times }, { places, pages: 2 }, async (each) => (each === 1 ? first : second));
}

describe("the line of the caret on the finished page", () => {
  it("is looked for in its own punkt", async () => {
    expect((await find(1, "Godkendt."))?.top).toBeCloseTo(0.22);
    expect((await find(2, "Godkendt."))?.top).toBeCloseTo(0.42);
  });

  it("is the one where the same words come so many times", async () => {
    expect(await find(2, "Godkendt.", 2)).toMatchObject({ page: 2, top: expect.closeTo(0.12) });
    expect(await find(2, "Godkendt.", 3)).toMatchObject({ page: 2, top: expect.closeTo(0.15) });
  });

  it("is the last of those its words stand on, past the foot and the head of a page", async () => {
    expect(await find(2, "gernefast-holdeambitionerne")).toMatchObject({ page: 2, top: expect.closeTo(0.12) });
  });

  it("is none when the words are not there, or the punkt is not", async () => {
    expect(await find(3, "Godkendt.")).toBeNull();
    expect(await find(7, "Godkendt.")).toBeNull();
  });
});
