import type { Node } from "@tiptap/pm/model";
import type { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { PlacedNode } from "./parts.ts";

/**
 * The paragraphs and lines of `after` that `before` did not have, in order. Nodes never change in place, so the same ones are passed
 * over unread: the cost is that of what changed and of one look at each punkt.
 */
export function changedBlocks(before: Node | null, after: Node): PlacedNode[] {
  const changed: PlacedNode[] = [];
  compare(before, after, -1, changed);
  return changed;
}

/** `pos` is the position before `after`. */
function compare(before: Node | null, after: Node, pos: number, changed: PlacedNode[]): void {
  if (before === after) return;
  if (after.isTextblock) {
    changed.push({ node: after, pos });
    return;
  }
  const { start, oldEnd, end } = differing(before, after);
  const paired = before !== null && oldEnd === end;
  let at = pos + 1;
  for (let i = 0; i < end; i++) {
    const child = after.child(i);
    if (i >= start) compare(paired ? before.child(i) : null, child, at, changed);
    at += child.nodeSize;
  }
}

function differing(before: Node | null, after: Node): { start: number; oldEnd: number; end: number } {
  let start = 0;
  let oldEnd = before?.childCount ?? 0;
  let end = after.childCount;
  while (start < oldEnd && start < end && before?.child(start) === after.child(start)) start += 1;
  while (oldEnd > start && end > start && before?.child(oldEnd - 1) === after.child(end - 1)) {
    oldEnd -= 1;
    end -= 1;
  }
  return { start, oldEnd, end };
}

/** `set` with the decorations of some blocks drawn anew. */
export function redrawBlocks(
  set: DecorationSet,
  doc: Node,
  blocks: readonly PlacedNode[],
  draw: (block: PlacedNode) => readonly Decoration[],
): DecorationSet {
  return blocks.reduce((drawn, block) => {
    const [from, to] = [block.pos + 1, block.pos + block.node.nodeSize - 1];
    const stale = drawn.find(from, to);
    const fresh = draw(block);
    const kept = stale.length > 0 ? drawn.remove(stale) : drawn;
    return fresh.length > 0 ? kept.add(doc, [...fresh]) : kept;
  }, set);
}

/** The plain text of a paragraph, one character a position: a line break is a line feed. */
export function blockText(block: Node): string {
  return block.textBetween(0, block.content.size, undefined, "\n");
}
