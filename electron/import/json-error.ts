const word = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const space = /[ \t\n\r]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** What may come next, inside which brackets. */
type Expected = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end";

/**
 * The offset of the first character that is not JSON, for a text that `JSON.parse` refused: its own message names no place
 * in several cases. Linear, without recursion.
 */
export function findJsonError(text: string): number {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    at = endOf(space, text, at) ?? at;
    const char = text.charAt(at);
    const value: boolean = expected === "value" || expected === "value-or-end";
    const key: boolean = expected === "key" || expected === "key-or-end";
    const closes = (char === "}" && open.at(-1) === "{") || (char === "]" && open.at(-1) === "[");
    if (closes && expected.endsWith("-or-end")) {
      open.pop();
      expected = "comma-or-end";
      at += 1;
    } else if (char === '"' && (value || key)) {
      const string = scanString(text, at);
      if (!string.whole) return string.end;
      expected = value ? "comma-or-end" : "colon";
      at = string.end;
    } else if (value && (char === "{" || char === "[")) {
      open.push(char);
      expected = char === "{" ? "key-or-end" : "value-or-end";
      at += 1;
    } else if ((expected === "colon" && char === ":") || (expected === "comma-or-end" && char === "," && open.length > 0)) {
      expected = char === ":" || open.at(-1) === "[" ? "value" : "key";
      at += 1;
    } else {
      const end = value ? endOf(word, text, at) : null;
      if (end === null) return at;
      expected = "comma-or-end";
      at = end;
    }
  }
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Where the string that opens at `start` ends, or where it stops being one. */
function scanString(text: string, start: number): { end: number; whole: boolean } {
  let at = start + 1;
  while (text.charAt(at) >= " ") {
    if (text.charAt(at) === '"') return { end: at + 1, whole: true };
    const next = text.charAt(at) === "\\" ? endOf(escaped, text, at) : at + 1;
    if (next === null) break;
    at = next;
  }
  return { end: at, whole: false };
}

/** "linje 3, tegn 14", both counted from 1. */
export function describePosition(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `linje ${before.split("\n").length}, tegn ${offset - before.lastIndexOf("\n")}`;
}
