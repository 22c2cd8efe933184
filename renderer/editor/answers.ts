import type { Node } from "@tiptap/pm/model";
import { type AtAnswers, atAnswers } from "../../shared/domain/at-answers.ts";

/** The plain texts of a part's blocks: the lines of a decision, or the at-points of an indstilling. */
export function blockTexts(part: Node): string[] {
  return part.children.map((block) => block.textContent);
}

/** How a decision takes up the indstilling. A list in a decision takes up nothing: its numbers are its own. */
export function answersOf(recommendations: Node, decision: Node): AtAnswers {
  const lines = decision.children.map((block) => (block.isTextblock ? block.textContent : ""));
  return atAnswers(blockTexts(recommendations), lines);
}
