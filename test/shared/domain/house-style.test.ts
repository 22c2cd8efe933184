import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkHouseStyle, type StyleContext, type StyledItem } from "../../../shared/domain/house-style.ts";
import { emptyRichText, inlineText } from "../../../shared/domain/rich-text.ts";
import { parseSmallMarkdown } from "../../../shared/domain/small-markdown.ts";
import { shippedSources } from "../../support/completion-sources.ts";
import { seedMeetings } from "../../support/seed-decisions.ts";

const people = shippedSources().people;
const context: StyleContext = { people, introduced: [], otherTitles: [] };
const blank: StyledItem = {
  ...{ title: "", agendaText: emptyRichText, recommendations: [], decision: emptyRichText, publicDecision: emptyRichText, attachments: [] },
};
const marksOf = (item: Partial<StyledItem>, within: Partial<StyleContext> = {}) =>
  checkHouseStyle({ ...blank, ...item }, { ...context, ...within });

/** The marks of a decision as [what is marked, kind, suggestion]. */
function inDecision(text: string, within: Partial<StyleContext> = {}) {
  return marksOf({ decision: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] } }, within).map((mark) => [
    text.slice(mark.from, mark.to),
    mark.kind,
    mark.suggestion,
  ]);
}

describe("doubled words", () => {
  it.each([
    ["Rådmanden drøftede behandlingen af behandlingen af sagen.", "behandlingen af behandlingen af", "behandlingen af"],
    ["Det er er vigtigt i i dag.", "i i", "i"],
    ["Sagen Sagen drøftes.", "Sagen Sagen", "Sagen"],
    ["Der skal udarbejdes et brev skal udarbejdes et brev.", "skal udarbejdes et brev skal udarbejdes et brev", "skal udarbejdes et brev"],
    ["at vi der lægges fem minutter ind", "vi der", undefined],
  ])("%s", (text, marked, once) => {
    expect(inDecision(text)).toEqual([[marked, "doubled", once]]);
  });

  it.each([
    "Det gør det det værd.",
    "Det bliver mere og mere og mere.",
    "Borgerne, der er der, er der.",
    "Tæt på, på sigt.",
    "Rum 10 10.",
    "Social og Beskæftigelsesudvalget drøftede sagen.",
  ])("leaves %s", (text) => {
    expect(inDecision(text)).toEqual([]);
  });
});

describe("the capital R of an at-point", () => {
  it("is marked inside an at-point, not at the start of a sentence", () => {
    expect(inDecision("at 1) Rådmanden godkendte, at Rådmanden orienteres. Rådmanden takkede.")).toEqual([
      ["Rådmanden", "capital", "rådmanden"],
      ["Rådmanden", "capital", "rådmanden"],
    ]);
    for (const text of ["Rådmanden takkede.", "1. Rådmanden godkendte planen.", "Brev fra Rådmanden"]) expect(inDecision(text)).toEqual([]);
  });

  it("is marked in the indstilling too", () => {
    const recommendations = [{ id: "", text: "at Rådmanden godkender planen" }];
    expect(marksOf({ recommendations })).toMatchObject([
      { field: "recommendations", block: [0], from: 3, to: 12, suggestion: "rådmanden" },
    ]);
  });
});

describe("the present tense", () => {
  it.each([
    ["at 1) rådmanden tager orienteringen til efterretning.", [["tager", "present", "tog"]]],
    ["Godkendt. Rådmanden bemærker, at det går godt.", [["bemærker", "present", "bemærkede"]]],
    [
      "at 2) rådmanden godkender brevet og beslutter, at det sendes.",
      [
        ["godkender", "present", "godkendte"],
        ["beslutter", "present", "besluttede"],
      ],
    ],
    ["at 1) rådmanden hylder indsatsen.", [["hylder", "present", undefined]]],
  ])("%s", (text, marks) => {
    expect(inDecision(text)).toEqual(marks);
  });

  it.each([
    "at 1) rådmanden tog orienteringen til efterretning og vil gerne fastholde ambitionerne.",
    "Rådmanden besluttede, at forvaltningen tager kontakt og sender et brev.",
    "Rådmanden godkendte rammer og aftaler.",
    "at 1) rådmanden var indforstået med planen.",
    "at 1) rådmanden derfor udsatte punktet.",
    "Rådmanden deltager i åbningen.",
    "FAS følger op.",
    "Det er vigtigt.",
  ])("leaves %s", (text) => {
    expect(inDecision(text)).toEqual([]);
  });
});

describe("people and units", () => {
  it("are marked where they act and are on no list", () => {
    expect(inDecision("FSA følger op.")).toEqual([["FSA", "unknown-name", undefined]]);
    expect(inDecision("UJU og Janus følger op.")).toEqual([["Janus", "unknown-name", undefined]]);
    expect(inDecision("Lotte orienterede om BPA.")).toEqual([["Lotte", "unknown-name", undefined]]);
    expect(inDecision("XY: Budget.")).toEqual([["XY", "unknown-name", undefined]]);
  });

  it("are known from the list and from the lines under Information", () => {
    const introduced = ["Bine Jenshøj deltager under punkt 3."];
    for (const text of [
      "FAS & MØB følger op.",
      "Økonomichef Michael Justesen følger op.",
      "MJ: Budget.",
      "KL skal orienteres.",
      "Forvaltningen følger op.",
    ])
      expect(inDecision(text)).toEqual([]);
    expect(inDecision("Bine følger op. Bine Jenshøj gav en status.", { introduced })).toEqual([]);
    expect(inDecision("Bin følger op.", { introduced })).toHaveLength(1);
  });
});

