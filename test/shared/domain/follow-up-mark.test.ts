import { describe, expect, it } from "vitest";
import { printBlocks } from "../../../electron/referat/print-text.ts";
import { type FollowUpMark, type Inline, type Mark, type RichText, richText } from "../../../shared/domain/rich-text.ts";
import { printSmallMarkdown } from "../../../shared/domain/small-markdown.ts";

const id = "ee97cc7f-4a9c-5dba-b29f-eae12ca5302f";
const followUp = (state: FollowUpMark["attrs"]["state"]): FollowUpMark => ({ type: "followUp", attrs: { id, state } });
const decision = (...marks: Mark[]): RichText => {
  const content: Inline[] = [
    { type: "text", text: "Godkendt. " },
    { type: "text", text: "FAS følger op.", marks },
  ];
  return { type: "doc", content: [{ type: "paragraph", content }] };
};

describe("the follow-up mark", () => {
  it("passes the boundary beside the three other marks, and only whole", () => {
    const all: Mark[] = [{ type: "bold" }, { type: "italic" }, { type: "link", attrs: { href: "https://aarhus.dk" } }, followUp("marked")];
    expect(richText.parse(decision(...all))).toEqual(decision(...all));
    const broken = { type: "followUp", attrs: { id: "1", state: "marked" } } as Mark;
    const stateless = { type: "followUp", attrs: { id, state: "done" } } as unknown as Mark;
    for (const mark of [broken, stateless]) expect(richText.safeParse(decision(mark)).success).toBe(false);
  });

  it("is bold in small Markdown while it is marked, and nothing special when it is dismissed", () => {
    expect(printSmallMarkdown(decision(followUp("marked")))).toBe("Godkendt. **FAS følger op.**");
    expect(printSmallMarkdown(decision(followUp("marked"), { type: "bold" }))).toBe("Godkendt. **FAS følger op.**");
    expect(printSmallMarkdown(decision(followUp("dismissed")))).toBe("Godkendt. FAS følger op.");
  });

  it("is set in bold in the referat while it is marked", () => {
    const printed = (mark: FollowUpMark) => printBlocks(decision(mark)).flatMap((block) => (block.kind === "paragraph" ? block.runs : []));
    expect(printed(followUp("marked")).map((run) => run.kind === "text" && run.bold)).toEqual([false, true]);
    expect(printed(followUp("dismissed")).some((run) => run.kind === "text" && run.bold)).toBe(false);
  });
});
