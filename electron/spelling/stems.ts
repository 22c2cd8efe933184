/** The dictionary's stems in order, so that most non-words are told from words without asking the dictionary. */
export type StemIndex = {
  /** False when no stem begins as the word does; true means nothing. */
  mayHold(word: string): boolean;
};

// The longest endings ("-ernes", "-restes") and the letters they replace.
const longestEnding = 6;
const shortestStem = 3;

/** `dic` is the text of a Hunspell .dic file: the number of lines, then "stem/flags" a line. */
export function indexStems(dic: string): StemIndex {
  const stems = dic
    .split("\n")
    .slice(1)
    .map((line) => (/^[^/\t\r]*/.exec(line)?.[0] ?? "").toLowerCase())
    .sort();
  return {
    mayHold(word) {
      const beginning = word.slice(0, Math.max(shortestStem, word.length - longestEnding));
      return stems[firstNotBefore(stems, beginning)]?.startsWith(beginning) ?? false;
    },
  };
}

function firstNotBefore(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
