import { type Block, type Inline, isPrintedBold, type ListItem, type Mark, type RichText } from "./rich-text.ts";
import { storableText } from "./text.ts";

/**
 * The one form of a rich text that prints the same: text storable, runs with equal marks joined, marks in a fixed order, line
 * feeds as hard breaks, marked follow-ups as bold, list items opening with a paragraph (as the editor demands), no empty
 * paragraphs first or last.
 */
export function normalRichText(text: RichText): RichText {
  const content = text.content.map(normalBlock);
  const isEmpty = (block: Block | undefined): boolean => block?.type === "paragraph" && block.content === undefined;
  let end = content.length;
  while (end > 0 && isEmpty(content[end - 1])) end -= 1;
  let start = 0;
  while (start < end && isEmpty(content[start])) start += 1;
  return { type: "doc", content: content.slice(start, end) };
}

function normalBlock(block: Block): Block {
  if (block.type === "paragraph") {
    const content = normalInline(block.content ?? []);
    return content.length === 0 ? { type: "paragraph" } : { type: "paragraph", content };
  }
  if (block.type === "bulletList") return { type: "bulletList", content: block.content.map(normalItem) };
  return { type: "orderedList", attrs: { start: block.attrs?.start ?? 1 }, content: block.content.map(normalItem) };
}

function normalItem(item: ListItem): ListItem {
  const content = item.content.map(normalBlock);
  return { type: "listItem", content: content[0]?.type === "paragraph" ? content : [{ type: "paragraph" }, ...content] };
}

/** Inline nodes with equal neighbours joined; a run without text is dropped. */
function normalInline(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    if (node.type === "hardBreak") {
      joined.push({ type: "hardBreak" });
      continue;
    }
    const marks = node.marks === undefined || node.marks.length === 0 ? [] : normalMarks(node.marks);
    storableText(node.text)
      .split("\n")
      .forEach((line, index) => {
        if (index > 0) joined.push({ type: "hardBreak" });
        if (line !== "") pushRun(joined, line, marks);
      });
  }
  return joined;
}

function pushRun(joined: Inline[], text: string, marks: Mark[]): void {
  const last = joined.at(-1);
  if (last?.type === "text" && sameMarks(last.marks ?? [], marks)) last.text += text;
  else joined.push(marks.length === 0 ? { type: "text", text } : { type: "text", text, marks });
}

function normalMarks(marks: readonly Mark[]): Mark[] {
  const link = marks.find((mark) => mark.type === "link");
  const href = link === undefined ? "" : storableText(link.attrs.href);
  return [
    ...(marks.some(isPrintedBold) ? [{ type: "bold" } as const] : []),
    ...(marks.some((mark) => mark.type === "italic") ? [{ type: "italic" } as const] : []),
    ...(/^(https?:\/\/|mailto:)\S+$/i.test(href) ? [{ type: "link", attrs: { href } } as const] : []),
  ];
}

function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every((mark, index) => markKey(mark) === markKey(other[index]));
}

function markKey(mark: Mark | undefined): string {
  return mark?.type === "link" ? `link ${mark.attrs.href}` : (mark?.type ?? "");
}
