import type { Node } from "@tiptap/pm/model";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import { atPointAnswer } from "../../shared/domain/past-tense.ts";
import { answersOf } from "./answers.ts";
import { findPart, isBlankPart, type PlacedNode } from "./parts.ts";

/**
 * The usual decision of a punkt as one step to undo: "Godkendt." where there is no indstilling and nothing is decided yet, else an
 * answer to each at-point that the decision does not take up. `only` answers just that at-point. Null when there is nothing to write.
 */
export function usualDecision(state: EditorState, item: PlacedNode, only: number | null = null): Transaction | null {
  const points = findPart(item, "recommendations");
  const decision = findPart(item, "decision");
  if (points === null || decision === null) return null;
  const lines = isBlankPart(points.node) ? approval(decision.node) : answers(points.node, decision.node, only);
  const paragraph = state.schema.nodes["paragraph"];
  if (lines.length === 0 || paragraph === undefined) return null;
  const last = decision.node.lastChild;
  const end = decision.pos + decision.node.nodeSize - 1;
  const reuse = last?.type === paragraph && last.content.size === 0 ? last.nodeSize : 0;
  const written = lines.map((line) => paragraph.create(null, state.schema.text(line)));
  const tr = state.tr.replaceWith(end - reuse, end, written);
  return tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(end)), -1)).scrollIntoView();
}

function approval(decision: Node): string[] {
  return decision.textContent.trim() === "" ? ["Godkendt."] : [];
}

function answers(points: Node, decision: Node, only: number | null): string[] {
  const unanswered = new Set(answersOf(points, decision).unanswered);
  return points.children.flatMap((point, index) => {
    const number = index + 1;
    const skip = !unanswered.has(number) || (only !== null && only !== number);
    return skip ? [] : [atPointAnswer(number, point.textContent)];
  });
}
