import { describe, expect, it } from "vitest";
import { itemProgress } from "../../../renderer/app/item-progress.ts";
import { newItem, text } from "../../support/fake-meeting.ts";

const points = [1, 2].map((number) => ({ id: `00000000-0000-4000-8000-00000000000${number}`, text: "at rådmanden godkender" }));

describe("how far a punkt is", () => {
  it.each([
    ["nothing written", newItem("Sag", 5), false, "empty"],
    ["nothing written, the caret in it", newItem("Sag", 5), true, "started"],
    ["the old system's lone dot", newItem("Sag", 5, { decision: text(".") }), false, "empty"],
    ["a decision, no indstilling", newItem("Sag", 5, { decision: text("Godkendt.") }), true, "decided"],
    [
      "one of two at-points answered",
      newItem("Sag", 5, { recommendations: points, decision: text("at 1) rådmanden godkendte.") }),
      false,
      "started",
    ],
    [
      "the second at-point begun",
      newItem("Sag", 5, { recommendations: points, decision: text("at 1) rådmanden godkendte.", "at 2) rådmanden god") }),
      false,
      "started",
    ],
    [
      "both answered",
      newItem("Sag", 5, { recommendations: points, decision: text("at 1) godkendt.", "at 2) godkendt.") }),
      false,
      "decided",
    ],
    [
      "the indstilling answered in other words",
      newItem("Sag", 5, { recommendations: points, decision: text("Punktet udgik.") }),
      false,
      "decided",
    ],
    [
      "only the public decision of a closed punkt",
      newItem("Sag", 5, { closed: true, publicDecision: text("Godkendt.") }),
      false,
      "decided",
    ],
  ] as const)("%s", (_name, item, current, progress) => expect(itemProgress(item, current)).toBe(progress));
});
