import type { Mark as EditorMark, Node } from "@tiptap/pm/model";
import type { FieldChange, Recommendation } from "../../shared/domain/meeting.ts";
import { type Block, emptyRichText, type Inline, type ListItem, type Mark, type RichText } from "../../shared/domain/rich-text.ts";
import { storableText } from "../../shared/domain/text.ts";
import { followUpId, isMarked } from "./extensions/follow-up-mark.ts";
import { type DirtyPart, fieldOf, findItem, findPart } from "./parts.ts";

/** The given parts as they stand in the document, ready to be saved. A part that is no longer there is left out. */
export function collectParts(doc: Node, parts: readonly DirtyPart[]): FieldChange[] {
  return parts.flatMap(({ itemId, field }) => {
    const item = findItem(doc, itemId);
    const part = item && findPart(item, field);
    return part ? [partChange(itemId, part.node)] : [];
  });
}

/** The value of one part as the change that saves it. */
export function partChange(itemId: string, part: Node): FieldChange {
  const field = fieldOf(part);
  if (field === "title") return { entity: "item", id: itemId, field, value: lineOf(part) };
  if (field === "recommendations") return { entity: "item", id: itemId, field, value: recommendationsOf(part) };
  return { entity: "item", id: itemId, field, value: richTextOf(part) };
}

function lineOf(node: Node): string {
  return storableText(node.textContent).replace(/\s*\n\s*/g, " ");
}

function recommendationsOf(part: Node): Recommendation[] {
  const points: Recommendation[] = [];
  part.forEach((point) => {
    const text = lineOf(point);
    if (text.trim() !== "") points.push({ id: String(point.attrs["id"]), text });
  });
  return points;
}

function richTextOf(part: Node): RichText {
  const content = blocksOf(part);
  const lone = content.length === 1 && content[0]?.type === "paragraph" && content[0].content === undefined;
  return lone ? emptyRichText : { type: "doc", content };
}

function blocksOf(parent: Node): Block[] {
  const blocks: Block[] = [];
  parent.forEach((node) => {
    blocks.push(blockOf(node));
  });
  return blocks;
}

function blockOf(node: Node): Block {
  if (node.type.name === "bulletList") return { type: "bulletList", content: entriesOf(node) };
  if (node.type.name === "orderedList") return orderedListOf(node);
  const content = inlineOf(node);
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
}

function orderedListOf(node: Node): Block {
  const start = Math.min(Math.max(Math.trunc(Number(node.attrs["start"]) || 0), 0), 9_999);
  const content = entriesOf(node);
  return start === 1 ? { type: "orderedList", content } : { type: "orderedList", attrs: { start }, content };
}

function entriesOf(list: Node): ListItem[] {
  const entries: ListItem[] = [];
  list.forEach((entry) => {
    entries.push({ type: "listItem", content: blocksOf(entry) });
  });
  return entries;
}

function inlineOf(paragraph: Node): Inline[] {
  const runs: Inline[] = [];
  paragraph.forEach((node) => {
    if (node.type.name === "hardBreak") runs.push({ type: "hardBreak" });
    const text = storableText(node.text ?? "");
    if (text === "") return;
    const marks = node.marks.map(markOf);
    runs.push(marks.length > 0 ? { type: "text", text, marks } : { type: "text", text });
  });
  return runs;
}

function markOf(mark: EditorMark): Mark {
  if (mark.type.name === "bold") return { type: "bold" };
  if (mark.type.name === "italic") return { type: "italic" };
  if (mark.type.name === "followUp")
    return { type: "followUp", attrs: { id: followUpId(mark), state: isMarked(mark) ? "marked" : "dismissed" } };
  return { type: "link", attrs: { href: String(mark.attrs["href"]) } };
}
