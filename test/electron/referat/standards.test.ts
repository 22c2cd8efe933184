import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeReferat } from "../../../electron/referat/compose.ts";
import type { FileBlock, PrintAttachment, ReferatDocument } from "../../../electron/referat/document.ts";
import { openEdition } from "../../../electron/referat/open-edition.ts";
import type { Typesetter } from "../../../electron/referat/typesetter.ts";
import type { ItemView, MeetingView } from "../../../shared/domain/meeting.ts";
import { richText } from "../../../shared/domain/rich-text.ts";
import { type NativeTypst, openNativeTypst } from "../../support/native-typst.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { unpackedPdf } from "../../support/unpacked-pdf.ts";
import { attachment, bullets, category, item, meeting, numbers, paragraph, recommendations, rich, text } from "./meetings.ts";
import { markedMeeting } from "./random-meetings.ts";
import { compose, openTypesetter } from "./typesetter.ts";

let native: NativeTypst;
let typesetter: Typesetter;
beforeAll(async () => {
  native = await openNativeTypst();
  typesetter = openTypesetter();
});
afterAll(() => typesetter.close());

const followUp = { type: "followUp" as const, attrs: { id: crypto.randomUUID(), state: "marked" as const } };
const link = (href: string) => text("se sagen", { type: "link", attrs: { href } });

/** Every kind of thing a referent can write in a field of formatted text; the test below refuses that there are others. */
const written = {
  paragraphs: rich("Rådmanden bemærkede.", "FAS følger op."),
  looks: rich(paragraph(text("fed", { type: "bold" }), " ", text("kursiv", { type: "italic" }), " ", text("FAS følger op.", followUp))),
  breaks: rich({ type: "paragraph", content: [text("en"), { type: "hardBreak" }, text("to")] }),
  links: rich(paragraph(link("https://aarhus.dk/sag?id=1&x=æ"), " ", link("mailto:a@aarhus.dk"))),
  bullets: rich(bullets("en", "to", [paragraph("tre"), bullets("a", [paragraph("b"), bullets("c")])])),
  numbers: rich(numbers(1, "en", [paragraph("to"), numbers(4, "a", "b")]), numbers(7, "syv")),
  mixed: rich(bullets([numbers(2, [bullets("dybt")])]), numbers(1, [bullets("en"), paragraph("to")])),
  deep: rich(
    Array.from({ length: 9 }).reduce<ReturnType<typeof bullets>>((inner) => bullets([paragraph("trin"), inner]), bullets("inderst")),
  ),
  "at-points": rich("at 1) rådmanden godkendte.", bullets("FAS", "MJ"), "at 2) udgik.", "Mødet hævet."),
  blank: rich(" "),
};

/** Not compared by expect: a difference of a megabyte is not printed. */
function same(a: Uint8Array, b: Uint8Array): boolean {
  return unpackedPdf(a) === unpackedPdf(b);
}

function everyPart(decision: ItemView["decision"]): MeetingView {
  const parts = { agendaText: decision, decision, publicDecision: decision };
  return meeting({
    information: ["Lokalet er flyttet."],
    correctedAt: "2026-03-20T12:00:00.000Z",
    attendance: [{ name: "MJ", status: "left", reason: "toget", itemId: null }],
    categories: [
      category("Til godkendelse", item(1, "Dagsorden", { ...parts, minutes: 5, attachments: [attachment("Notat"), attachment("Brev")] })),
      category("Orientering", item(2, "Sag", { ...parts, closed: true, recommendations: recommendations("at du", "", "at vi") })),
      category("", item(4, "Bordrunde"), item(5, "Udgået", { outcome: "withdrawn" })),
    ],
  });
}

function forms(view: MeetingView): [string, ReferatDocument][] {
  const editions: [string, MeetingView][] = [
    ["full", view],
    ["open", openEdition(view)],
  ];
  return editions.flatMap(([name, each]) =>
    (["collected", "short"] as const).map((form): [string, ReferatDocument] => [
      `${form}, ${name}`,
      composeReferat(each, { organisation: "Aarhus Kommune", form }),
    ]),
  );
}

