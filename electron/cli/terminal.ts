/** Where a command's words go: results to stdout, notes to the person on stderr. Both end their lines themselves. */
export type Terminal = { print(text: string): void; note(text: string): void };

/** One line of text, whatever is in it: no control characters, no line breaks. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\u2028\u2029]/gu, "")
    .trim();
}

/** JSON for a machine, and readable. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
