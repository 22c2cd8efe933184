/** Words that any matter may have in its title, and that therefore tell nothing of it. */
const common =
  /^(?:status|orientering|opfølgning|indstilling|drøftelse|godkendelse|temadrøftelse|behandling|fortsat|endelig|videre|dagsorden|referat|rådmand|kommune|aarhus|forvaltning|borgere|møde|punkt)/;
const shortest = 5;
/** An ending makes no other word: "barometer", "barometeret". */
const longestEnding = 4;
/** Compounds that begin alike for so long are about the same: "handicapbarometer", "handicapsagsbarometeret". */
const alike = 8;

/** The words that tell a punkt's matter from others, in small letters: without endings of their own, and without what any title has. */
export function matterWords(title: string): string[] {
  const words = wordsIn(title).filter((word) => word.length >= shortest && !/\d/.test(word));
  const telling = words.filter((word) => !common.test(word));
  return [...new Set(telling)];
}

/** How much of a matter another text is about, from 0 to 1. Longer words tell more and count for more. */
export function matterShare(matter: readonly string[], text: string): number {
  const words = wordsIn(text);
  const whole = matter.reduce((sum, word) => sum + word.length, 0);
  const shared = matter.filter((word) => words.some((other) => isAlike(word, other))).reduce((sum, word) => sum + word.length, 0);
  return whole === 0 ? 0 : shared / whole;
}

/** True for two forms of a word, one in a compound with the other, and compounds that begin with the same one. */
function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < shortest) return false;
  let begin = 0;
  while (begin < one.length && one[begin] === other[begin]) begin += 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return begin >= alike || (begin >= shortest && long.length - begin <= longestEnding) || (short.length >= alike && long.includes(short));
}

function wordsIn(text: string): string[] {
  return [
    ...text
      .normalize("NFC")
      .toLocaleLowerCase("da")
      .matchAll(/[\p{L}\p{N}]+/gu),
  ].map(([word]) => word);
}
