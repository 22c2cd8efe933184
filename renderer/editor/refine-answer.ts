import type { Node } from "@tiptap/pm/model";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import { answerLines } from "../../shared/domain/at-answers.ts";
import { refinements } from "../../shared/domain/refinements.ts";
import { selectFillIn } from "./fill-in.ts";
import { fieldOf, findPart, partAt } from "./parts.ts";

/**
 * The next way to answer the at-point whose answer the caret stands in, as one step to undo: godkendte, godkendte med bemærkning …,
 * udsatte, tog ikke stilling, and round again. Null where the line is no such answer, or one that the referent has written on: what
 * is written is never replaced.
 */
export function refineAnswer(state: EditorState): Transaction | null {
  const { $from, $to } = state.selection;
  const place = partAt($from);
  if (place === null || !$from.sameParent($to) || $from.depth !== 3 || fieldOf(place.part.node) !== "decision") return null;
  const points = findPart(place.item, "recommendations");
  const next = points && nextAnswer(points.node, $from.parent.textContent);
  if (!next) return null;
  const start = $from.start();
  const tr = state.tr.insertText(next, start, $from.end());
  tr.setSelection(Selection.near(tr.doc.resolve(start + next.length), -1));
  return selectFillIn(tr, start, start + next.length).scrollIntoView();
}

function nextAnswer(points: Node, line: string): string | null {
  const number = answerLines([line])[0]?.number;
  const point = number === undefined ? null : points.maybeChild(number - 1);
  if (number === undefined || point === null || point.textContent.trim() === "") return null;
  const ways = refinements(number, point.textContent).map(({ text }) => text);
  const now = ways.indexOf(line);
  return now < 0 ? null : (ways[(now + 1) % ways.length] ?? null);
}
