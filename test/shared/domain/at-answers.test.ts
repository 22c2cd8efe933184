import { describe, expect, it } from "vitest";
import { atAnswers } from "../../../shared/domain/at-answers.ts";
import { plainText } from "../../../shared/domain/rich-text.ts";
import { seedMeetings } from "../../support/seed-decisions.ts";

const two = ["at rådmanden godkender A", "at rådmanden godkender B"];

describe("atAnswers", () => {
  it.each([
    ["none", [], [], [], [1, 2]],
    ["one answered, one begun", ["at 1) rådmanden godkendte A.", "at 2) rådmanden "], [1], [2], []],
    ["text between them", ["at 1) rådmanden godkendte A.", "FAS følger op.", "at 2) rådmanden godkendte B."], [1, 2], [], []],
    ["the older forms", ["1) Rådmanden godkendte A.", "2. Rådmanden godkendte B."], [1, 2], [], []],
    ["a sentence without its end", ["at 1) rådmanden godkendte A"], [], [1], [2]],
  ])("%s", (_name, lines, answered, begun, unanswered) => {
    expect(atAnswers(two, lines)).toEqual({ answered, begun, unanswered, misnumbered: [] });
  });

  it("asks nothing of a blank at-point, and nothing where there is no indstilling", () => {
    expect(atAnswers(["", "at rådmanden godkender B"], []).unanswered).toEqual([2]);
    expect(atAnswers([], ["at 1) Rådmanden tog orienteringen til efterretning."])).toEqual({
      ...{ answered: [], begun: [], unanswered: [], misnumbered: [] },
    });
  });

  it.each([
    ["a number that the indstilling does not have", ["at 1) A.", "at 3) B."], [[1, 3, "unknown"]]],
    ["a number twice", ["at 1) A.", "at 1) B."], [[1, 1, "repeated"]]],
    ["the wrong order", ["at 2) B.", "tekst", "at 1) A."], [[2, 1, "out-of-order"]]],
  ])("tells %s", (_name, lines, wrong) => {
    expect(atAnswers(two, lines).misnumbered.map(({ line, number, reason }) => [line, number, reason])).toEqual(wrong);
  });

  it("finds every at-point of 10 March 2026 answered, in order", () => {
    const cases = seedMeetings()[0]?.items.filter((item) => item.recommendations.length > 0) ?? [];
    expect(cases).toHaveLength(3);
    for (const { recommendations, decision } of cases) {
      const answers = atAnswers(recommendations, plainText(decision).split("\n"));
      expect(answers).toEqual({ answered: recommendations.map((_, index) => index + 1), begun: [], unanswered: [], misnumbered: [] });
    }
  });
});
