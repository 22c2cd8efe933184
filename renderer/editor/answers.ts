import type { Node } from "@tiptap/pm/model";
import { atPointOf } from "../../shared/domain/at-point.ts";

/** Numbers of the at-points that a decision takes up, each with what is written so far. */
export function takenUpPoints(decision: Node): Map<number, string> {
  const taken = new Map<number, string>();
  decision.forEach((block) => {
    const point = block.type.name === "paragraph" ? atPointOf(block.textContent) : null;
    if (point !== null) taken.set(point.number, point.text);
  });
  return taken;
}

/** Numbers of the at-points that a decision answers: "at n)" followed by a full sentence. Source: tokens.md, At-point. */
export function answeredPoints(decision: Node): Set<number> {
  const full = [...takenUpPoints(decision)].filter(([, text]) => /\S.*[.!?]/.test(text));
  return new Set(full.map(([number]) => number));
}
