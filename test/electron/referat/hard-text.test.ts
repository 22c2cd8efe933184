import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Typesetter } from "../../../electron/referat/typesetter.ts";
import { type Block, richText } from "../../../shared/domain/rich-text.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { attachment, bullets, category, item, meeting, numbers, paragraph, recommendations, rich, text } from "./meetings.ts";
import { bodyLines, contentsRows, findWords } from "./printed.ts";
import { compose, openTypesetter } from "./typesetter.ts";

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = openTypesetter();
});
afterAll(() => typesetter.close());

const typstCode = [
  '#panic("x")',
  "$x^2$ $",
  "*fed* _kursiv_ `kode`",
  "@henvisning <label>",
  "\\u{1F600} \\",
  "https://example.dk/ www.example.dk",
  "// kommentar /* lukket */",
  "= Overskrift",
  "- punkt",
  "#let x = 1; #x",
  "\"citat\" 'enkelt' -- --- ... ~",
  '#eval("1") #read("/data.json")',
  "fi fl ff ffi",
];
const nasty = [
  "\ud800 ensom",
  "\u202eRTL\u202c שלום مرحبا",
  "👍🏽 👨‍👩‍👧 🇩🇰 1️⃣ ❤️",
  "\u0000\u0007\u001b",
  "中文",
  "\u{10ffff}\ue000\ufffe",
  "a\u0301\u0301\u0301",
  " ",
  "\t",
  "ord\u00a0".repeat(300),
  "x".repeat(2_000),
];

function everywhere(words: string, number: number) {
  const link = { type: "link" as const, attrs: { href: "https://x.dk/\ud800#panic()" } };
  const blocks: Block[] = [
    paragraph(words),
    paragraph(`at 1) ${words}`),
    bullets(words, [numbers(3, words)]),
    paragraph(text(words, link)),
  ];
  return item(number, words, {
    closed: number % 3 === 0,
    agendaText: rich(...blocks),
    decision: rich(...blocks),
    recommendations: recommendations(words),
    attachments: [attachment(words)],
  });
}

describe("text that could trip a typesetter", { timeout: 60_000 }, () => {
  it("prints Typst code word for word in every field", async () => {
    const items = typstCode.map((words, i) => everywhere(words, i + 1));
    const { pdf, warnings } = await typesetter.typeset(compose(meeting({ categories: [category("#panic()", ...items)] })));
    expect(warnings).toEqual([]);
    const read = await readPdf(pdf);
    const lines = bodyLines(read);
    expect(contentsRows(read)).toHaveLength(2 * typstCode.length);
    for (const [i, words] of typstCode.entries()) {
      const of = `Punkt ${i + 1}`;
      for (const whole of [`${of}: ${words}`, `Beslutning for ${of}: ${words}`, `${of}, Bilag 1: ${words}`]) {
        expect(findWords(lines, whole), whole).not.toBeNull();
      }
      for (const lead of ["1. at", "at 1)", "•", "3."]) expect(findWords(lines, `${lead} ${words}`), words).not.toBeNull();
    }
    expect(read.title).toContain("Rådmandsmøder");
  });

  it.each(nasty.map((words, i) => [i, words]))("never fails, whatever stands in every field (%i)", async (_, words) => {
    const view = meeting({
      seriesTitle: words,
      title: words,
      place: words,
      minuteTaker: words,
      information: [words, words],
      categories: [category(words, everywhere(words, 1)), category("", everywhere(words, 3))],
    });
    const { pdf, pages } = await typesetter.typeset(compose(view));
    expect((await readPdf(pdf)).pages).toHaveLength(pages);
  });

  it("warns of what cannot be printed", async () => {
    const { warnings } = await typesetter.typeset(
      compose(meeting({ categories: [category("", item(3, "Sagen", { decision: rich("Se 中.") }))] })),
    );
    expect(warnings).toEqual(['Punkt 3, beslutning: tegnet "中" (U+4E2D) kan ikke trykkes og er erstattet af \ufffd.']);
  });

  it("keeps every character of a 10,000-character word on the paper", async () => {
    const word = Array.from({ length: 10_000 }, (_, i) => "abcdefghijæøå"[i % 13]).join("");
    const { pdf } = await typesetter.typeset(compose(meeting({ categories: [category("", item(1, "Ord", { decision: rich(word) }))] })));
    const printed = bodyLines(await readPdf(pdf))
      .map(({ line }) => line)
      .join("");
    expect(printed).toContain(word);
  });

  it("sets a decision as big as a field may be, in one word or in many", async () => {
    const words = rich("Rådmanden bemærkede, at det er ærgerligt. ".repeat(4_800));
    const word = rich("æøå".repeat(40_000));
    for (const decision of [words, word]) {
      expect(richText.safeParse(decision).success).toBe(true);
      const { pages } = await typesetter.typeset(compose(meeting({ categories: [category("", item(1, "Stor", { decision }))] })));
      expect(pages).toBeGreaterThan(40);
    }
  });

  it("sets an empty meeting on one page", async () => {
    const { pdf, pages } = await typesetter.typeset(compose(meeting({ categories: [category("Til godkendelse")] })));
    expect(pages).toBe(1);
    expect((await readPdf(pdf)).pages[0]?.at(-1)).toBe("Rådmandsmøder 2026-2029 1 / 1");
  });
});

