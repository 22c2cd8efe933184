import type { PrintRun, ReferatDocument } from "./document.ts";

export type CleanReferat = { document: ReferatDocument; warnings: string[] };

/** Where a string stands, in the referent's words, by the document's own field names. Fields that only repeat another have none. */
const placeNames: Readonly<Record<string, string>> = {
  organisation: "Organisation",
  title: "Titel",
  facts: "Mødets oplysninger",
  heading: "overskrift",
  agendaText: "dagsordentekst",
  recommendations: "indstilling",
  decision: "beslutning",
  attachments: "bilag",
};
const repeating = new Set([
  "form",
  "kicker",
  "titleParts",
  "runningTitle",
  "runningStamp",
  "runningDate",
  "footer",
  "notice",
  "place",
  "mark",
  "label",
  "kind",
]);

const longestWord = 35;
const namedCharacters = 5;
const shownWarnings = 40;

/** Bullets that Word leaves behind as private-use characters of its symbol face. */
const fromSymbolFace: Readonly<Record<string, string>> = { "\uf0b7": "•", "\uf0a7": "▪", "\uf0e0": "→" };

// Never printed: controls, format characters (byte-order mark, bidi controls, soft hyphen, zero-width space …), private use and
// variation selectors. The zero-width joiner stays where it joins pictures.
const unprintable =
  /\p{Cc}|\p{Co}|\p{Variation_Selector}|\u034f|(?!\u200d)\p{Cf}|(?<!\p{Extended_Pictographic}\p{Emoji_Modifier}?)\u200d/gu;

type Printable = { text: string; replaced: string[] };

/**
 * The same document with every string fit for print, and a Danish sentence for each place where a character had to be replaced
 * because no bundled face has it. Well-formed, NFC, no unprintable characters; words over 35 characters get places to break (U+200B).
 */
export function cleanReferat(document: ReferatDocument, covers: (codePoint: number) => boolean): CleanReferat {
  return createCleaner(covers)(document);
}

/** {@link cleanReferat} for one document after the other: a string of the last one is not gone through again. */
export function createCleaner(covers: (codePoint: number) => boolean): (document: ReferatDocument) => CleanReferat {
  const substitute = covers(0xfffd) ? "\ufffd" : "?";
  let known = new Map<string, Printable>();
  return (document) => {
    const before = known;
    const now = new Map<string, Printable>();
    known = now;
    const missing = new Map<string, Set<string>>();
    const cleanText = (text: string, place: string): string => {
      const printable = now.get(text) ?? before.get(text) ?? printableText(text, covers, substitute);
      now.set(text, printable);
      const { replaced } = printable;
      if (replaced.length > 0 && place !== "") missing.set(place, new Set([...(missing.get(place) ?? []), ...replaced]));
      return printable.text;
    };
    const clean = mapStrings(document, "", cleanText) as ReferatDocument;
    return { document: clean.title.trim() === "" ? withTitle(clean) : clean, warnings: warningsOf(missing, substitute) };
  };
}

/** A title of nothing that prints is none, and a document without one is not accessible. */
function withTitle(document: ReferatDocument): ReferatDocument {
  return { ...document, title: "Referat", titleParts: ["Referat", ""] };
}

/** Every string of a JSON value through `clean`, with the name of the place it stands in; a link's target only loses what is no URL. */
function mapStrings(value: unknown, place: string, clean: (text: string, place: string) => string): unknown {
  if (typeof value === "string") return clean(value, place);
  if (Array.isArray(value)) return value.map((inner) => mapStrings(inner, place, clean));
  if (typeof value !== "object" || value === null) return value;
  const own = value as Record<string, unknown>;
  const outer = typeof own["place"] === "string" ? own["place"] : place;
  return Object.fromEntries(
    Object.entries(own).map(([key, inner]) => {
      // A file's name is no text: it is looked up as it is.
      if (key === "file") return [key, inner];
      if (key === "link" && typeof inner === "string") return [key, inner.toWellFormed().replace(/[\p{Cc}\p{Cf}]/gu, "")];
      const mapped = mapStrings(inner, placeOf(key, outer), clean);
      return [key, key === "runs" ? withBreaksBetween(mapped as PrintRun[]) : mapped];
    }),
  );
}

