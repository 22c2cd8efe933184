import type { Finding } from "./house-style-text.ts";

/** Words two titles must have begun alike with to be told apart as a slip: "dobbeltdiagnose", "dobbeltborgerskab". */
const alike = 6;
/** An ending, or a year after it, makes no other word: "barometer", "barometeret". */
const longestEnding = 4;

type PlacedWord = { word: string; from: number; to: number };

/**
 * A bilag's title that does not fit its punkt: it says the same but for one word ("borgere med dobbeltborgerskab til regionen" under
 * "borgere med dobbeltdiagnose til regionen"), or it has nothing of its own punkt's title and all of another's.
 */
export function findAttachmentDoubt(title: string, itemTitle: string, otherTitles: readonly string[]): Finding[] {
  const own = wordsOf(itemTitle);
  const words = wordsOf(title);
  const slips = words.flatMap((word, index): Finding[] => {
    const meant = own.find((_, place) => isSlip(words, index, own, place));
    if (meant === undefined) return [];
    return [
      {
        ...{ from: word.from, to: word.to, kind: "attachment" },
        message: `Bilagets titel har »${word.word}«, hvor punktets har »${meant.word}«.`,
        suggestion: meant.word,
      },
    ];
  });
  if (slips.length > 0 || sharesContent(words, own)) return slips;
  const other = otherTitles.find((each) => holdsAll(words, wordsOf(each)));
  if (other === undefined) return [];
  return [{ from: 0, to: title.length, kind: "attachment", message: `Bilaget ser ud til at høre til »${other}«.` }];
}

function wordsOf(text: string): PlacedWord[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[-'’%][\p{L}\p{N}]+)*/gu)].map((match) => ({
    word: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Two words that begin alike and are not forms of one word, between the same neighbours on at least one side. */
function isSlip(words: readonly PlacedWord[], index: number, own: readonly PlacedWord[], place: number): boolean {
  const [one, other] = [words[index]?.word.toLowerCase() ?? "", own[place]?.word.toLowerCase() ?? ""];
  if (one.slice(0, alike) !== other.slice(0, alike) || one.length < alike + 2 || isForm(one, other)) return false;
  return same(words[index - 1], own[place - 1]) || same(words[index + 1], own[place + 1]);
}

function same(one: PlacedWord | undefined, other: PlacedWord | undefined): boolean {
  return one !== undefined && one.word.toLowerCase() === other?.word.toLowerCase();
}

function isForm(one: string, other: string): boolean {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common += 1;
  return Math.max(one.length, other.length) - common <= longestEnding || common === Math.min(one.length, other.length);
}

function contentOf(words: readonly PlacedWord[]): string[] {
  return words
    .map(({ word }) => word.toLowerCase())
    .filter((word) => word.length > 4 && !/^(?:status|orientering|opfølgning|indstilling)/.test(word));
}

function sharesContent(words: readonly PlacedWord[], own: readonly PlacedWord[]): boolean {
  const content = contentOf(own);
  return contentOf(words).some((word) => content.some((other) => word.slice(0, alike) === other.slice(0, alike)));
}

function holdsAll(words: readonly PlacedWord[], other: readonly PlacedWord[]): boolean {
  const asked = contentOf(other);
  const has = contentOf(words);
  return asked.length >= 2 && asked.every((word) => has.some((each) => word === each || isForm(word, each)));
}
