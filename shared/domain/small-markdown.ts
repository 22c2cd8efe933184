import type { Block, BulletList, ListItem, OrderedList, RichText } from "./rich-text.ts";
import { normalRichText } from "./rich-text-normal.ts";
import { parseInline } from "./small-markdown-inline.ts";
import { storableText } from "./text.ts";

export { printSmallMarkdown } from "./small-markdown-print.ts";

/** Lists inside lists that a stored rich text has room for (`limits.richTextDepth`); deeper indentation joins the deepest. */
const deepestList = 14;

/** The highest number a list may open with, as the schema of rich text has it. */
const highestStart = 9_999;

type List = BulletList | OrderedList;
type Marker = { ordered: boolean; number: number; text: string };

/** Where a line may go: the document, or the last item of an open list whose marker stood at `indent`. */
type Level = { indent: number; blocks: Block[] };

/**
 * Reads the small Markdown of the meeting file (docs/meeting-format.md): paragraphs, `- ` and `1. ` lists nested by indentation,
 * `at 1) ` paragraphs, bold, italic and links. Anything else is literal text; it never throws. Linear in the text's length.
 */
export function parseSmallMarkdown(text: string): RichText {
  const reader = new BlockReader();
  for (const line of storableText(text).split("\n")) reader.take(line);
  return normalRichText({ type: "doc", content: reader.finish() });
}

class BlockReader {
  readonly #document: Block[] = [];
  #levels: Level[] = [];
  #paragraph: { into: Block[]; lines: string[] } | null = null;
  #emptyLines = 0;

  take(line: string): void {
    const content = line.replace(/^[ \t]+/, "");
    if (content === "") {
      this.#endParagraph();
      this.#emptyLines += 1;
      return;
    }
    const indent = indentOf(line);
    const marker = readMarker(content);
    if (marker === null || !this.#takeMarker(indent, marker)) this.#takeText(indent, content);
    this.#emptyLines = 0;
  }

  finish(): Block[] {
    this.#endParagraph();
    return this.#document;
  }

  #takeText(indent: number, content: string): void {
    this.#levels = this.#levels.slice(0, this.#levels.findLastIndex((level) => indent >= level.indent + 2) + 1);
    const into = this.#levels.at(-1)?.blocks ?? this.#document;
    if (this.#paragraph?.into === into && !/^at \d{1,3}\) /.test(content)) this.#paragraph.lines.push(content);
    else this.#beginParagraph(into, content);
  }

  /** False when the number is too high to open a list with; the line is then text. */
  #takeMarker(indent: number, marker: Marker): boolean {
    const depth = this.#levels.findLastIndex((level) => indent >= level.indent + 2) + 1;
    const outer = this.#levels.slice(0, Math.min(depth, deepestList - 1));
    const into = outer.at(-1)?.blocks ?? this.#document;
    const open = this.#openList(into, marker);
    if (open === null && marker.number > highestStart) return false;
    this.#endParagraph();
    const list = open ?? newList(marker);
    if (open === null) into.push(list);
    const item: ListItem = { type: "listItem", content: [] };
    list.content.push(item);
    this.#levels = [...outer, { indent, blocks: item.content }];
    this.#beginParagraph(item.content, marker.text);
    return true;
  }

  /** The list that a marker goes on with: of its kind, with the next number, and not parted from it by two empty lines. */
  #openList(into: Block[], marker: Marker): List | null {
    const last = this.#paragraph?.into === into ? undefined : into.at(-1);
    if (this.#emptyLines >= 2 || last === undefined || last.type === "paragraph") return null;
    const goesOn = last.type === "orderedList" ? marker.ordered && nextNumber(last) === marker.number : !marker.ordered;
    return goesOn ? last : null;
  }

  #beginParagraph(into: Block[], content: string): void {
    this.#endParagraph();
    this.#paragraph = { into, lines: content === "" ? [] : [content] };
  }

  #endParagraph(): void {
    if (this.#paragraph === null) return;
    this.#paragraph.into.push({ type: "paragraph", content: parseInline(this.#paragraph.lines.join("\n")) });
    this.#paragraph = null;
  }
}

function nextNumber(list: OrderedList): number {
  return (list.attrs?.start ?? 1) + list.content.length;
}

function newList(marker: Marker): List {
  if (!marker.ordered) return { type: "bulletList", content: [] };
  return { type: "orderedList", attrs: { start: marker.number }, content: [] };
}

function readMarker(content: string): Marker | null {
  if (content.startsWith("- ")) return { ordered: false, number: 0, text: content.slice(2).replace(/^[ \t]+/, "") };
  const match = /^(0|[1-9]\d{0,6})\. [ \t]*(.*)$/s.exec(content);
  return match === null ? null : { ordered: true, number: Number(match[1]), text: match[2] ?? "" };
}

/** Columns of white space at the start; a tab goes to the next fourth column. */
function indentOf(line: string): number {
  let columns = 0;
  for (const char of line) {
    if (char === " ") columns += 1;
    else if (char === "\t") columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}