/** "Punkt 3" and "decision" give "Punkt 3, beslutning"; inside a named place nothing is added. */
function placeOf(key: string, outer: string): string {
  const within = outer.includes(",");
  // The heading of a decision repeats its punkt's.
  if (repeating.has(key) || (key === "heading" && within)) return "";
  const name = placeNames[key];
  if (name === undefined || within) return outer;
  if (outer === "") return key === "heading" ? "Kategori" : name;
  return `${outer}, ${name}`;
}

function printableText(text: string, covers: (codePoint: number) => boolean, substitute: string): Printable {
  const replaced: string[] = [];
  const plain = text
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\uf0b7\uf0a7\uf0e0]/g, (char) => fromSymbolFace[char] ?? "")
    .replace(/[\t\n\r\u2028\u2029]/g, " ")
    .replace(unprintable, "");
  const printable = Array.from(plain, (char) => {
    if (covers(char.codePointAt(0) as number)) return char;
    if (/\p{Zs}/u.test(char)) return " ";
    replaced.push(char);
    return substitute;
  }).join("");
  return { text: withBreaks(printable), replaced };
}

/** Zero-width spaces inside words that may be too long for a line (a no-break space is part of the word). No other word is touched. */
function withBreaks(text: string): string {
  if (text.length <= longestWord) return text;
  return text.replace(/[^ \u2000-\u2006\u2008-\u200b]{36,}/gu, (word) => pieces(word).join("\u200b"));
}

/** A word may be long only because several runs (a bold part, a link) stand together without a space: it breaks between them. */
function withBreaksBetween(runs: PrintRun[]): PrintRun[] {
  let unbroken = 0;
  return runs.map((run) => {
    if (run.kind === "break") {
      unbroken = 0;
      return run;
    }
    const head = run.text.search(/[ \u200b]/);
    const length = head === -1 ? run.text.length : head;
    const breaks = unbroken > 0 && unbroken + length > longestWord;
    const tail = run.text.length - 1 - Math.max(...[" ", "\u200b"].map((gap) => run.text.lastIndexOf(gap)));
    unbroken = head === -1 && !breaks ? unbroken + length : tail;
    return breaks ? { ...run, text: `\u200b${run.text}` } : run;
  });
}

/** A long word in pieces of at most 35 characters as seen, cut after punctuation where there is some (addresses, file names). */
function pieces(word: string): string[] {
  const found: string[] = [];
  let piece: string[] = [];
  for (const { segment } of new Intl.Segmenter("da").segment(word)) {
    piece.push(segment);
    if (piece.length < longestWord) continue;
    const cut = piece.findLastIndex((char, i) => i > 9 && /[/\-_.,;:?&=@#%+\u00a0\u202f]/.test(char)) + 1 || piece.length;
    found.push(piece.slice(0, cut).join(""));
    piece = piece.slice(cut);
  }
  return piece.length === 0 ? found : [...found, piece.join("")];
}

function warningsOf(missing: Map<string, Set<string>>, substitute: string): string[] {
  const all = [...missing].map(([place, chars]) => {
    const names = [...chars].slice(0, namedCharacters).map(nameOf).join(", ");
    const more = chars.size > namedCharacters ? ` og ${chars.size - namedCharacters} andre` : "";
    const subject = chars.size === 1 ? "tegnet" : "tegnene";
    return `${place}: ${subject} ${names}${more} kan ikke trykkes og er erstattet af ${substitute}.`;
  });
  if (all.length <= shownWarnings) return all;
  return [...all.slice(0, shownWarnings), `Der er tegn, som ikke kan trykkes, ${all.length - shownWarnings} andre steder.`];
}

/** '"中" (U+4E2D)' */
function nameOf(char: string): string {
  const code = (char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
  return /\p{Cn}|\p{M}/u.test(char) ? `U+${code}` : `"${char}" (U+${code})`;
}
