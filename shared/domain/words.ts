/** A word to be spelled: as the dictionary is asked (NFC, no soft hyphens, straight apostrophe), and where it stands in the text. */
export type WordAt = { word: string; from: number; to: number };

const longestWord = 80;

const address =
  /\S@\S|^\W?(?:https?:|www\.|\\\\|\p{L}:\\)|\.(?:dk|com|eu|org|net|pdf|do[ct][xm]?|xlsx?|pptx?|msg|txt|csv|json|md|png|jpe?g)(?!\p{L})/iu;

// Abbreviations keep their inner dots ("f.eks"), compounds their hyphens, and what leads up to another word its last one ("social- og").
const wordLike =
  /\p{L}{1,4}(?:\.\p{Ll}{1,4})+(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}_\u00ad]+(?:[-‐‑'’][\p{L}\p{M}\p{N}_\u00ad]+)*(?:[-‐‑](?=$|[\s,;/)]))?/gu;

const initials = /^\p{Lu}{2,5}(?:['’]?\p{Ll}{1,4})?$/u;
const latinWord = /^[\p{Script=Latin}\p{M}'.-]+$/u;
const upToAnother = /^(?:og|eller|samt|og\/eller)$/;

/**
 * The words of a plain text that can be spelled. Left out are numbers and what holds a digit, addresses, file names, single letters,
 * initials of at most five capitals with or without an ending ("MSB's"), other alphabets, and anything longer than 80 letters.
 * A word divided by a hyphen at the end of a line is joined, unless "og", "eller" or "samt" follows.
 */
export function wordsOf(text: string): WordAt[] {
  const raw = [...text.matchAll(/\S+/g)].flatMap((chunk) => (address.test(chunk[0]) ? [] : rawWords(chunk[0], chunk.index)));
  const joined: WordAt[] = [];
  for (const next of raw) {
    const last = joined.at(-1);
    if (last !== undefined && isDivided(text, last, next))
      joined[joined.length - 1] = { ...join(last, next), from: last.from, to: next.to };
    else joined.push(next);
  }
  return joined.filter(({ word }) => canBeSpelled(word));
}

function rawWords(chunk: string, at: number): WordAt[] {
  return [...chunk.matchAll(wordLike)].map(({ 0: found, index }) => ({
    word: found
      .normalize("NFC")
      .replace(/\u00ad/g, "")
      .replace(/[‐‑]/g, "-")
      .replace(/’/g, "'"),
    from: at + index,
    to: at + index + found.length,
  }));
}

function isDivided(text: string, last: WordAt, next: WordAt): boolean {
  if (!last.word.endsWith("-") || !/^\p{Ll}/u.test(next.word) || upToAnother.test(next.word)) return false;
  const between = text.slice(last.to, next.from);
  return between.includes("\n") && between.trim() === "";
}

/** After capitals the hyphen is the compound's own: "MSB-" and "deltagelse". */
function join(last: WordAt, next: WordAt): { word: string } {
  const first = last.word.slice(0, -1);
  return { word: initials.test(first) ? `${first}-${next.word}` : first + next.word };
}

function canBeSpelled(word: string): boolean {
  return word.length > 1 && word.length <= longestWord && latinWord.test(word) && !initials.test(word);
}
