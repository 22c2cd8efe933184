import { Fragment, type Node, type Schema, Slice } from "@tiptap/pm/model";

const blocks = new Set(["paragraph", "bulletList", "orderedList", "listItem"]);

function isRecordText(node: Node): boolean {
  return node.isInline || blocks.has(node.type.name);
}

/** A piece of the document without punkter and parts around it: text, paragraphs and lists that fit in any decision. */
export function plainSlice(slice: Slice, schema: Schema): Slice {
  let { content, openStart, openEnd } = slice;
  let only = content.childCount === 1 ? content.firstChild : null;
  while (only !== null && !isRecordText(only)) {
    content = only.content;
    openStart = Math.max(0, openStart - 1);
    openEnd = Math.max(0, openEnd - 1);
    only = content.childCount === 1 ? content.firstChild : null;
  }
  if (content.content.every(isRecordText)) return new Slice(content, openStart, openEnd);
  const flat = Fragment.from(blocksOf(content, schema));
  return new Slice(flat, flat.firstChild?.isTextblock ? 1 : 0, flat.lastChild?.isTextblock ? 1 : 0);
}

function blocksOf(content: Fragment, schema: Schema): Node[] {
  const paragraph = schema.nodes["paragraph"];
  if (paragraph === undefined) return [];
  return content.content.flatMap((node) => {
    if (node.isInline) return [paragraph.create(null, node)];
    if (isRecordText(node)) return [node];
    if (!node.isTextblock) return blocksOf(node.content, schema);
    return node.content.size > 0 ? [paragraph.create(null, node.content)] : [];
  });
}

/** The words of a slice on one line. */
export function sliceLine(slice: Slice): string {
  return slice.content.textBetween(0, slice.content.size, " ", " ").replace(/\s+/g, " ").trim();
}
