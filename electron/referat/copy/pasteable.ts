import type { PrintAttachment, PrintItem, PrintRecommendation, ReferatDocument } from "../document.ts";
import { blocksHtml, type Face } from "../html/blocks.ts";
import { escaped } from "../html/escape.ts";

const face = "font-family:Calibri,Arial,sans-serif;font-size:11pt";
const indent = "28pt";

/**
 * The style stands on each element: Word and Outlook take no sheet, and the old system keeps only this. Each margin is told by four lengths
 * with their unit: LibreOffice takes a bare 0 for the length before it. A list stands where the program has its lists.
 */
function styled(rest: string): string {
  return ` style="${face};${rest}"`;
}

const inline: Face = {
  paragraph: (under) => styled(`margin:0pt 0pt 6pt ${under ? indent : "0pt"}`),
  atPoint: styled(`margin:0pt 0pt 6pt ${indent};text-indent:-${indent}`),
  list: (under) => styled(`margin-top:0pt;margin-bottom:6pt;${under ? `margin-left:${indent};` : ""}padding-left:24pt`),
  entry: styled("margin-top:0pt;margin-bottom:2pt"),
  link: "",
};

/** The referat as HTML that keeps its structure when it is pasted: headings, lists that are lists, bold and links. */
export function pasteableReferat({ title, facts, categories }: ReferatDocument): string {
  const rows = facts.map(({ label, lines }) => `<strong>${escaped(label)}:</strong> ${lines.map(escaped).join("<br>")}`);
  return whole([
    heading(1, 18, title),
    ...rows.map((row) => `<p${inline.paragraph(false)}>${row}</p>`),
    ...categories.flatMap((category) => [
      category.heading === "" ? "" : heading(2, 15, category.heading),
      ...category.items.flatMap((item) => itemParts(item)),
    ]),
  ]);
}

export function pasteableItem(item: PrintItem): string {
  return whole(itemParts(item));
}

/** In Danish, so that Word's spelling reads it as that. */
function whole(parts: readonly string[]): string {
  return `<div lang="da">\n${parts.filter((part) => part !== "").join("\n")}\n</div>`;
}

function heading(level: number, size: number, text: string): string {
  return `<h${level} style="${face.replace("11pt", `${size}pt`)};font-weight:bold;margin:14pt 0pt 6pt 0pt">${escaped(text)}</h${level}>`;
}

function line(text: string): string {
  return `<p${inline.paragraph(false)}>${escaped(text)}</p>`;
}

function itemParts({ heading: title, mark, agendaText, recommendations, decision, attachments }: PrintItem): string[] {
  return [
    heading(3, 13, title),
    mark === "" ? "" : line(mark),
    blocksHtml(agendaText, inline),
    recommendationsHtml(recommendations),
    decision === null ? "" : `${heading(4, 11, decision.heading)}\n${blocksHtml(decision.blocks, inline)}`,
    ...attachments.map(({ stamp }: PrintAttachment) => line(stamp)),
  ];
}

/** A number that is left out begins a new list: not every program keeps the number of one entry. */
function recommendationsHtml(points: readonly PrintRecommendation[]): string {
  if (points.length === 0) return "";
  const lists: PrintRecommendation[][] = [];
  for (const point of points) {
    const last = lists.at(-1);
    if (last?.at(-1)?.number === point.number - 1) last.push(point);
    else lists.push([point]);
  }
  const html = lists.map((list) => {
    const start = list[0]?.number === 1 ? "" : ` start="${list[0]?.number}"`;
    return `<ol${start}${inline.list(false)}>\n${list.map(({ text }) => `<li${inline.entry}>${escaped(text)}</li>`).join("\n")}\n</ol>`;
  });
  return [line("Det indstilles,"), ...html].join("\n");
}
