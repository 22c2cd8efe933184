import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFollowUps, followUpsOf, markFollowUps } from "../../../shared/domain/follow-up.ts";
import type { KnownName } from "../../../shared/domain/known-name.ts";
import { type Block, plainText, type RichText } from "../../../shared/domain/rich-text.ts";
import { normalRichText } from "../../../shared/domain/rich-text-normal.ts";
import { sentencesOf } from "../../../shared/domain/sentences.ts";
import { parseSmallMarkdown, printSmallMarkdown } from "../../../shared/domain/small-markdown.ts";
import { ownTime } from "../../support/own-time.ts";
import { seedMeetings } from "../../support/seed-decisions.ts";

const people: KnownName[] = JSON.parse(readFileSync(new URL("../../../resources/people.json", import.meta.url), "utf8"));
const found = (text: string, known: readonly KnownName[] = people) =>
  findFollowUps(text, known).map(({ from, to, owners, due }) => [text.slice(from, to), owners, due]);

describe("findFollowUps", () => {
  it.each([
    ["FAS følger op.", ["FAS"], null],
    ["FAS & MØB følger evt. op.", ["FAS", "MØB"], null],
    ["Bine følger op", ["Bine"], null],
    ["Lene følger op.", ["Lene"], null],
    ["UJU og Janus følger op.", ["UJU", "Janus"], null],
    ["Bine Jenshøj følger op.", ["Bine Jenshøj"], null],
    ["Økonomichef Michael Justesen følger op i forhold til tallene.", ["MJ"], null],
    ["Driftschef Janus Hedemann følger op.", ["Janus Hedemann"], null],
    ["EKH og JLH vender, om der skal et punkt på.", ["EKH", "JLH"], null],
    ["EKH, JLH og MJ vender tilbage med et forslag.", ["EKH", "JLH", "MJ"], null],
    ["OL rækker ud til MØB", ["OL"], null],
    ["OL hjælper med at finde et lokale.", ["OL"], null],
    ["OL hjælper FAS med kontrakten.", ["OL"], null],
    ["Organisation og Ledelse afklarer, om det kan lade sig gøre.", ["OL"], null],
    ["Mål, Økonomi og Boliger følger op.", ["MØB"], null],
    ["Forvaltningen følger også op på dette.", ["Forvaltningen"], null],
    ["FAS bedes følge op.", ["FAS"], null],
    ["KL skal orienteres", [], null],
    ["Borgmesteren skal også orienteres.", [], null],
    ["Der skal følges op på sagen inden sommerferien.", [], "inden sommerferien"],
    ["FAS følger op senest i maj 2024.", ["FAS"], "senest i maj 2024"],
    ["FAS følger op på den anden side af sommerferien.", ["FAS"], "på den anden side af sommerferien"],
    ["MØB følger op inden fredag.", ["MØB"], "inden fredag"],
    ["MØB følger op i uge 41.", ["MØB"], "i uge 41"],
    ["FAS følger op på næste rådmandsmøde.", ["FAS"], "på næste rådmandsmøde"],
    ["FAS følger op senest den 23. marts 2026.", ["FAS"], "senest den 23. marts 2026"],
    ["FAS følger op inden for 14 dage.", ["FAS"], "inden for 14 dage"],
    ["FAS følger op (haster ikke).", ["FAS"], null],
    ["FAS følger op inden for en overskuelig fremtid.", ["FAS"], null],
    ["at 1) FAS følger op.", ["FAS"], null],
  ])("%s", (text, owners, due) => {
    const lead = text.startsWith("at ") ? text.slice(6) : text;
    expect(found(text)).toEqual([[lead, owners, due]]);
  });

  it("does not need the list to see a name", () => {
    for (const text of ["FAS følger op.", "UJU og Janus følger op.", "Bine følger op", "Organisation og Ledelse afklarer, om det går."])
      expect(found(text, [])).toHaveLength(1);
  });

  it.each([
    ["Det blev aftalt, at FAS følger op på dette.", "FAS følger op på dette."],
    ["Der laves et notat, og MØB følger op.", "MØB følger op."],
    ["Rådmanden besluttede derudover, at KL skal orienteres om brevet.", "KL skal orienteres om brevet."],
  ])("takes the clause that promises: %s", (text, clause) => {
    expect(found(text).map(([words]) => words)).toEqual([clause]);
  });

  it("reads the time from the sentence before only when that sets a limit", () => {
    expect(found("Sagen drøftes senest i maj 2024. FAS følger op.")).toEqual([["FAS følger op.", ["FAS"], "senest i maj 2024"]]);
    expect(found("Brevet af 10. marts 2026 sendes. FAS følger op.")).toEqual([["FAS følger op.", ["FAS"], null]]);
    expect(found("Sagen drøftes senest i maj 2024. FAS følger op på tallene.")[0]?.[2]).toBeNull();
  });

  it.each([
    "Fagkonsulenter følger op sammen med jurister ift. hvilke tendenser der ses.",
    "Afdelingsledere følger op på fristerne.",
    "Opfølgningen på sagen er god.",
    "Opfølgningen følger op.",
    "Som opfølgning på drøftelsen tegnes der tre spor.",
    "Det er vigtigt at følge udviklingen.",
    "Rådmanden følger sagen.",
    "Rådmanden følger sagen tæt.",
    "Udviklingen vender, om ikke andet i 2027.",
    "hvis ikke udviklingen vender, eller der tilføres økonomi",
    "FAS følger ikke op.",
    "FAS fulgte op.",
    "Følger FAS op?",
    "Rådmanden spurgte, om FAS følger op.",
    "Det skal overvejes, om byrådet også skal orienteres.",
    "Hvis FAS følger op, er det godt.",
    "Derefter følger op til fem sager.",
    "Der følger en opgave med.",
    "",
  ])("is not fooled by %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("finds these, and only these, in all decisions of the packets", () => {
    const all = seedMeetings().flatMap(({ name, items }) =>
      items.flatMap(({ number, decision }) =>
        plainText(decision)
          .split("\n")
          .flatMap((line) => found(line).map((each) => [name, number, ...each])),
      ),
    );
    const orientation = "KL skal orienteres brevet til regionen med henblik på at få KL til at løfte dagsordenen.";
    expect(all).toEqual([
      ["10. marts 2026", 3, "FAS følger op.", ["FAS"], null],
      ["10. marts 2026", 3, orientation, [], null],
      ["10. marts 2026", 5, "FAS følger op.", ["FAS"], null],
      ["3. marts 2026", 4, "FAS & MØB følger evt. op.", ["FAS", "MØB"], null],
      ["8. oktober 2024", 3, "Bine følger op.", ["Bine"], null],
      ["Efterværn, januar 2024", 3, "UJU og Janus følger op.", ["UJU", "Janus"], "senest i maj 2024"],
    ]);
  });

  it("gives ranges in order and inside the text, whatever the text", () => {
    const piece = fc.oneof(
      fc.constantFrom("FAS", " følger op", ".", ", at ", "\n", "KL skal orienteres", "og ", "?", " ", "æ", "1. ", "at 1) ", "Bine", "🙂"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const { from, to } of findFollowUps(text, people)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("reads the longest text of a field, and takes no longer for each letter of it than of a short one", () => {
    for (const piece of ["FAS følger ", "Aa ", "a", ". A", ", at FAS ", "Å", "1. "]) {
      const timeOf = (length: number): number => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        return ownTime(() => findFollowUps(text, people));
      };
      // Four times the text; work that grows with its square would be sixteen times as long.
      expect(timeOf(256_000), piece).toBeLessThan(10 * Math.max(20, timeOf(64_000)));
    }
  });
});

describe("sentencesOf", () => {
  it.each([
    ["Godkendt. FAS følger evt. op. Intet til referat.", ["Godkendt.", "FAS følger evt. op.", "Intet til referat."]],
    ["Notat ift. FAS. Dan N. Andersen sender det d. 23. marts.", ["Notat ift. FAS.", "Dan N. Andersen sender det d. 23. marts."]],
    ["1. Rådmanden godkendte. Drøftes i uge 41. FAS følger op", ["1. Rådmanden godkendte.", "Drøftes i uge 41.", "FAS følger op"]],
    ["Hvad nu? “Alt.”\nNy linje", ["Hvad nu?", "“Alt.”", "Ny linje"]],
  ])("%s", (text, sentences) => {
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(sentences);
  });
});

const newId = () => crypto.randomUUID();

describe("markFollowUps", () => {
  const text = parseSmallMarkdown("Godkendt. **FAS** følger op. Intet mere.\n\n- MØB følger op inden fredag");

  it("marks the recognised sentences, over runs and in lists, and tells them by id", () => {
    const marked = markFollowUps(text, people, newId);
    expect(plainText(marked)).toBe(plainText(text));
    expect(printSmallMarkdown(marked)).toBe("Godkendt. **FAS følger op.** Intet mere.\n\n- **MØB følger op inden fredag**");
    const [first, second, ...more] = followUpsOf(marked, people);
    expect(first).toEqual({ id: expect.any(String), text: "FAS følger op.", owners: ["FAS"], due: null });
    expect(second).toEqual({ id: expect.any(String), text: "MØB følger op inden fredag", owners: ["MØB"], due: "inden fredag" });
    expect(more).toEqual([]);
    expect(first?.id).not.toBe(second?.id);
  });

  it("leaves what is marked or dismissed, and gives the same object when there is nothing to mark", () => {
    const marked = markFollowUps(text, people, newId);
    expect(markFollowUps(marked, people, newId)).toBe(marked);
    const dismissed: RichText = JSON.parse(JSON.stringify(marked).replaceAll('"marked"', '"dismissed"'));
    expect(markFollowUps(dismissed, people, newId)).toBe(dismissed);
    expect(followUpsOf(dismissed, people)).toEqual([]);
  });

  it("changes nothing but marks, in any text", () => {
    const sentence = fc.constantFrom("FAS følger op. ", "Godkendt. ", "KL skal orienteres", "\n", "\n\n", "- ", "**", "*", "at 2) ", "op");
    fc.assert(
      fc.property(fc.array(sentence), (parts) => {
        const before = parseSmallMarkdown(parts.join(""));
        const after = markFollowUps(before, people, newId);
        expect(plainText(after)).toBe(plainText(before));
        const unmarked: RichText = JSON.parse(JSON.stringify(after), (key, value) =>
          key === "marks" ? value.filter((mark: { type: string }) => mark.type !== "followUp") : value,
        );
        expect(normalRichText(unmarked)).toEqual(normalRichText(before));
        expect(markFollowUps(after, people, newId)).toBe(after);
      }),
    );
  });
});

describe("followUpsOf", () => {
  const paragraph = (words: string, id: string): Block => ({
    type: "paragraph",
    content: [{ type: "text", text: words, marks: [{ type: "followUp", attrs: { id, state: "marked" } }] }],
  });

  it("reads owner and time of a sentence that a person marked, as far as it says", () => {
    const text: RichText = { type: "doc", content: [paragraph("MJ og Bine: notat senest i maj 2026", "a"), paragraph("et notat", "b")] };
    expect(followUpsOf(text, people)).toEqual([
      { id: "a", text: "MJ og Bine: notat senest i maj 2026", owners: ["MJ", "Bine"], due: "senest i maj 2026" },
      { id: "b", text: "et notat", owners: [], due: null },
    ]);
  });

  it("takes a mark over two paragraphs for one follow-up", () => {
    const text: RichText = { type: "doc", content: [paragraph("FAS laver et notat.", "a"), paragraph("Senest i maj.", "a")] };
    expect(followUpsOf(text, people)).toEqual([
      { id: "a", text: "FAS laver et notat. Senest i maj.", owners: ["FAS"], due: "Senest i maj" },
    ]);
  });
});
