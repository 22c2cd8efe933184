import type { PrintBlock, PrintItem, PrintRun, ReferatDocument } from "../document.ts";

/** The referat as plain text for a program that takes no other, numbers and bullets written out. Parts are an empty line apart. */
export function plainReferat({ title, facts, categories }: ReferatDocument): string {
  const head = facts.map(({ label, lines }) => `${label}: ${lines.join("\n")}`).join("\n");
  const parts = categories.flatMap(({ heading, items }) => [heading, ...items.map(plainItem)]);
  return joined([title, head, ...parts], "\n\n\n");
}

export function plainItem({ heading, mark, agendaText, recommendations, decision, attachments }: PrintItem): string {
  const points = recommendations.map(({ number, text }) => `${number}. ${text}`);
  return joined([
    joined([heading, mark], "\n"),
    plainBlocks(agendaText),
    points.length === 0 ? "" : ["Det indstilles,", ...points].join("\n"),
    decision === null ? "" : joined([decision.heading, plainBlocks(decision.blocks)]),
    attachments.map(({ stamp }) => stamp).join("\n"),
  ]);
}

function joined(parts: readonly string[], between = "\n\n"): string {
  return parts.filter((part) => part !== "").join(between);
}

function plainBlocks(blocks: readonly PrintBlock[]): string {
  return joined(blocks.map(plainBlock));
}

function plainBlock(block: PrintBlock): string {
  if (block.kind === "paragraph") return plainRuns(block.runs);
  if (block.kind === "at-point") return joined([`${block.label} ${plainRuns(block.runs)}`, plainBlocks(block.under)], "\n");
  const label = (index: number): string => (block.kind === "bullets" ? "-" : `${block.start + index}.`);
  return block.items.map((item, i) => indented(`${label(i)} `, item.map(plainBlock).join("\n"))).join("\n");
}

/** The first line begins with the label, and the others stand under its words. */
function indented(label: string, text: string): string {
  return `${label}${text.replaceAll("\n", `\n${" ".repeat(label.length)}`)}`.trimEnd();
}

function plainRuns(runs: readonly PrintRun[]): string {
  return runs.map((run) => (run.kind === "break" ? "\n" : run.text.replace(/\u200b/g, ""))).join("");
}
