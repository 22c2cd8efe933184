import type { Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";

/** The letters that a transaction writes into a line, when it does nothing else but replace letters there; else null. */
export function typedText(tr: Transaction): string | null {
  const step = tr.steps.length === 1 ? tr.steps[0] : undefined;
  if (!(step instanceof ReplaceStep)) return null;
  const { content, openStart, openEnd } = step.slice;
  return openStart + openEnd === 0 && content.childCount === 1 ? (content.firstChild?.text ?? null) : null;
}
