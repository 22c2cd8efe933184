import type { Node } from "@tiptap/pm/model";
import { type AtAnswers, atAnswers } from "../../shared/domain/at-answers.ts";

// Nodes never change, so the text of each is put together once: a key costs that of its own paragraph.
const texts = new WeakMap<Node, string>();

function textOf(block: Node): string {
  const known = texts.get(block);
  if (known !== undefined) return known;
  const text = block.textContent;
  texts.set(block, text);
  return text;
}

/** The plain texts of a part's blocks: the lines of a decision, or the at-points of an indstilling. */
export function blockTexts(part: Node): string[] {
  return part.children.map(textOf);
}

/** How a decision takes up the indstilling. A list in a decision takes up nothing: its numbers are its own. */
export function answersOf(recommendations: Node, decision: Node): AtAnswers {
  const lines = decision.children.map((block) => (block.isTextblock ? textOf(block) : ""));
  return atAnswers(blockTexts(recommendations), lines);
}
