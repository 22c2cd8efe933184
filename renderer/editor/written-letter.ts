import { Mark, type ResolvedPos } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { type Caret, type DrawnNode, drawnAs, type Engine } from "./engine-parts.ts";

/** Text that the browser wrote at the caret, of which the document knows nothing yet. */
export type WrittenLetter = {
  text: string;
  /** Where the caret stood. */
  $at: ResolvedPos;
  /** The run of text it was written in, where that begins, and what it reads now. */
  run: DrawnNode;
  runStart: number;
  runText: string;
  /** What the nodes around the caret are drawn as: the document first, the paragraph last. */
  frames: readonly DrawnNode[];
};

/**
 * The letter that the browser has just written, when that is all it did: one run of text has `text` more where the caret was, and the
 * caret stands behind it. Null for anything else, and where the page does not show the document as it is.
 */
export function findWrittenLetter(engine: Engine, text: string): WrittenLetter | null {
  const { docView, state } = engine;
  const { selection, storedMarks } = state;
  if (!(selection instanceof TextSelection) || !selection.empty || storedMarks !== null || docView?.dirty !== 0) return null;
  const target = onlyTextChanged(engine.domObserver.pendingRecords());
  const run = target && drawnAs(target);
  if (!target || !run?.node?.isText || run.nodeDOM !== target || run.dirty !== 0) return null;
  const { $head } = selection;
  const frames = framesOf(run, $head, docView);
  const offset = caretIn(target, engine.domSelectionRange());
  if (frames === null || offset === null) return null;
  const runStart = run.posAtStart;
  const from = offset - text.length;
  if (from < 0 || runStart + from !== $head.pos || !Mark.sameSet(run.node.marks, $head.marks())) return null;
  const runText = target.data;
  return isWith(run.node.text ?? "", from, text, runText) ? { text, $at: $head, run, runStart, runText, frames } : null;
}

/** Whether `after` is `before` with `text` put in at `from`. */
export function isWith(before: string, from: number, text: string, after: string): boolean {
  return (
    after.length === before.length + text.length &&
    after.startsWith(text, from) &&
    after.startsWith(before.slice(0, from)) &&
    after.endsWith(before.slice(from))
  );
}

/** The one run of text that the browser reports a change of. */
function onlyTextChanged(records: readonly MutationRecord[]): Text | null {
  const target = records[0]?.target;
  if (!(target instanceof Text)) return null;
  return records.every((record) => record.type === "characterData" && record.target === target) ? target : null;
}

function caretIn(text: Text, { anchorNode, anchorOffset, focusNode, focusOffset }: Caret): number | null {
  return anchorNode === text && focusNode === text && anchorOffset === focusOffset ? focusOffset : null;
}

/** Nodes are told by identity: each frame must show the very node that the document has around the caret. */
function framesOf(run: DrawnNode, $head: ResolvedPos, docView: DrawnNode): DrawnNode[] | null {
  const frames: DrawnNode[] = [];
  let depth = $head.depth;
  for (let drawn = run.parent; drawn !== undefined; drawn = drawn.parent) {
    if (drawn.node === undefined) continue;
    if (depth < 0 || drawn.node !== $head.node(depth)) return null;
    frames.push(drawn);
    depth -= 1;
  }
  return depth === -1 && frames.at(-1) === docView ? frames.reverse() : null;
}
