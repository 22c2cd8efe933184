import { type Block, inlineText } from "./rich-text.ts";

const opening = /^at (\d{1,3})\) /;

/** The number of an at-point ("at 2) rådmanden …" gives 2), or null for any other block. Source: domain.md, idioms of a decision. */
export function atPointNumber(block: Block): number | null {
  return block.type === "paragraph" ? (atPointOf(inlineText(block.content ?? []))?.number ?? null) : null;
}

/** A paragraph's words as an at-point: its number, and what follows "at n) ". Null for any other text. */
export function atPointOf(text: string): { number: number; text: string } | null {
  const match = opening.exec(text);
  return match ? { number: Number(match[1]), text: text.slice(match[0].length) } : null;
}