describe("a bilag's title", () => {
  const title = "Status på overgangen af borgere med dobbeltdiagnose til regionen";
  const doubts = (attachment: string, own: string, otherTitles: string[] = []) =>
    marksOf({ title: own, attachments: [{ title: attachment }] }, { otherTitles }).map(({ from, to, suggestion }) => [
      attachment.slice(from, to),
      suggestion,
    ]);

  it("is marked when it says another word in the same place", () => {
    expect(doubts("Indstilling: Status til rådmanden om overgangen af borgere med dobbeltborgerskab til regionen DMU", title)).toEqual([
      ["dobbeltborgerskab", "dobbeltdiagnose"],
    ]);
  });

  it("is marked when it belongs to another punkt", () => {
    expect(doubts("Indstilling: Borgere med dobbeltdiagnose og regionen, overgangen", "Handicapbarometer", [title])).toHaveLength(1);
  });

  it.each([
    ["Indstilling: Handicapbarometeret 2025", "Handicapbarometer"],
    ["Notat vedrørende kvalitet i sagsbehandlingen", "Handicapbarometer"],
    ["Indstilling: Borgere i ekstraordinær beskæftigelse – 10%-målsætningen", "Status på 10 %-målsætningen"],
    ["Dagsorden: Social- og Beskæftigelsesudvalgsmøde 23. marts 2026", "Orientering fra Udvalget"],
  ])("is left when it fits: %s", (attachment, own) => {
    expect(doubts(attachment, own, [title, "Dagsorden", "Referat"])).toEqual([]);
  });
});

describe("the packets", () => {
  const sample = JSON.parse(readFileSync(new URL("../../../resources/samples/raadmandsmoede-2026-03-10.json", import.meta.url), "utf8"));
  const attachmentsOf = (meeting: string, number: number): { title: string }[] =>
    meeting !== "10. marts 2026"
      ? []
      : sample.categories.flatMap((category: { items: { number: number; attachments: { title: string }[] }[] }) =>
          category.items.filter((item) => item.number === number).flatMap((item) => item.attachments),
        );
  const introduced = ["Bine Jenshøj deltager under den åbne dagsordens punkt 3."];

  it("have these marks, and only these, in all their decisions, indstillinger and bilag", () => {
    const marks = seedMeetings().flatMap(({ name, items }) =>
      items.flatMap((item) =>
        marksOf(
          {
            ...item,
            recommendations: item.recommendations.map((text) => ({ id: "", text })),
            attachments: attachmentsOf(name, item.number),
          },
          { introduced, otherTitles: items.filter((other) => other !== item).map(({ title }) => title) },
        ).map(({ kind, field, block, message }) => [name, item.number, field, block.join("."), kind, /»([^«]*)«/.exec(message)?.[1] ?? ""]),
      ),
    );
    expect(marks).toEqual([
      ["10. marts 2026", 3, "attachments", "0", "attachment", "dobbeltborgerskab"],
      ["10. marts 2026", 7, "decision", "1.1.0", "doubled", "vi"],
      ["8. oktober 2024", 3, "decision", "0", "capital", ""],
      ["Tættere på, 2024", 5, "decision", "0", "unknown-name", "Lotte"],
      ["Tættere på, 2024", 5, "decision", "1", "unknown-name", "Erik"],
      ["Efterværn, januar 2024", 3, "recommendations", "0", "capital", ""],
      ["Efterværn, januar 2024", 3, "decision", "1", "unknown-name", "Janus Hedemann"],
      ["Efterværn, januar 2024", 3, "decision", "3", "unknown-name", "Janus"],
    ]);
  });

  it("raise fewer than 5 marks per 1,000 words in the prose of their bilag, as if it were a decision", () => {
    const prose = ["2023-12-18", "2024-10-08", "2026-03-10"].flatMap((date) =>
      readFileSync(new URL(`../../fixtures/seeds/${date}.txt`, import.meta.url), "utf8")
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.replace(/\s*\n\s*/g, " ").trim()),
    );
    const words = prose.join(" ").split(/\s+/).length;
    const marks = prose.flatMap((text) => (text === "" ? [] : inDecision(text)));
    expect(words).toBeGreaterThan(8_000);
    expect((1_000 * marks.length) / words).toBeLessThan(5);
  });
});

describe("the places of marks", () => {
  it("lie inside their block, and a suggestion differs from what is marked", () => {
    const piece = fc.constantFrom(
      "at 1) ",
      "Rådmanden ",
      "tager ",
      "sagen ",
      "af ",
      "FAS ",
      "følger op. ",
      "\n\n",
      "- ",
      "\n",
      "vi der ",
      "og ",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const decision = parseSmallMarkdown(pieces.join(""));
        for (const mark of marksOf({ decision })) {
          const [top, entry, inner] = mark.block;
          const block = decision.content[top ?? -1];
          const paragraph = block?.type === "paragraph" ? block : block?.content[entry ?? -1]?.content[inner ?? -1];
          const text = paragraph?.type === "paragraph" ? inlineText(paragraph.content ?? []) : "";
          expect(mark.from).toBeGreaterThanOrEqual(0);
          expect(mark.to).toBeGreaterThan(mark.from);
          expect(mark.to).toBeLessThanOrEqual(text.length);
          expect(text.slice(mark.from, mark.to)).not.toBe(mark.suggestion);
        }
      }),
    );
  });
});
