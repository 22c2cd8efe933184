import type { PrintAtPoint, PrintBlock, PrintRun } from "../document.ts";
import { escaped } from "./escape.ts";

/** The attributes each kind of element gets, each with a space before it; `indented` below an at-point. */
export type Face = {
  paragraph(indented: boolean): string;
  atPoint: string;
  list(indented: boolean): string;
  entry: string;
  link: string;
};

/** Print blocks as paragraphs and lists. A blank entry of a list keeps its number. */
export function blocksHtml(blocks: readonly PrintBlock[], face: Face, indented = false): string {
  return blocks.map((block) => blockHtml(block, face, indented)).join("\n");
}

function blockHtml(block: PrintBlock, face: Face, indented: boolean): string {
  if (block.kind === "paragraph") return `<p${face.paragraph(indented)}>${runsHtml(block.runs, face)}</p>`;
  if (block.kind === "at-point") return atPointHtml(block, face);
  const items = block.items.map((item) => `<li${face.entry}>${entryHtml(item, face)}</li>`).join("\n");
  if (block.kind === "bullets") return `<ul${face.list(indented)}>\n${items}\n</ul>`;
  const start = block.start === 1 ? "" : ` start="${block.start}"`;
  return `<ol${start}${face.list(indented)}>\n${items}\n</ol>`;
}

function atPointHtml({ label, runs, under }: PrintAtPoint, face: Face): string {
  const own = `<p${face.atPoint}><span>${escaped(label)}</span> ${runsHtml(runs, face)}</p>`;
  return under.length === 0 ? own : `${own}\n${blocksHtml(under, face, true)}`;
}

/** The first paragraph of an entry stands straight in it, as those who paste it expect. */
function entryHtml([first, ...rest]: readonly PrintBlock[], face: Face): string {
  if (first === undefined) return "";
  if (first.kind !== "paragraph") return blocksHtml([first, ...rest], face);
  return runsHtml(first.runs, face) + (rest.length === 0 ? "" : `\n${blocksHtml(rest, face)}\n`);
}

function runsHtml(runs: readonly PrintRun[], face: Face): string {
  return runs.map((run) => runHtml(run, face)).join("");
}

function runHtml(run: PrintRun, face: Face): string {
  if (run.kind === "break") return "<br>";
  const bold = run.bold ? `<strong>${escaped(run.text)}</strong>` : escaped(run.text);
  const shown = run.italic ? `<em>${bold}</em>` : bold;
  return run.link === null ? shown : `<a href="${escaped(run.link)}"${face.link}>${shown}</a>`;
}
