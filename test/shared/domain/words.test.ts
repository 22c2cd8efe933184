import { expect, it } from "vitest";
import { wordsOf } from "../../../shared/domain/words.ts";

const words = (text: string): string[] => wordsOf(text).map(({ word }) => word);

it("gives each word with its place, counted in UTF-16 units", () => {
  const text = "Rådmanden 😀 bemærkede, at »mødet« …";
  const found = wordsOf(text);
  expect(found.map(({ word }) => word)).toEqual(["Rådmanden", "bemærkede", "at", "mødet"]);
  for (const { word, from, to } of found) expect(text.slice(from, to)).toBe(word);
});

it.each([
  ["numbers and what holds a digit", "10 2,5 10% 17½ TPU1 6-by 15B 2024-27 EMN-2023-011201 25-121634 § 87", ""],
  ["addresses", "sobrj@aarhus.dk/ (adan@aarhus.dk), https://aarhus.dk/møde?x=åben www.aarhus.dk aarhus.dk/rum", ""],
  ["file names and paths", "20241008-Rådmandsmøde(4).pdf bilag.docx C:\\Brugere\\mads \\\\server\\fælles", ""],
  ["initials with and without endings", "FAS MØB MSB's MSBs KL’s BPAen IGU'er UJU/VJH BA", ""],
  ["single letters and signs", "Natascha M. Jensen, 15 B – n / N • - §", "Natascha Jensen"],
  ["other alphabets", "Олена علي 会议 Ωμέγα", ""],
  ["names with an underscore", "min_fil _x_", ""],
])("leaves out %s", (_, text, left) => {
  expect(words(text).join(" ")).toBe(left);
});

it.each([
  ["keeps hyphens within a word", "MSB-deltagelse investerings-program", ["MSB-deltagelse", "investerings-program"]],
  [
    "keeps the hyphen that leads up to another word",
    "social-, beskæftigelses- og uddannelseselementer",
    ["social-", "beskæftigelses-", "og", "uddannelseselementer"],
  ],
  [
    "drops a leading hyphen",
    "efterværnsområdet og -indsatser, ’åben dør’-principper",
    ["efterværnsområdet", "og", "indsatser", "åben", "dør", "principper"],
  ],
  ["parts words at a stroke", "Social/beskæftigelse og/eller", ["Social", "beskæftigelse", "og", "eller"]],
  ["keeps an abbreviation's inner dots, without the last", "f.eks. bl.a. j.nr. mm. vedr.", ["f.eks", "bl.a", "j.nr", "mm", "vedr"]],
  ["parts sentences without a space between them", "mødet.Rådmanden 10.Evt.", ["mødet", "Rådmanden", "Evt"]],
  ["takes a curly apostrophe for a straight one", "Jens’ app’en", ["Jens", "app'en"]],
  ["takes no notice of soft hyphens", "råd\u00admands\u00admøde", ["rådmandsmøde"]],
  ["writes accents and å in one way", "a\u030Aben ide\u0301er", ["åben", "idéer"]],
  ["keeps a word after a percentage", "10%-målsætningen", ["målsætningen"]],
])("%s", (_, text, expected) => {
  expect(words(text)).toEqual(expected);
});

it("joins a word that a line's end divided, over blank lines too", () => {
  const text = "med ek-\nsterne parter i kommu-\n\n  nen";
  expect(words(text)).toEqual(["med", "eksterne", "parter", "kommunen"]);
  const divided = wordsOf(text).find(({ word }) => word === "eksterne");
  expect(text.slice(divided?.from, divided?.to)).toBe("ek-\nsterne");
});

it("does not join what the hyphen itself belongs to", () => {
  expect(words("social-\nog udsatte")).toEqual(["social-", "og", "udsatte"]);
  expect(words("fra MSB-\ndeltagelse")).toEqual(["fra", "MSB-deltagelse"]);
  expect(words("Social-\nSundhed")).toEqual(["Social-", "Sundhed"]);
  expect(words("social- midler")).toEqual(["social-", "midler"]);
});

it("passes over what is too long to be a word, and takes time in proportion to the text", () => {
  expect(words(`før ${"a".repeat(10_000)} efter`)).toEqual(["før", "efter"]);
  const hostile = ["-", "a-", "a.", "'", ".a", "a@", "_", "\u00ad", "a\n", "e\u0301", "-\n", "a-\n", "\\", "://"].map((part) =>
    part.repeat(50_000),
  );
  const before = process.cpuUsage();
  for (const text of hostile) wordsOf(text);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000);
});
