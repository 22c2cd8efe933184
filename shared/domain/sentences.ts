/** A sentence of a paragraph: offsets in its plain text, without white space at either end. */
export type Sentence = { from: number; to: number; text: string };

/** Abbreviations that never end a sentence, as what they shorten must follow. */
const openAbbreviations = new Set(
  "afd bl.a ca d dr dvs ekskl evt f.eks fx hhv hr ift ifm inkl jf kl mhp mht nr pga pr stk tlf vedr".split(" "),
);

/** Characters looked back for the word before a full stop. */
const longestWord = 40;

/**
 * The sentences of one paragraph (a line feed is a line break and ends one). A full stop ends a sentence when a capital, a number or
 * a quotation mark follows and no abbreviation stands before it.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const stop of text.matchAll(/[.!?…]+[)"“”«»]*(?=\s|$)|\n|$/g)) {
    const to = stop.index + stop[0].length;
    if (stop[0] !== "\n" && to < text.length && !endsSentence(text, from, stop.index, to)) continue;
    pushTrimmed(sentences, text, from, to);
    from = to;
  }
  return sentences;
}

function pushTrimmed(sentences: Sentence[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const trimmed = raw.trim();
  const start = from + raw.indexOf(trimmed);
  if (trimmed !== "") sentences.push({ from: start, to: start + trimmed.length, text: trimmed });
}

function endsSentence(text: string, from: number, stop: number, to: number): boolean {
  if (!/^\s*(\p{Lu}|\d|["“”«»(\n–-]|at \d{1,3}\))/u.test(text.slice(to, to + 20))) return false;
  if (text.charAt(stop) !== ".") return true;
  const before = text.slice(Math.max(from, stop - longestWord), stop);
  const word = /[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? "";
  const isNumberOfLine = /^\d+$/.test(word) && text.slice(from, stop).trimStart() === word;
  return !isNumberOfLine && !/^\p{Lu}$/u.test(word) && !openAbbreviations.has(word.toLowerCase());
}
