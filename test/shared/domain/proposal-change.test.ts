import { describe, expect, it } from "vitest";
import type { ItemView } from "../../../shared/domain/meeting.ts";
import { type Proposal, proofRead } from "../../../shared/domain/proof-read.ts";
import { proposalChange } from "../../../shared/domain/proposal-change.ts";
import { plainText, type RichText } from "../../../shared/domain/rich-text.ts";
import { withChanges } from "../../../shared/domain/with-changes.ts";
import { newItem, newMeeting, text } from "../../support/fake-meeting.ts";

const add = (...lines: string[]): Proposal => ({ kind: "add-lines", lines });
const decisionOf = (item: ItemView, proposal: Proposal) => {
  const change = proposalChange(item, proposal);
  return change?.field === "decision" ? plainText(change.value) : null;
};
const replace = (
  field: "title" | "decision" | "recommendations" | "attachments",
  block: number[],
  from: number,
  to: number,
  words: string,
) => ({ kind: "replace", place: { field, block, from, to }, text: words }) as const;

describe("lines to add to a decision", () => {
  it("stand alone where nothing was written, the old system's dot included", () => {
    expect(decisionOf(newItem("A", null), add("Intet til referat."))).toBe("Intet til referat.");
    expect(decisionOf(newItem("A", null, { decision: text(".") }), add("Intet til referat."))).toBe("Intet til referat.");
  });

  it("stand before the answers to later at-points, else last", () => {
    const item = newItem("A", null, { decision: text("at 1) rådmanden tog imod.", "Tak.", "at 3) rådmanden gik.") });
    expect(decisionOf(item, add("at 2) rådmanden sov."))).toBe(
      "at 1) rådmanden tog imod.\nTak.\nat 2) rådmanden sov.\nat 3) rådmanden gik.",
    );
    expect(decisionOf(item, add("at 4) rådmanden kom."))?.split("\n").at(-1)).toBe("at 4) rådmanden kom.");
  });
});

describe("other words at a place", () => {
  it("keep the marks of those they replace, and everything around them", () => {
    const bold = [{ type: "bold" as const }];
    const entry: RichText = {
      type: "doc",
      content: [
        { type: "paragraph", content: [{ type: "text", text: "Først." }] },
        {
          type: "bulletList",
          content: [
            {
              type: "listItem",
              content: [
                {
                  type: "paragraph",
                  content: [
                    { type: "text", text: "Det er i" },
                    { type: "text", text: "gang n", marks: bold },
                    { type: "text", text: "u." },
                  ],
                },
              ],
            },
          ],
        },
      ],
    };
    const change = proposalChange(newItem("A", null, { decision: entry }), replace("decision", [1, 0, 0], 7, 12, "i gang"));
    expect(change?.value).toMatchObject({
      content: [
        { content: [{ text: "Først." }] },
        { content: [{ content: [{ content: [{ text: "Det er i gang" }, { text: " n", marks: bold }, { text: "u." }] }] }] },
      ],
    });
  });

  it("are put in titles, at-points and the titles of bilag", () => {
    const point = { id: crypto.randomUUID(), text: "at Rådmanden godkender" };
    const bilag = {
      id: crypto.randomUUID(),
      title: "Buget",
      fileName: "b.pdf",
      mediaType: "application/pdf",
      bytes: 1,
      sha256: "",
      trouble: null,
    } as const;
    const item = newItem("Buget", null, { recommendations: [point], attachments: [bilag] });
    expect(proposalChange(item, replace("title", [], 0, 5, "Budget"))).toMatchObject({ field: "title", value: "Budget" });
    expect(proposalChange(item, replace("recommendations", [0], 3, 12, "rådmanden"))).toMatchObject({
      value: [{ id: point.id, text: "at rådmanden godkender" }],
    });
    expect(proposalChange(item, replace("attachments", [0], 0, 5, "Budget"))).toMatchObject({
      entity: "attachment",
      id: bilag.id,
      value: "Budget",
    });
    expect(proposalChange(item, replace("attachments", [1], 0, 5, "Budget"))).toBeNull();
  });
});

describe("a proposal that is carried out", () => {
  it("is no finding any more", () => {
    const items = [
      newItem("Bordet rundt", null),
      newItem("Budget", null, {
        recommendations: ["at rådmanden godkender budgettet", "at rådmanden tager orienteringen til efterretning"].map((words) => ({
          id: crypto.randomUUID(),
          text: words,
        })),
        decision: text("at 1) rådmanden godkendte budgettet.", "Rådmanden bemærker, at det er igang."),
      }),
    ];
    let meeting = newMeeting({ categories: [{ id: crypto.randomUUID(), name: "", items }] });
    const facts = { people: [], wrongWords: new Map([["igang", "i gang"]]) };
    const first = proofRead(meeting, facts);
    expect(first.map(({ kind }) => kind)).toEqual(["no-decision", "at-point-unanswered", "spelling", "style"]);
    for (let left = first.length; left > 0; left -= 1) {
      const [finding] = proofRead(meeting, facts);
      const item = meeting.categories[0]?.items.find(({ id }) => id === finding?.itemId);
      const change = finding?.proposal && item && proposalChange(item, finding.proposal);
      meeting = withChanges(meeting, change ? [change] : []);
      expect(proofRead(meeting, facts)).toHaveLength(left - 1);
    }
  });
});
