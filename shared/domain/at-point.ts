import { type Block, inlineText } from "./rich-text.ts";

const opening = /^at (\d{1,3})\) /;

/** The number of an at-point ("at 2) rådmanden …" gives 2), or null for any other block. Source: domain.md, idioms of a decision. */
export function atPointNumber(block: Block): number | null {
  if (block.type !== "paragraph") return null;
  const match = opening.exec(inlineText(block.content ?? []));
  return match ? Number(match[1]) : null;
}
