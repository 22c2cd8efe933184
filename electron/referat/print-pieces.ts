import type { PrintBlock } from "./document.ts";

/** The words of a block as they are printed, its labels too, in pieces that stand one after the other. */
export function piecesOf(block: PrintBlock): string[] {
  if (block.kind === "bullets" || block.kind === "numbers") return block.items.flatMap((item) => item.flatMap(piecesOf));
  const runs = block.runs.flatMap((run) => (run.kind === "text" ? [run.text] : []));
  return block.kind === "paragraph" ? runs : [block.label, ...runs, ...block.under.flatMap(piecesOf)];
}