describe("the referat without bilag", { timeout: 60_000 }, () => {
  it.each(Object.entries(written))("is PDF/UA-1 and PDF/A-2a with %s in every field, in each form and edition", (_, decision) => {
    for (const [name, document] of forms(everyPart(decision)))
      for (const standard of ["ua-1", "a-2a"] as const) expect(() => native.set(document, standard), `${name}: ${standard}`).not.toThrow();
  });

  it("claims PDF/UA-1, and is, its streams unpacked, byte for byte what the engine gives when it is held to it", async () => {
    for (const decision of Object.values(written))
      for (const [name, document] of forms(everyPart(decision))) {
        const { pdf } = await typesetter.typeset(document);
        expect(same(native.set(document, "ua-1"), pdf), name).toBe(true);
      }
  });

  it("is so whatever the meeting holds", () => {
    fc.assert(
      fc.property(markedMeeting, ({ meeting: view }) => {
        for (const [, document] of forms(view)) native.set(document, "ua-1");
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["a soft hyphen", "\u00ad"],
    ["a private character", "\ue000"],
    ["a zero-width space", "\u200b"],
    ["half a character", "\ud800"],
    ["no character", "\u{10ffff}"],
    ["a character no face has", "中"],
    ["a joined picture", "👨‍👩‍👧"],
    ["Hebrew", "שלום"],
    ["an accent typed by itself", "a\u0301"],
    ["a ligature", "ﬁ"],
    ["a space", " "],
    ["a word of 2,000 letters", "x".repeat(2_000)],
    ["the file's own words", "<xmpTPg:NPages> /Type /Catalog startxref"],
  ])("is so with %s for every text, and the file is the one the engine gives", async (_, words) => {
    const one = item(1, words, {
      decision: rich(words, bullets(words)),
      agendaText: rich(words),
      recommendations: recommendations(words),
    });
    const document = compose(meeting({ seriesTitle: "", title: words, place: words, categories: [category(words, one)] }));
    native.set(document, "a-2a");
    expect(same(native.set(document, "ua-1"), (await typesetter.typeset(document)).pdf)).toBe(true);
  });

  it.each(["x\u0301", "a\u0308\u0301", "1\u20e3"])("claims nothing where an accent stands loose from its letter: %j", async (words) => {
    const { pdf } = await typesetter.typeset(compose(meeting({ categories: [category("", item(1, words))] })));
    expect(Buffer.from(pdf).includes("pdfuaid")).toBe(false);
    expect((await readPdf(pdf)).showsTitle).toBe(true);
  });

  it("is so for 100 pages", async () => {
    const decision = rich(...Array.from({ length: 80 }, () => "Rådmanden bemærkede, at det er ærgerligt. ".repeat(9)));
    const document = compose(
      meeting({ categories: [category("", ...Array.from({ length: 12 }, (_, i) => item(i + 1, "Sag", { decision })))] }),
    );
    const { pdf, pages } = await typesetter.typeset(document);
    expect(pages).toBeGreaterThan(100);
    expect(same(native.set(document, "ua-1"), pdf)).toBe(true);
  });
});

function withBilag(bilag: PrintAttachment): ReferatDocument {
  const plain = compose(meeting({ categories: [category("", item(1, "Grunden"))] }));
  return {
    ...plain,
    categories: plain.categories.map((each) => ({ ...each, items: each.items.map((of) => ({ ...of, attachments: [bilag] })) })),
  };
}

describe("a bilag that is printed by its text", () => {
  const says = (words: string) => ({
    kind: "paragraph" as const,
    runs: [{ kind: "text" as const, text: words, bold: false, italic: false, link: null }],
  });
  const cell = (words: string, span = 1) => ({ span, blocks: [says(words)] });
  const blocks: FileBlock[] = [
    { ...says("Baggrund"), kind: "heading", level: 1 },
    says("Det er ærgerligt."),
    { ...says("Tal"), kind: "heading", level: 2 },
    { kind: "points", items: [{ label: "a)", blocks: [says("en"), { kind: "points", items: [{ label: "•", blocks: [says("to")] }] }] }] },
    { kind: "table", columns: [1, 2], headerRows: 1, rows: [[cell("År"), cell("Sager")], [cell("2026"), cell("7")], [cell("i alt", 2)]] },
    { kind: "table", columns: [1], headerRows: 0, rows: [[cell("alene")]] },
  ];

  it("meets the standards with its headings, points and tables, and claims nothing", async () => {
    const text = { mark: "Kun teksten", about: "Et Word-dokument.", blocks, end: "Resten er udeladt." };
    const document = withBilag({
      stamp: "Punkt 1, Bilag 1: Notat",
      runningStamp: "Notat",
      file: "/bilag/a.docx",
      pages: [],
      note: null,
      text,
    });
    for (const standard of ["ua-1", "a-2a"] as const) expect(() => native.set(document, standard), standard).not.toThrow();
    expect(Buffer.from((await typesetter.typeset(document)).pdf).includes("pdfuaid")).toBe(false);
  });
});

describe("pictures", { timeout: 60_000 }, () => {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAIAAADRv8uKAAAAK0lEQVR4nO3NMQ0AAAgDsAlDCZoQjQw4mvRvqudExGKxWCwWi8VisVj8N16NiE+syOYVJwAAAABJRU5ErkJggg==",
    "base64",
  );

  it("of bilag meet the standards too: each carries the words of its stamp for those who cannot see it", async () => {
    const stamp = "Punkt 1, Bilag 1: Kort over grunden";
    const picture: PrintAttachment = {
      stamp,
      runningStamp: stamp,
      file: "/bilag/a.png",
      pages: [{ width: 40, height: 30 }],
      note: null,
      text: null,
    };
    const plain = compose(meeting({ categories: [category("", item(1, "Grunden"))] }));
    const [first] = plain.categories;
    const document = {
      ...plain,
      categories: [{ heading: "", items: [{ ...first?.items[0], attachments: [picture] }] }],
    } as ReferatDocument;
    for (const standard of ["ua-1", "a-2a"] as const) {
      const pdf = native.set(document, standard, { "/bilag/a.png": png });
      expect((await readPdf(pdf)).alts).toEqual([`${stamp} – side 1 af 1`]);
    }
  });

  it.each(["table", "heading", "image", "blockquote", "codeBlock"])("of no other kind than these can be in a text: no %s", (type) => {
    expect(richText.safeParse({ type: "doc", content: [{ type, content: [paragraph("x")] }] }).success).toBe(false);
    expect(richText.safeParse({ type: "doc", content: [{ type: "paragraph", content: [{ type }] }] }).success).toBe(false);
  });
});
