import type { XmlListener } from "./xml.ts";

type Level = { format: string; text: string; start: number };
type Definition = { levels: Map<number, Level>; counts: number[] };
type List = { definition: string; starts: Map<number, number>; begun: boolean };

/** Hears `word/numbering.xml`; `next` then gives the label of the next point of a list, as Word would write it before it. */
export type Numbering = { listener: XmlListener; next(numId: string, level: number): string };

const bullet = "•";
const dashes = new Set(["-", "–", "—"]);

export function createNumbering(): Numbering {
  const definitions = new Map<string, Definition>();
  const lists = new Map<string, List>();
  return { listener: listen(definitions, lists), next: (numId, level) => nextLabel(definitions, lists.get(numId), level) };
}

function listen(definitions: Map<string, Definition>, lists: Map<string, List>): XmlListener {
  let definition: Definition | null = null;
  let list: List | null = null;
  let level: Level | null = null;
  let at = 0;
  return {
    open({ name, value }) {
      const val = value("val") ?? "";
      if (name === "w:abstractNum") {
        definition = { levels: new Map(), counts: [] };
        definitions.set(value("abstractNumId") ?? "", definition);
      } else if (name === "w:num") {
        list = { definition: "", starts: new Map(), begun: false };
        lists.set(value("numId") ?? "", list);
      } else if (name === "w:abstractNumId" && list !== null) list.definition = val;
      else if (name === "w:lvlOverride") at = Number(value("ilvl"));
      else if (name === "w:startOverride") list?.starts.set(at, Number(val));
      else if (name === "w:lvl" && list === null) {
        level = { format: "decimal", text: "", start: 1 };
        definition?.levels.set(Number(value("ilvl")), level);
      } else if (level === null) return;
      else if (name === "w:start") level.start = Number(val);
      else if (name === "w:numFmt") level.format = val;
      else if (name === "w:lvlText") level.text = val;
    },
    text() {},
    close(name) {
      if (name === "w:lvl") level = null;
      else if (name === "w:num") list = null;
      else if (name === "w:abstractNum") definition = null;
    },
  };
}

function nextLabel(definitions: Map<string, Definition>, list: List | undefined, at: number): string {
  const definition = definitions.get(list?.definition ?? "");
  const level = definition?.levels.get(at);
  if (list === undefined || definition === undefined || level === undefined) return bullet;
  if (!list.begun) for (const [index, start] of list.starts) definition.counts[index] = start - 1;
  list.begun = true;
  const { counts } = definition;
  counts[at] = (counts[at] ?? level.start - 1) + 1;
  counts.length = at + 1;
  if (level.format === "bullet") return dashes.has(level.text) ? "–" : bullet;
  if (level.format === "none") return "";
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const other = definition.levels.get(index) ?? level;
    return written(counts[index] ?? other.start, other.format);
  });
}

function written(count: number, format: string): string {
  if (format === "lowerLetter") return letters(count);
  if (format === "upperLetter") return letters(count).toUpperCase();
  if (format === "lowerRoman") return roman(count).toLowerCase();
  if (format === "upperRoman") return roman(count);
  return String(count);
}

/** "a" to "z", then "aa", "bb" as Word has them. */
function letters(count: number): string {
  const at = Math.max(0, count - 1);
  return "abcdefghijklmnopqrstuvwxyz".charAt(at % 26).repeat(Math.min(5, Math.floor(at / 26) + 1));
}

const romans: readonly [number, string][] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(count: number): string {
  if (!(count > 0 && count < 4_000)) return String(count);
  let left = count;
  let text = "";
  for (const [value, sign] of romans)
    while (left >= value) {
      text += sign;
      left -= value;
    }
  return text;
}
