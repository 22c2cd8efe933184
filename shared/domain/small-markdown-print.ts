import type { Block, Inline, ListItem, RichText, TextRun } from "./rich-text.ts";
import { normalRichText } from "./rich-text-normal.ts";

/** The small Markdown of a rich text: `parseSmallMarkdown` of it gives the normal form of the same text back. */
export function printSmallMarkdown(text: RichText): string {
  return printBlocks(normalRichText(text).content, false).join("\n");
}

/** The lines of blocks. In a list item a nested list follows its paragraph at once; two empty lines part lists of one kind. */
function printBlocks(blocks: readonly Block[], inItem: boolean): string[] {
  const lines: string[] = [];
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    if (before !== undefined && before.type === block.type && block.type !== "paragraph") lines.push("", "");
    else if (before !== undefined && !(inItem && before.type === "paragraph" && block.type !== "paragraph")) lines.push("");
    for (const line of printBlock(block)) lines.push(line);
  });
  return lines;
}

function printBlock(block: Block): string[] {
  if (block.type === "paragraph") return printParagraph(block.content ?? []);
  if (block.type === "bulletList") return block.content.flatMap((item) => printItem(item, "- "));
  const start = block.attrs?.start ?? 1;
  return block.content.flatMap((item, index) => printItem(item, `${start + index}. `));
}

function printItem(item: ListItem, marker: string): string[] {
  const indent = " ".repeat(marker.length);
  return printBlocks(item.content, true).map((line, index) => (index === 0 ? marker + line : line === "" ? "" : indent + line));
}

function printParagraph(content: readonly Inline[]): string[] {
  const lines: TextRun[][] = [[]];
  for (const node of content) {
    if (node.type === "hardBreak") lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines.map((runs, index) => guardStart(printRuns(runs), index > 0));
}

/** A line must not be read as empty, as indented, as a list's, or (inside a paragraph) as a new at-point. */
function guardStart(line: string, continues: boolean): string {
  if (line === "") return "\\";
  if (/^(- |[ \t])/.test(line)) return `\\${line}`;
  const number = /^\d{1,7}(?=\. )/.exec(line) ?? (continues ? /^at \d{1,3}(?=\) )/.exec(line) : null);
  return number === null ? line : `${number[0]}\\${line.slice(number[0].length)}`;
}

function printRuns(runs: readonly TextRun[]): string {
  let line = "";
  for (let index = 0; index <= runs.length; index += 1) {
    const before = runs[index - 1];
    const run = runs[index];
    const href = linkOf(run);
    const wasHref = linkOf(before);
    if (wasHref !== null && wasHref !== href) line += `](${wasHref.replace(/[\\()[]/g, "\\$&")})`;
    line += "*".repeat(starsBetween(before, run));
    if (href !== null && href !== wasHref) line += "[";
    if (run !== undefined) line += printText(run, before, runs[index + 1]);
  }
  return line;
}

/** Text with every sign of a mark escaped, and a space too where stars need something else beside them. */
function printText(run: TextRun, before: TextRun | undefined, after: TextRun | undefined): string {
  let text = run.text.replace(/[\\*[\]]/g, "\\$&");
  if (losesStyle(run, after) && /[ \t]$/.test(text)) text = `${text.slice(0, -1)}\\${text.slice(-1)}`;
  return losesStyle(run, before) && /^[ \t]/.test(text) ? `\\${text}` : text;
}

const styles = ["bold", "italic"] as const;

function hasStyle(run: TextRun | undefined, style: (typeof styles)[number]): boolean {
  return run?.marks?.some((mark) => mark.type === style) ?? false;
}

function losesStyle(run: TextRun, beside: TextRun | undefined): boolean {
  return styles.some((style) => hasStyle(run, style) && !hasStyle(beside, style));
}

/** One star turns italic on or off, two turn bold, three turn both. */
function starsBetween(one: TextRun | undefined, other: TextRun | undefined): number {
  const turns = (style: (typeof styles)[number]): boolean => hasStyle(one, style) !== hasStyle(other, style);
  return (turns("italic") ? 1 : 0) + (turns("bold") ? 2 : 0);
}

function linkOf(run: TextRun | undefined): string | null {
  const link = run?.marks?.find((mark) => mark.type === "link");
  return link?.type === "link" ? link.attrs.href : null;
}
