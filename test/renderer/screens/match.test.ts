import { describe, expect, it } from "vitest";
import { matchPieces, matchScore } from "../../../renderer/screens/palette/match.ts";

const hits = (typed: string, text: string) =>
  matchPieces(typed, text)
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join("");

describe("matching", () => {
  it.each([
    ["opf", "Markér som opfølgning", "Markér som [opf]ølgning"],
    ["gå ind", "Gå til Indstillinger", "[Gå] til [Ind]stillinger"],
    ["til", "Indstillinger til", "Indstillinger [til]"],
    ["", "Nyt møde", "Nyt møde"],
    ["møde møde", "Nyt møde", "Nyt [møde]"],
    ["måske", "Nyt møde", "Nyt møde"],
    ["ØKO", "Økonomi", "[Øko]nomi"],
  ])("%j in %j", (typed, text, expected) => expect(hits(typed, text)).toBe(expected));

  it("never loses or doubles a letter", () => {
    for (const typed of ["a", "an an", "ban ana", "na"])
      expect(
        matchPieces(typed, "banan ananas")
          .map(({ text }) => text)
          .join(""),
      ).toBe("banan ananas");
  });

  it("wants every word, in the name or beside it", () => {
    expect(matchScore("fas brev", "Brev til regionen", "FAS · 10. marts")).toBeGreaterThan(0);
    expect(matchScore("fas xyz", "Brev til regionen", "FAS")).toBe(0);
    expect(matchScore("", "alt")).toBeGreaterThan(0);
  });

  it("puts what begins so before what holds it", () => {
    expect(matchScore("mø", "Møder")).toBeGreaterThan(matchScore("mø", "Nyt møde"));
    expect(matchScore("mø", "Nyt møde")).toBeGreaterThan(matchScore("mø", "Rådmandsmøde"));
    expect(matchScore("fas", "FAS følger op")).toBeGreaterThan(matchScore("fas", "Brev", "FAS"));
  });
});
