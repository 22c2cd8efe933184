const longWord = /\p{L}{15,}/gu;
const vowel = "aeiouyæøåäöé";
const shortestPart = 4;

/**
 * Long words with soft hyphens where a Dane would divide them: before the consonant, or the pair that can begin a syllable, in
 * front of a vowel. Chromium knows no Danish hyphenation, and a narrow rail must neither clip a title nor break it anywhere.
 */
export function withSoftHyphens(text: string): string {
  return text.replace(longWord, (word) => {
    const cuts = [...word].map((_, at) => at).filter((at) => isDivision(word.toLowerCase(), at));
    return cuts.reduceRight((parts, at) => `${parts.slice(0, at)}\u00ad${parts.slice(at)}`, word);
  });
}

/** True when a new line may begin at `at`. */
function isDivision(word: string, at: number): boolean {
  if (at < shortestPart || word.length - at < shortestPart || isVowel(word[at])) return false;
  const onset = word.slice(at).search(new RegExp(`[${vowel}]`));
  if (onset !== longestOnset(word.slice(0, at + onset))) return false;
  return [...word.slice(0, at)].some(isVowel);
}

/** How many of the consonants before a vowel begin its syllable. */
function longestOnset(before: string): number {
  return /[bdfgkptv][rl]$|[kst]v$|k[nj]$|[bfhs]j$|sk$|st$/.test(before) && before.length > 2 ? 2 : 1;
}

function isVowel(char: string | undefined): boolean {
  return char !== undefined && vowel.includes(char);
}
