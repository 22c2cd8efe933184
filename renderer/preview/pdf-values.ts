/** A reference to an object of the file. */
export type PdfRef = { ref: number };
/** A string: one character a byte. */
export type PdfText = { readonly bytes: string };
/** A bare word: an operator, `true`, `null`, `obj` … */
export type PdfWord = { word: string };
/** By name, without the slash. */
export type PdfDict = Map<string, PdfValue>;
/** A name is a string that begins with its slash. */
export type PdfValue = number | string | PdfRef | PdfText | PdfWord | PdfDict | PdfValue[];

/** `at` is where the next one is looked for; `next` gives null at the end. */
export type PdfReader = { at: number; next(): PdfValue | null };

const spaces = /(?:[ \t\n\r\f\0]|%[^\n\r]*)*/y;
const regular = /[^ \t\n\r\f\0()<>[\]{}/%]+/y;
const reference = /(\d+) \d+ R(?![^ \t\n\r\f\0()<>[\]{}/%])/y;
const closers = /\]|>>/y;

/** Reads values in PDF's notation one after the other. `refs`: two numbers and an R are a reference, which a page's content has none of. */
export function readValues(text: string, from: number, refs: boolean): PdfReader {
  const reader: PdfReader = { at: from, next };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = reader.at;
    const found = pattern.exec(text);
    if (found !== null) reader.at = pattern.lastIndex;
    return found;
  };
  function next(): PdfValue | null {
    match(spaces);
    const start = reader.at;
    const char = text[start];
    if (char === undefined) return null;
    if (char === "/") return readName();
    if (char === "(") return readLiteral();
    if (char === "[") return readList();
    if (char === "<") return text[start + 1] === "<" ? readDict() : readHex();
    const found = refs && char >= "0" && char <= "9" ? match(reference) : null;
    if (found !== null) return { ref: Number(found[1]) };
    const word = match(regular)?.[0];
    if (word === undefined) throw new Error(`not understood at ${start} of the file`);
    const number = Number(word);
    return Number.isNaN(number) ? { word } : number;
  }
  function readName(): string {
    reader.at += 1;
    return `/${match(regular)?.[0] ?? ""}`;
  }
  function until(closer: string): PdfValue[] {
    const values: PdfValue[] = [];
    for (;;) {
      match(spaces);
      const closed = match(closers)?.[0];
      if (closed === closer) return values;
      const value = closed === undefined ? next() : null;
      if (value === null) throw new Error(`no ${closer} in the file`);
      values.push(value);
    }
  }
  function readList(): PdfValue[] {
    reader.at += 1;
    return until("]");
  }
  function readDict(): PdfDict {
    reader.at += 2;
    const values = until(">>");
    return new Map(values.flatMap((name, index) => (index % 2 === 0 ? [[String(name).slice(1), values[index + 1] ?? 0] as const] : [])));
  }
  function readHex(): PdfText {
    const end = text.indexOf(">", reader.at);
    const digits = text.slice(reader.at + 1, end).replace(/\s/g, "");
    reader.at = end + 1;
    return { bytes: digits.replace(/..?/g, (pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, "0"), 16))) };
  }
  function readLiteral(): PdfText {
    const start = reader.at + 1;
    let depth = 1;
    let end = start;
    for (; depth > 0 && end < text.length; end += 1) {
      const char = text[end];
      if (char === "\\") end += 1;
      else if (char === "(") depth += 1;
      else if (char === ")") depth -= 1;
    }
    reader.at = end;
    return new Literal(text.slice(start, end - 1));
  }
  return reader;
}

/** Most strings of a page are read past: the pieces they stand in are known. */
class Literal implements PdfText {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  get bytes(): string {
    return unescaped(this.#source);
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_all, octal: string | undefined, char = "") => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return char.startsWith("\n") || char.startsWith("\r") ? "" : (escapes[char] ?? char);
  });
}
