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

function startOf(block: Node): string {
  const first = block.firstChild?.text ?? "";
  return first.length >= "at ".length ? first : block.textBetween(0, Math.min(block.content.size, "at ".length));
}

/** Asked of the line at every letter. */
function beginsAsAnswer(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || (text.startsWith("at") && /\s/.test(text.charAt(2)));
}

/** Only a line that begins with "at" or a number can take up an at-point: the rest of a long decision is not looked at again. */
export function answerText(block: Node): string {
  return block.isTextblock && beginsAsAnswer(startOf(block)) ? textOf(block) : "";
}

/** How a decision takes up the indstilling. A list in a decision takes up nothing: its numbers are its own. */
export function answersOf(recommendations: Node, decision: Node): AtAnswers {
  return atAnswers(blockTexts(recommendations), decision.children.map(answerText));
}