describe("long meetings", { timeout: 60_000 }, () => {
  it("sets 60 punkter on about 100 pages, and Indhold is right for every one", async () => {
    const sentence = "Rådmanden bemærkede, at det er ærgerligt, at vi ikke kan tilgå data på udviklingen, og at det skal undersøges. ";
    const decision = rich(...Array.from({ length: 17 }, () => sentence.repeat(3)));
    const categories = [0, 1, 2].map((c) =>
      category(
        `Kategori ${c}`,
        ...Array.from({ length: 20 }, (_, i) => item(c * 20 + i + 1, `Sag nummer ${c * 20 + i + 1}`, { decision })),
      ),
    );
    const { pdf, pages } = await typesetter.typeset(compose(meeting({ categories })));
    const read = await readPdf(pdf);
    expect(pages).toBeGreaterThan(80);
    const rows = contentsRows(read);
    expect(rows).toHaveLength(120);
    const lines = bodyLines(read);
    for (const { title, page } of rows) expect(lines.find(({ line }) => line === title)?.page, title).toBe(page);
    expect(read.pages.map((page) => page.at(-1))).toEqual(read.pages.map((_, i) => `Rådmandsmøder 2026-2029 ${i + 1} / ${pages}`));
  });

  it("prints no category heading for a meeting without categories, and skips no heading level", async () => {
    const items = [item(1, "Dagsorden", { decision: rich("Godkendt.") }), item(5, "Bordrunde")];
    const read = await readPdf((await typesetter.typeset(compose(meeting({ categories: [category("", ...items)] })))).pdf);
    expect(read.pages.flat().join(" ")).not.toContain("Kategori");
    expect(contentsRows(read).map(({ title }) => title)).toEqual([
      "Punkt 1: Dagsorden",
      "Beslutning for Punkt 1: Dagsorden",
      "Punkt 5: Bordrunde",
    ]);
    expect(read.roles.flat().filter((role) => /^H\d$/.test(role))).toEqual(["H1", "H2", "H2", "H3", "H2"]);
  });

  it("says on every page that it holds closed punkter", async () => {
    const categories = [category("", item(1, "Åben"), item(2, "Skjult", { closed: true, decision: rich("Godkendt.") }))];
    const read = await readPdf((await typesetter.typeset(compose(meeting({ categories })))).pdf);
    const notice = "Fuld udgave – indeholder lukkede punkter";
    for (const lines of read.pages) expect([lines[0]?.includes(notice), lines.at(-1)?.includes(notice)]).toEqual([true, true]);
    const body = bodyLines(read).map(({ line }) => line);
    expect(body.filter((line) => line === "Lukket punkt")).toHaveLength(1);
    expect(body[body.indexOf("Punkt 2: Skjult") + 1]).toBe("Lukket punkt");
  });

  it("links to what Indhold names, and to web and mail only", async () => {
    const href = (target: string) => text(target, { type: "link", attrs: { href: target } });
    const decision = rich(paragraph(href("https://aarhus.dk/"), " ", href("mailto:a@aarhus.dk"), " ", href("file:///c:/x")));
    const read = await readPdf(
      (await typesetter.typeset(compose(meeting({ categories: [category("", item(1, "A", { decision }))] })))).pdf,
    );
    expect(read.targets).toEqual(["https://aarhus.dk/", "mailto:a@aarhus.dk"]);
  });
});
