import type { EditorState } from "@tiptap/pm/state";
import { answerLines } from "../../shared/domain/at-answers.ts";
import type { CompletionPlace } from "../../shared/domain/completion.ts";
import { blockTexts } from "./answers.ts";
import { positionedText } from "./fill-in.ts";
import { fieldOf, findPart, partAt } from "./parts.ts";

/** What stands before the caret in its line, and what a decision may take up there. Null at the seams of the document. */
export function placeOfCaret(state: EditorState): { before: string; place?: CompletionPlace } | null {
  const { $head } = state.selection;
  const at = partAt($head);
  if (at === null || !$head.parent.isTextblock) return null;
  const before = positionedText($head.parent).slice(0, $head.parentOffset);
  const points = findPart(at.item, "recommendations");
  if (fieldOf(at.part.node) !== "decision" || $head.depth > 3 || points === null) return { before };
  const lines = blockTexts(at.part.node).filter((_text, index) => index !== $head.index(2));
  return { before, place: { recommendations: blockTexts(points.node), taken: answerLines(lines).map(({ number }) => number) } };
}
