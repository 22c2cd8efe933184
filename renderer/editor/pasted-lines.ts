/** A line that goes on in the next is at least this long, and at least this much of the longest. */
const wrappedChars = 40;
const wrappedShare = 0.6;

const listSign = /^\s*(?:[•●▪◦‣·–—*-]|\d{1,3}[.)]|[a-z]\)|o)\s+\S/u;
/** A hyphen before these belongs to the word: "social- og sundhedsområdet". */
const upToAnother = /^(?:og|eller|samt)(?!\p{L})/u;
const capitals = /\p{Lu}{2,}$/u;
/** Words that no line ends with, unless it goes on. */
const leadsOn = /(?:^|\s)(?:og|eller|samt|til|om|at|i|på|for|med|af|en|et|den|det|de|der|som|ved|fra|hos|under|over|efter|inden|mellem)$/u;

/**
 * The paragraphs of a plain text. A reader of PDFs gives a line for each line on the page: what goes on in the next one is put together
 * with it, and a word that was divided at the end of a line is whole again. A list keeps a line for each entry.
 */
export function pastedLines(text: string): string[] {
  const lines = text.split(/\r\n?|\n|\u2028|\u2029/).map((line) => line.replace(/[^\S\u00a0]+$/u, ""));
  const longest = Math.max(...lines.map((line) => line.length));
  const whole: string[] = [];
  let open = false;
  let last = "";
  for (const line of lines) {
    if (line.trim() === "") {
      open = false;
      continue;
    }
    const before = whole.at(-1);
    const joined = open && before !== undefined ? joinedLines(before, last, line, longest) : null;
    if (joined === null) whole.push(line);
    else whole[whole.length - 1] = joined;
    open = true;
    last = line;
  }
  return whole;
}

/** `before` with `line` added, or null where a new paragraph begins. `last` is the line on the page that `before` ends with. */
function joinedLines(before: string, last: string, line: string, longest: number): string | null {
  const next = line.trimStart();
  if (/\p{L}\u00ad$/u.test(before)) return before.slice(0, -1) + next;
  if (/\p{L}[-‐]$/u.test(before) && /^\p{L}/u.test(next)) return joinedWord(before, next);
  if (listSign.test(line) || /[.:;!?…]["”»)]?$/u.test(before)) return null;
  const goesOn = /^\p{Ll}/u.test(next) && !beginsPoint(before, next);
  const isLong = last.length >= wrappedChars && last.length >= longest * wrappedShare;
  return isLong && (goesOn || leadsOn.test(before)) ? `${before} ${next}` : null;
}

/** True where `next` goes on with the sentence that `before` has not ended. */
export function goesOnFrom(before: string, next: string): boolean {
  return !/[.:;!?…]["”»)]?$/u.test(before) && (/^\p{Ll}/u.test(next) || leadsOn.test(before));
}

/** "at …" after "Det indstilles," or after another at-point. */
function beginsPoint(before: string, next: string): boolean {
  return /^at\s+\d/u.test(next) || (/^at\s/u.test(next) && (before.endsWith(",") || /^\s*(?:\d{1,3}[.)]\s+)?at\s/u.test(before)));
}

function joinedWord(before: string, next: string): string {
  if (upToAnother.test(next)) return `${before} ${next}`;
  const first = before.slice(0, -1);
  return capitals.test(first) || /^\p{Lu}/u.test(next) ? before + next : first + next;
}

/** A line of a list with its sign taken off: what kind of list, and its number in it. Null for a line of no list. */
export function listEntry(line: string): { text: string; number: number | null } | null {
  const bullet = /^\s*[•●▪◦‣·–—*-]\s+(?=\S)/u.exec(line);
  if (bullet !== null) return { text: line.slice(bullet[0].length), number: null };
  const numbered = /^\s*(\d{1,3})[.)]\s+(?=\S)/.exec(line);
  return numbered === null ? null : { text: line.slice(numbered[0].length), number: Number(numbered[1]) };
}
