import { atPointNumber, atPointOf } from "../../shared/domain/at-point.ts";
import type { ItemView } from "../../shared/domain/meeting.ts";
import { type Block, inlineText, isBlank } from "../../shared/domain/rich-text.ts";

/** How far a punkt is: nothing written, being written, or decided. */
export type ItemProgress = "empty" | "started" | "decided";

/** Decided once there is a decision and each at-point of the indstilling has its answer; the punkt at the caret is started at least. */
export function itemProgress(item: Pick<ItemView, "decision" | "publicDecision" | "recommendations">, current: boolean): ItemProgress {
  if (isBlank(item.decision) && isBlank(item.publicDecision)) return current ? "started" : "empty";
  const answered = new Set(item.decision.content.map(answeredPoint).filter((number) => number !== null));
  // A decision without a single "at n)" answers the whole indstilling in other words ("Punktet udgik.").
  if (answered.size === 0 && !item.decision.content.some((block) => atPointNumber(block) !== null)) return "decided";
  return item.recommendations.every((_, index) => answered.has(index + 1)) ? "decided" : "started";
}

/** The number of an at-point that is followed by a whole sentence, or null. Source: tokens.md, At-point. */
function answeredPoint(block: Block): number | null {
  const point = block.type === "paragraph" ? atPointOf(inlineText(block.content ?? [])) : null;
  return point !== null && /\S.*[.!?]/.test(point.text) ? point.number : null;
}
