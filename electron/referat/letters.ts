/** Letters and digits only, small: what stays the same however a text is set, broken and read again. */
export function lettersOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Without what is drawn as nothing but parts a word or a number for whoever searches it: places to break it, and marks of direction. */
export function withoutUnseen(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "");
}
