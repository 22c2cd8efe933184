import type { Node } from "@tiptap/pm/model";
import { limits, utf8Bytes } from "../../shared/domain/limits.ts";
import { changedItems } from "./changed-items.ts";
import { editorTexts } from "./texts.ts";

/** Levels of lists within lists; well inside what `limits.richTextDepth` takes, and more than a page has room for. */
const listLevels = 8;

type Measure = { bytes: number; levels: number };
type TextBytes = (text: string) => number;

// Nodes never change, so each is measured once: a key costs the measure of its own paragraph, whose text is another one every time.
const measured = new WeakMap<Node, Measure>();
const estimated = new WeakMap<Node, Measure>();

/** At least the bytes of the node as stored JSON, never less; and how deep its lists go. */
const measure = (node: Node): Measure => measureWith(node, jsonBytes, measured);

/** At least what {@link measure} gives; the letters of a text are counted, not looked at. */
const estimate = (node: Node): Measure => measureWith(node, mostBytes, estimated);

function measureWith(node: Node, textBytes: TextBytes, known: WeakMap<Node, Measure>): Measure {
  if (node.isText) return measureText(node, textBytes);
  const before = known.get(node);
  if (before !== undefined) return before;
  const result = measureChildren(node, textBytes, known);
  known.set(node, result);
  return result;
}

function measureText(node: Node, textBytes: TextBytes): Measure {
  const marks = node.marks.reduce((sum, mark) => sum + 48 + utf8Bytes(JSON.stringify(mark.attrs)), 0);
  return { bytes: 48 + textBytes(node.text ?? "") + marks, levels: 0 };
}

const mostBytes: TextBytes = (text) => 2 + 6 * text.length;

/** Bytes of a text in JSON, at least; in one pass, as it is asked at every key of a field that is nearly full. */
function jsonBytes(text: string): number {
  let bytes = 2;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20) bytes += 6;
    else if (unit < 0x80) bytes += unit === 0x22 || unit === 0x5c ? 2 : 1;
    else bytes += unit < 0x800 ? 2 : 3;
  }
  return bytes;
}

function measureChildren(node: Node, textBytes: TextBytes, known: WeakMap<Node, Measure>): Measure {
  let bytes = 64;
  let levels = 0;
  node.forEach((child) => {
    const inner = measureWith(child, textBytes, known);
    bytes += inner.bytes;
    levels = Math.max(levels, inner.levels);
  });
  return { bytes, levels: levels + (node.type.name === "listItem" ? 1 : 0) };
}

/** {@link estimate} of a node that follows from one that was measured: where one child is another, only that is looked at. */
function estimateFrom(before: Node, after: Node): Measure {
  const was = estimated.get(before);
  const index = was === undefined ? null : onlyOtherChild(before, after);
  if (was === undefined || index === null) return estimate(after);
  const [old, now] = [estimate(before.child(index)), estimate(after.child(index))];
  if (old.levels !== now.levels) return estimate(after);
  const result = { bytes: was.bytes - old.bytes + now.bytes, levels: was.levels };
  estimated.set(after, result);
  return result;
}

function onlyOtherChild(before: Node, after: Node): number | null {
  if (before.childCount !== after.childCount) return null;
  let found: number | null = null;
  for (let index = 0; index < after.childCount; index += 1) {
    if (before.child(index) === after.child(index)) continue;
    if (found !== null) return null;
    found = index;
  }
  return found;
}

/** Why the edit from `before` to `after` cannot be stored, in Danish, or null. What only shrinks is never refused. Both have the same punkter. */
export function findGrowthProblem(before: Node, after: Node): string | null {
  for (const { before: oldItem, after: item } of changedItems(before, after) ?? []) {
    for (let p = 0; p < item.childCount; p++) {
      const problem = oldItem.child(p) === item.child(p) ? null : partProblem(oldItem.child(p), item.child(p));
      if (problem !== null) return problem;
    }
  }
  return null;
}

function partProblem(before: Node, after: Node): string | null {
  if (after.type.name === "itemTitle") {
    const grows = after.content.size > before.content.size;
    return grows && after.content.size > limits.lineChars ? editorTexts.titleFull : null;
  }
  if (after.type.name === "recommendations") return pointsProblem(before, after);
  const most = estimateFrom(before, after);
  if (most.bytes <= limits.richTextBytes && most.levels <= listLevels) return null;
  const [old, now] = [measure(before), measure(after)];
  if (now.bytes > limits.richTextBytes && now.bytes > old.bytes) return editorTexts.fieldFull;
  return now.levels > listLevels && now.levels > old.levels ? editorTexts.tooDeep : null;
}

function pointsProblem(before: Node, after: Node): string | null {
  if (after.childCount > 100 && after.childCount > before.childCount) return editorTexts.tooManyPoints;
  const grows = after.content.size > before.content.size;
  return grows && after.children.some((point) => point.content.size > 20_000) ? editorTexts.pointFull : null;
}
