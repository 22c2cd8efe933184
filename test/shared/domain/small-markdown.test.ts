import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Block,
  type Inline,
  isBlank,
  type ListItem,
  type Mark,
  plainText,
  type RichText,
  richText,
} from "../../../shared/domain/rich-text.ts";
import { normalRichText } from "../../../shared/domain/rich-text-normal.ts";
import { parseSmallMarkdown, printSmallMarkdown } from "../../../shared/domain/small-markdown.ts";

const run = (text: string, ...marks: Mark[]): Inline => (marks.length === 0 ? { type: "text", text } : { type: "text", text, marks });
const line = (...content: Inline[]): Block => (content.length === 0 ? { type: "paragraph" } : { type: "paragraph", content });
const item = (...content: Block[]): ListItem => ({ type: "listItem", content });
const bullets = (...content: ListItem[]): Block => ({ type: "bulletList", content });
const ordered = (start: number, ...content: ListItem[]): Block => ({ type: "orderedList", attrs: { start }, content });
const doc = (...content: Block[]): RichText => ({ type: "doc", content });
const bold: Mark = { type: "bold" };
const italic: Mark = { type: "italic" };
const link = (href: string): Mark => ({ type: "link", attrs: { href } });
const br: Inline = { type: "hardBreak" };

describe("reading", () => {
  const cases: [string, string, RichText][] = [
    ["nothing", " \n\n", doc()],
    ["paragraphs and a line break", "en\nto\n\ntre", doc(line(run("en"), br, run("to")), line(run("tre")))],
    ["a follow-up in bold", "tog. **FAS følger op.**", doc(line(run("tog. "), run("FAS følger op.", bold)))],
    ["at-points without an empty line between", "at 1) a\nmere\nat 2) b", doc(line(run("at 1) a"), br, run("mere")), line(run("at 2) b")))],
    ["a list straight under its lead", "om:\n- a\n- b", doc(line(run("om:")), bullets(item(line(run("a"))), item(line(run("b")))))],
    ["a list's first number", "3. a\n4. b", doc(ordered(3, item(line(run("a"))), item(line(run("b")))))],
    ["a number that does not follow", "1. a\n5. b", doc(ordered(1, item(line(run("a")))), ordered(5, item(line(run("b")))))],
    [
      "nested lists by two and three spaces",
      "- a\n  - b\n1. c\n   - d\n     e\n\n   f",
      doc(
        bullets(item(line(run("a")), bullets(item(line(run("b")))))),
        ordered(1, item(line(run("c")), bullets(item(line(run("d"), br, run("e")))), line(run("f")))),
      ),
    ],
    [
      "two empty lines part lists",
      "- a\n\n- b\n\n\n- c",
      doc(bullets(item(line(run("a"))), item(line(run("b")))), bullets(item(line(run("c"))))),
    ],
    [
      "bold in italic and both",
      "*a **b*** ***c***",
      doc(line(run("a ", italic), run("b", bold, italic), run(" "), run("c", bold, italic))),
    ],
    [
      "a link with bold",
      "[se **her**](https://aarhus.dk/a_(b))",
      doc(line(run("se ", link("https://aarhus.dk/a_(b)")), run("her", bold, link("https://aarhus.dk/a_(b)")))),
    ],
    ["escapes", "\\*a\\* \\- C:\\temp \\[b](http://x)", doc(line(run("*a* - C:\\temp [b](http://x)")))],
    ["a line separator that is no line feed", "1. a\u2028b", doc(ordered(1, item(line(run("a\u2028b")))))],
    ["an empty line inside a paragraph", "a\n\\\nb", doc(line(run("a"), br, br, run("b")))],
  ];
  it.each(cases)("%s", (_name, source, expected) => {
    expect(parseSmallMarkdown(source)).toEqual(expected);
    expect(parseSmallMarkdown(printSmallMarkdown(expected))).toEqual(expected);
  });

  it.each([
    "2 * 3 * 4",
    "**uden slut",
    "****",
    "-",
    "-uden mellemrum",
    "1) Rådmanden tager",
    "12345678. for højt",
    "10000. starter ingen liste",
    "[javascript](javascript:alert(1))",
    "[tom](https://)",
    "[](https://a.dk)",
    "#set page(fill: red) $x$ <script>",
    "a ** b **c",
    "[**](https://a.dk)",
    "]( [ ](",
  ])("takes %s literally", (source) => {
    const text = parseSmallMarkdown(source);
    expect(plainText(text)).toBe(source);
    expect(text.content.every((block) => block.type === "paragraph" && (block.content ?? []).every((node) => !("marks" in node)))).toBe(
      true,
    );
  });

  it("keeps a line that looks like an at-point inside its paragraph", () => {
    const text = doc(line(run("a"), br, run("at 2) b")));
    expect(printSmallMarkdown(text)).toBe("a\nat 2\\) b");
  });

  it("reads every file's line endings alike", () => {
    expect(parseSmallMarkdown("a\r\n\r\n- b\rc")).toEqual(parseSmallMarkdown("a\n\n- b\nc"));
  });
});

