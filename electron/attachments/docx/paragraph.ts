import type { FileBlock, PrintRun } from "../../referat/document.ts";
import type { Numbering } from "./numbering.ts";
import type { WordStyle } from "./styles.ts";

/** A list's points as Word has them: one after the other, each with its depth. */
export type FlatBlock = Exclude<FileBlock, { kind: "points" }> | WordPoint;
type WordPoint = { kind: "point"; list: string; level: number; label: string; runs: PrintRun[] };

/** A paragraph while it is read; what its own properties say goes before its style. */
export type WordParagraph = { style: string | null; numId: string | null; level: number | null; heading: number | null; runs: PrintRun[] };

export type Look = { bold: boolean; italic: boolean; hidden: boolean };

const deepestPoint = 5;

export function addRunText(paragraph: WordParagraph, text: string, { bold, italic }: Look): void {
  const last = paragraph.runs.at(-1);
  if (last?.kind === "text" && last.bold === bold && last.italic === italic) last.text += text;
  else paragraph.runs.push({ kind: "text", text, bold, italic, link: null });
}

/** What a paragraph is printed as; null for one that shows nothing. A blank point counts all the same, as it does in Word. */
export function finishParagraph(paragraph: WordParagraph, style: WordStyle, numbering: Numbering): FlatBlock | null {
  const numId = paragraph.numId ?? style.numId;
  const level = Math.min(deepestPoint, Math.max(0, paragraph.level ?? style.level ?? 0));
  const label = numId === null || numId === "0" ? "" : numbering.next(numId, level);
  const runs = withoutEdges(paragraph.runs);
  if (style.hidden || runs.length === 0) return null;
  const heading = paragraph.heading ?? style.heading;
  if (heading !== null) return { kind: "heading", level: heading, runs: label === "" ? runs : [plain(`${label} `), ...runs] };
  return label === "" ? { kind: "paragraph", runs } : { kind: "point", list: numId ?? "", level, label, runs };
}

export function plain(text: string, bold = false): PrintRun {
  return { kind: "text", text, bold, italic: false, link: null };
}

/** Without breaks and blank text at either end; empty when there is no word in it. */
function withoutEdges(runs: readonly PrintRun[]): PrintRun[] {
  const says = (run: PrintRun): boolean => run.kind === "text" && run.text.trim() !== "";
  return runs.slice(Math.max(0, runs.findIndex(says)), runs.findLastIndex(says) + 1);
}

/** Points gathered into lists, those that lie deeper within the one before them; headings of a file in their order, none skipped. */
export function nestBlocks(flat: readonly FlatBlock[]): FileBlock[] {
  const root: FileBlock[] = [];
  let open: { point: WordPoint; blocks: FileBlock[] }[] = [];
  let heading = 0;
  for (const block of flat) {
    if (block.kind !== "point") {
      open = [];
      if (block.kind === "heading") heading = Math.min(block.level, heading + 1, deepestHeading);
      root.push(block.kind === "heading" ? { ...block, level: heading } : block);
      continue;
    }
    const before = open.find(({ point }) => point.level === block.level)?.point;
    open = open.filter(({ point }) => point.level < block.level);
    const within = open.at(-1)?.blocks ?? root;
    const item = { label: block.label, blocks: [{ kind: "paragraph", runs: block.runs }] as FileBlock[] };
    const last = within.at(-1);
    if (last?.kind === "points" && before?.list === block.list) last.items.push(item);
    else within.push({ kind: "points", items: [item] });
    open.push({ point: block, blocks: item.blocks });
  }
  return root;
}

const deepestHeading = 3;

/** In a table a heading is bold, no more: the outline of a document does not go through its tables. */
export function nestCell(flat: readonly FlatBlock[]): FileBlock[] {
  return nestBlocks(
    flat.map((block) =>
      block.kind === "heading"
        ? { kind: "paragraph", runs: block.runs.map((run) => (run.kind === "text" ? { ...run, bold: true } : run)) }
        : block,
    ),
  );
}
