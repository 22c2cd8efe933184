import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lookDiff } from "../../../shared/domain/look-diff.ts";
import { type Mark, plainText, type RichText } from "../../../shared/domain/rich-text.ts";
import { parseSmallMarkdown } from "../../../shared/domain/small-markdown.ts";

/** "Det [fed → ] her [-gamle-]{+nye+}": what was before the arrow, what is now after it. */
function shown(before: RichText, after: RichText): string {
  return lookDiff(before, after)
    .map((part) => {
      if (part.kind === "restyled") return `[${part.before.join("+")}→${part.now.join("+")} ${part.text}]`;
      return { same: part.text, removed: `[-${part.text}-]`, added: `{+${part.text}+}` }[part.kind];
    })
    .join("");
}

describe("the difference of two formatted texts", () => {
  it.each([
    ["Godkendt.", "Godkendt.", "Godkendt."],
    ["FAS følger op.", "**FAS følger op.**", "[→bold FAS følger op.]"],
    ["**FAS** følger op.", "FAS *følger* op.", "[bold→ FAS ][→italic følger ]op."],
    ["Se [brevet](https://a.dk).", "Se [brevet](https://b.dk).", "Se [link→link brevet]."],
    ["- et\n- to", "1. et\n2. to", "[bullets→numbers et\nto]"],
    ["Rådmanden godkendte **brevet**.", "Rådmanden udsatte brevet.", "Rådmanden [-godkendte-]{+udsatte+} [bold→ brevet]."],
    ["Sagen **drøftes** igen.", "Sagen drøftes.", "Sagen [bold→ drøftes][- igen-]."],
  ])("%j → %j", (before, after, diff) => {
    expect(shown(parseSmallMarkdown(before), parseSmallMarkdown(after))).toBe(diff);
  });

  it("loses no character of either, whatever they are", () => {
    const run = fc.record(
      {
        type: fc.constant("text" as const),
        text: fc.constantFrom("a", "b c", " ", "å", "𝄞 x"),
        marks: fc.constantFrom<Mark[]>([], [{ type: "bold" }], [{ type: "italic" }]),
      },
      { requiredKeys: ["type", "text"] },
    );
    const paragraph = fc.record({ type: fc.constant("paragraph" as const), content: fc.array(run, { maxLength: 5 }) });
    const list = fc.record({
      type: fc.constant("bulletList" as const),
      content: fc.array(
        fc.record({ type: fc.constant("listItem" as const), content: fc.array(paragraph, { minLength: 1, maxLength: 2 }) }),
        {
          minLength: 1,
          maxLength: 2,
        },
      ),
    });
    const text = fc.record({ type: fc.constant("doc" as const), content: fc.array(fc.oneof(paragraph, list), { maxLength: 4 }) });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = lookDiff(before as RichText, after);
        const without = (kind: string) => parts.map((part) => (part.kind === kind ? "" : part.text)).join("");
        expect([without("added"), without("removed")]).toEqual([plainText(before), plainText(after)]);
      }),
      { numRuns: 300 },
    );
  });
});