const hostile = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      "*",
      "[",
      "]",
      "(",
      ")",
      "\\",
      " ",
      "-",
      ".",
      "1",
      "a",
      "t",
      "\t",
      "\n",
      "æ",
      "🙂",
      "\ud800",
      "\u202e",
      "\u2028",
      "`",
      "#",
    ),
  }),
  fc.constantFrom("at 1) x", "- ", "1. ", "10. marts", "**", "](https://a.dk)", "\\", " ", "*a*", "\u0000", "-", "0. ", "01. x"),
  fc.string({ unit: "binary" }),
);
const href = fc
  .tuple(
    fc.constantFrom("https://", "http://", "mailto:"),
    fc.string({ unit: fc.constantFrom("a", "(", ")", "[", "]", "\\", "*", "/", "é") }),
  )
  .map(([scheme, rest]) => `${scheme}a${rest}`);
const marks = fc
  .record({ bold: fc.boolean(), italic: fc.boolean(), href: fc.option(href) })
  .map((chosen): Mark[] => [
    ...(chosen.href === null ? [] : [link(chosen.href)]),
    ...(chosen.bold ? [bold] : []),
    ...(chosen.italic ? [italic] : []),
  ]);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(hostile, marks).map(([text, chosen]) => run(text, ...chosen)) },
  { weight: 1, arbitrary: fc.constant(br) },
);
const block = (depth: number): fc.Arbitrary<Block> => {
  const paragraph = fc.array(inline, { maxLength: 5 }).map((content) => line(...content));
  if (depth === 0) return paragraph;
  const items = fc.array(
    fc.array(block(depth - 1), { minLength: 1, maxLength: 3 }).map((content) => item(...content)),
    { minLength: 1, maxLength: 3 },
  );
  const start = fc.constantFrom(0, 1, 2, 9, 9_998, 9_999);
  return fc.oneof(
    paragraph,
    items.map((content) => bullets(...content)),
    fc.tuple(start, items).map(([from, content]) => ordered(from, ...content)),
  );
};
const anyDoc = fc.array(block(3), { maxLength: 5 }).map((content) => doc(...content));

describe("print and parse are each other's inverse", () => {
  it("for random documents with hostile text", () => {
    fc.assert(
      fc.property(anyDoc, (text) => {
        expect(parseSmallMarkdown(printSmallMarkdown(text))).toEqual(normalRichText(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it("for random source: what is printed reads the same again and passes the schema", () => {
    fc.assert(
      fc.property(
        fc.array(hostile, { maxLength: 12 }).map((parts) => parts.join("")),
        (source) => {
          const text = parseSmallMarkdown(source);
          const printed = printSmallMarkdown(text);
          expect(parseSmallMarkdown(printed)).toEqual(text);
          expect(printSmallMarkdown(parseSmallMarkdown(printed))).toBe(printed);
          expect(richText.safeParse(text).success).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("as deep as a stored text may be, and no deeper", () => {
    const nested = (levels: number): Block =>
      bullets(item(line(run("x", bold, italic, link("https://a.dk"))), ...(levels === 1 ? [] : [nested(levels - 1)])));
    const deepest = doc(nested(14));
    expect(richText.safeParse(deepest).success).toBe(true);
    expect(richText.safeParse(doc(nested(15))).success).toBe(false);
    expect(parseSmallMarkdown(printSmallMarkdown(deepest))).toEqual(deepest);
    const deeper = Array.from({ length: 1_000 }, (_, level) => `${"  ".repeat(level)}- x`).join("\n");
    expect(richText.safeParse(parseSmallMarkdown(deeper)).success).toBe(true);
  });
});

describe("a megabyte", () => {
  it.each([
    "*",
    "**",
    "[",
    "](",
    "*a",
    "[a](",
    "[a](\\[",
    "[a](https://x",
    "\\",
    "- ",
    "\n- ",
    "\n1. ",
    "\n",
    " ",
    "\nat 1) ",
    "***a",
    "[*",
    "]",
  ])("of %j is read in one go", (piece) => {
    const source = piece.repeat(Math.ceil(1_000_000 / piece.length));
    // The processor's time, not the clock's: other work on the machine must not decide. Quadratic would be minutes.
    const before = process.cpuUsage();
    const text = parseSmallMarkdown(source);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(2_000);
    expect(isBlank(text)).toBe(["\n- ", "\n1. ", "\n", " "].includes(piece));
  });
});
