import { afterAll, describe, expect, it } from "vitest";
import { findDifference } from "../../../electron/referat/compare.ts";
import { readReferat } from "../../../electron/referat/read-pdf.ts";
import { bullets, category, item, meeting, numbers, paragraph, rich } from "./meetings.ts";
import { compose, openTypesetter } from "./typesetter.ts";

const typesetter = openTypesetter();
afterAll(() => typesetter.close());

/** What a person may paste; a referat with it must not be refused for the way it is set. */
const pasted = [
  '#panic("x") $x^2$ *fed* // kommentar = Overskrift',
  "\ud800 ensom",
  "\u202eRTL\u202c שלום مرحبا",
  "👍🏽 👨‍👩‍👧 🇩🇰 1️⃣ ❤️",
  "中文 fi fl ff ffi ½ ² ① ﬁ Ⅳ",
  "a\u0301\u0301\u0301 e\u0301 Ŵ ß İ",
  `${"ord\u00a0".repeat(300)}`,
  "x".repeat(2_000),
  "10 20 30",
  "Budget 2026",
  "",
  " ",
];

describe("a referat with hard text", () => {
  it.each(pasted)("is read back as it was set: %j", async (words) => {
    const blocks = [
      paragraph(words),
      paragraph(`at 1) ${words}`),
      paragraph("FAS følger op."),
      paragraph(`at 2) ${words}`),
      bullets(words, [numbers(3, words)]),
    ];
    const items = [1, 2].map((number) => item(number, words, { decision: rich(...blocks), agendaText: rich(...blocks) }));
    const { pdf, pages, printed } = await typesetter.typeset(compose(meeting({ title: words, categories: [category(words, ...items)] })));
    expect(findDifference(printed, pages, await readReferat(pdf))).toBeNull();
  });

  it("is read back over a hundred pages, with an Indhold of several", { timeout: 60_000 }, async () => {
    const items = Array.from({ length: 120 }, (_, n) =>
      item(n + 1, `Sag ${n} med en titel, der er så lang, at den fylder mere end én linje i Indhold ${n}`, {
        decision: rich(...Array.from({ length: 12 }, (_, line) => `Rådmanden bemærkede ${line}. `.repeat(9))),
      }),
    );
    const { pdf, pages, printed } = await typesetter.typeset(compose(meeting({ categories: [category("Sager", ...items)] })));
    expect(pages).toBeGreaterThan(90);
    expect(findDifference(printed, pages, await readReferat(pdf))).toBeNull();
  });
});
