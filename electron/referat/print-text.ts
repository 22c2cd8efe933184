import { atPointNumber } from "../../shared/domain/at-point.ts";
import {
  type Block,
  type Inline,
  isBlank,
  isPrintedBold,
  type ListItem,
  type Mark,
  type RichText,
  type TextRun,
} from "../../shared/domain/rich-text.ts";
import type { PrintAtPoint, PrintBlock, PrintRun } from "./document.ts";

/** Lists nested deeper than this are printed at this depth: the page has no more room to indent. */
const deepestList = 6;

const lineBreak: PrintRun = { kind: "break" };

const safeTarget = /^(https?:\/\/|mailto:)[^\s]+$/i;

/** Formatted text as print blocks: blank paragraphs are left out, at-points get their hanging label. Empty for blank text. */
export function printBlocks(text: RichText): PrintBlock[] {
  return isBlank(text) ? [] : withAtPoints(text.content);
}

/**
 * What stands between at N and at N+1 belongs under N; after the last at-point of a sequence the text is back at the margin.
 * Source: the decisions of real minutes ("FAS følger op." between at 1 and at 2).
 */
function withAtPoints(blocks: Block[]): PrintBlock[] {
  const printed: PrintBlock[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i] as Block;
    const number = atPointNumber(block);
    if (number === null) {
      printed.push(...printBlock(block, 1));
      continue;
    }
    const next = indexOfNextAtPoint(blocks, i);
    const under = next !== null && atPointNumber(blocks[next] as Block) === number + 1 ? blocks.slice(i + 1, next) : [];
    printed.push({ ...atPoint(block, number), under: under.flatMap((inner) => printBlock(inner, 1)) });
    i += under.length;
  }
  return printed;
}

function indexOfNextAtPoint(blocks: Block[], after: number): number | null {
  const index = blocks.findIndex((block, i) => i > after && atPointNumber(block) !== null);
  return index === -1 ? null : index;
}

function atPoint(block: Block, number: number): PrintAtPoint {
  const label = `at ${number})`;
  const content = block.type === "paragraph" ? (block.content ?? []) : [];
  return { kind: "at-point", label, runs: printRuns(withoutStart(content, `${label} `.length)), under: [] };
}

/** The inline nodes without their first `length` characters; the opening of an at-point may be spread over several runs. */
function withoutStart(content: Inline[], length: number): Inline[] {
  let left = length;
  return content.flatMap((node): Inline[] => {
    if (node.type !== "text" || left === 0) return [node];
    const text = node.text.slice(left);
    left -= node.text.length - text.length;
    return text === "" ? [] : [{ ...node, text }];
  });
}

function printBlock(block: Block, depth: number): PrintBlock[] {
  if (block.type === "paragraph") {
    const runs = printRuns(block.content ?? []);
    return runs.some((run) => run.kind === "text" && run.text.trim() !== "") ? [{ kind: "paragraph", runs }] : [];
  }
  const items = listItems(block.content, depth);
  if (block.type === "bulletList") {
    const written = items.filter((item) => item.length > 0);
    return written.length === 0 ? [] : [{ kind: "bullets", items: written }];
  }
  // A blank point in the middle keeps its number, so that the points after it keep theirs.
  const last = items.findLastIndex((item) => item.length > 0);
  return last === -1 ? [] : [{ kind: "numbers", start: block.attrs?.start ?? 1, items: items.slice(0, last + 1) }];
}

function listItems(items: ListItem[], depth: number): PrintBlock[][] {
  return items.map((item) => item.content.flatMap((inner) => flattened(printBlock(inner, depth + 1), depth)));
}

/** Past the deepest level a nested list's blocks stand straight in the item that holds them. */
function flattened(blocks: PrintBlock[], depth: number): PrintBlock[] {
  if (depth < deepestList) return blocks;
  return blocks.flatMap((block) => (block.kind === "bullets" || block.kind === "numbers" ? block.items.flat() : [block]));
}

/** Runs without breaks at either end, and with at most one empty line between two lines. */
function printRuns(content: Inline[]): PrintRun[] {
  const printed: PrintRun[] = [];
  let breaks = 0;
  for (const run of content.flatMap((node) => (node.type === "hardBreak" ? [lineBreak] : linesOf(node)))) {
    if (run.kind === "break") {
      breaks += 1;
      continue;
    }
    if (printed.length > 0) printed.push(...Array.from({ length: Math.min(breaks, 2) }, () => lineBreak));
    breaks = 0;
    printed.push(run);
  }
  return printed;
}

/** A line feed inside a run is a break like any other. */
function linesOf(run: TextRun): PrintRun[] {
  const look = {
    bold: run.marks?.some(isPrintedBold) ?? false,
    italic: run.marks?.some((mark) => mark.type === "italic") ?? false,
    link: linkOf(run.marks),
  };
  return run.text.split("\n").flatMap((text, i): PrintRun[] => {
    const line: PrintRun[] = text === "" ? [] : [{ kind: "text", text, ...look }];
    return i === 0 ? line : [lineBreak, ...line];
  });
}

function linkOf(marks: Mark[] | undefined): string | null {
  const link = marks?.find((mark) => mark.type === "link");
  return link?.type === "link" && safeTarget.test(link.attrs.href) ? link.attrs.href : null;
}
