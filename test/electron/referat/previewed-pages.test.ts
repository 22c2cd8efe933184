import { Path2D } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReferatDocument } from "../../../electron/referat/document.ts";
import type { Typesetter } from "../../../electron/referat/typesetter.ts";
import { createReferatOpener } from "../../../renderer/preview/referat-pages.ts";
import type { Block } from "../../../shared/domain/rich-text.ts";
import { drawPages } from "../../support/page-pictures.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { attachment, bullets, category, item, meeting, numbers, paragraph, recommendations, rich, text } from "./meetings.ts";
import { pageMeetings } from "./page-meetings.ts";
import { compose, openTypesetter } from "./typesetter.ts";

let typesetter: Typesetter;
beforeAll(() => {
  // The window has it; a page is read into shapes of it.
  Object.assign(globalThis, { Path2D });
  typesetter = openTypesetter({ drawnOnly: true });
});
afterAll(() => typesetter.close());

const hard = [
  "\u202eRTL\u202c שלום مرحبا 中文 ☃ ✓ → ½ € „citat“ …",
  "👍🏽 👨‍👩‍👧 🇩🇰 1️⃣ ❤️ a\u0301 é ø Å ǽ ş",
  "(parentes) \\ <tegn> [kant] % / # 'x' \"y\"",
  "x".repeat(300),
];

function hardDocument(): ReferatDocument {
  const items = hard.map((words, index) => {
    const link = { type: "link" as const, attrs: { href: "https://x.dk/" } };
    const blocks: Block[] = [
      paragraph(text(words, { type: "bold" }), text(words, { type: "italic" }), text(words, { type: "bold" }, { type: "italic" })),
      paragraph(`at 1) ${words}`),
      bullets(words, [numbers(3, words)]),
      paragraph(text(words, link)),
    ];
    const closed = index === 1;
    const texts = { agendaText: rich(...blocks), decision: rich(...blocks), recommendations: recommendations(words) };
    return item(index + 1, words, { ...texts, closed, attachments: [attachment(words)] });
  });
  return compose(meeting({ title: hard[2] ?? "", categories: [category(hard[0] ?? "", ...items)] }));
}

/** Every letter of every page, as the preview reads them, which throws at whatever it would not paint. */
async function lettersOf(pdf: Uint8Array): Promise<{ pages: number; letters: string[]; places: number[] }> {
  const { pages, content, places } = createReferatOpener()(pdf);
  const all = await Promise.all(Array.from({ length: pages }, (_none, index) => content(index + 1)));
  const letters = all.flat().flatMap((piece) => piece.letters.map(({ str }) => str));
  return { pages, letters: counted(letters.join("")), places: places.map(({ number }) => number) };
}

/** Each letter as often as it comes: lines beside one another may be taken in another order, and a glyph that stands for none as a control. */
const counted = (words: string): string[] => [...words.normalize("NFC").replace(/[\s\u200b\p{Cc}]/gu, "")].sort();

describe("the preview's own reader of pages", { timeout: 60_000 }, () => {
  const documents = pageMeetings()
    .filter(({ files, name }) => files.length === 0 && name !== "100-sider")
    .map(({ name, document }) => [name, document] as const);

  it.each([...documents, ["hard text", hardDocument()] as const])(
    "reads every page that the typesetter makes: %s",
    async (_name, document) => {
      const { pdf, pages, printed } = await typesetter.typeset(document);
      const theirs = await readPdf(pdf);
      const ours = await lettersOf(pdf);
      expect(ours.pages).toBe(pages);
      expect(ours.letters).toEqual(counted(theirs.pages.flat().join("")));
      expect(ours.places).toHaveLength(printed.categories.flatMap(({ items }) => items).length);
    },
  );

  it("is given pages that look as the export's to the last pixel, without its tags and its claim", async () => {
    const exporter = openTypesetter();
    for (const [, document] of [...documents.slice(0, 2), ["hard text", hardDocument()] as const]) {
      const [drawn, exported] = [await typesetter.typeset(document), await exporter.typeset(document)];
      const pages = Array.from({ length: exported.pages }, (_, index) => index + 1);
      expect(await drawPages(drawn.pdf, pages)).toEqual(await drawPages(exported.pdf, pages));
      expect(drawn.pdf.length).toBeLessThan(exported.pdf.length * 0.9);
      expect(Buffer.from(drawn.pdf).includes("pdfuaid")).toBe(false);
    }
    await exporter.close();
  });
});
