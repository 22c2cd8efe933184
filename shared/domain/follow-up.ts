import { dueIn } from "./due.ts";
import { readOwners } from "./follow-up-owners.ts";
import { type FoundFollowUp, findFollowUps } from "./follow-up-sentence.ts";
import type { KnownName } from "./known-name.ts";
import { type Block, type FollowUpMark, type Inline, inlineText, type Paragraph, type RichText } from "./rich-text.ts";

export { findFollowUps } from "./follow-up-sentence.ts";

/** A follow-up as the text has it: its mark's id, its words, its owners and when, the last two as far as the text says. */
export type MarkedFollowUp = { id: string; text: string; owners: string[]; due: string | null };

/** The text with every recognised sentence marked that carries no follow-up mark of either state; the same object when there is none. */
export function markFollowUps(text: RichText, people: readonly KnownName[], newId: () => string): RichText {
  let changed = false;
  const content = mapParagraphs(text.content, (paragraph) => {
    const nodes = paragraph.content ?? [];
    const found = findFollowUps(inlineText(nodes), people).filter((range) => !carriesMark(nodes, range));
    if (found.length === 0) return paragraph;
    changed = true;
    return { ...paragraph, content: found.reduce((runs, range) => withMark(runs, range, newId()), nodes) };
  });
  return changed ? { type: "doc", content } : text;
}

/** The text without follow-up marks of either state. */
export function withoutFollowUps(text: RichText): RichText {
  const bare = (node: Inline): Inline => {
    if (node.type !== "text" || markOf(node) === undefined) return node;
    const { marks = [], ...run } = node;
    const others = marks.filter((mark) => mark.type !== "followUp");
    return others.length === 0 ? run : { ...run, marks: others };
  };
  return {
    type: "doc",
    content: mapParagraphs(text.content, (each) => (each.content ? { ...each, content: each.content.map(bare) } : each)),
  };
}

/** The follow-ups that are marked, in the order of the text. A mark that spans several paragraphs is one follow-up. */
export function followUpsOf(text: RichText, people: readonly KnownName[]): MarkedFollowUp[] {
  const found = new Map<string, MarkedFollowUp>();
  mapParagraphs(text.content, (paragraph) => {
    for (const each of markedIn(paragraph, people)) {
      const before = found.get(each.id);
      if (before === undefined) found.set(each.id, each);
      else
        found.set(each.id, {
          id: each.id,
          text: `${before.text} ${each.text}`,
          owners: [...new Set([...before.owners, ...each.owners])],
          due: before.due ?? each.due,
        });
    }
    return paragraph;
  });
  return [...found.values()];
}

function markedIn(paragraph: Paragraph, people: readonly KnownName[]): MarkedFollowUp[] {
  const nodes = paragraph.content ?? [];
  const plain = inlineText(nodes);
  const ranges = new Map<string, { from: number; to: number; text: string }>();
  for (const { node, from, to } of placed(nodes)) {
    const mark = markOf(node);
    if (mark?.attrs.state !== "marked") continue;
    const range = ranges.get(mark.attrs.id);
    ranges.set(mark.attrs.id, { from: range?.from ?? from, to, text: (range?.text ?? "") + plain.slice(from, to) });
  }
  // Reading the sentences of a paragraph is what costs, and most paragraphs have no mark.
  if (ranges.size === 0) return [];
  const recognised = findFollowUps(plain, people);
  return [...ranges].map(([id, range]) => {
    const same = recognised.find((each) => each.from < range.to && range.from < each.to);
    const words = range.text.replace(/\s+/g, " ").trim();
    return { id, text: words, owners: same?.owners ?? leadingOwners(words, people), due: same?.due ?? dueIn(words) };
  });
}

/** Who a sentence that a person marked begins with: the marking says that it is a follow-up, so only the name must be certain. */
function leadingOwners(words: string, people: readonly KnownName[]): string[] {
  const read = readOwners(words, people);
  return read?.sure ? read.owners : [];
}

/** Inline nodes with their offsets in the paragraph's plain text. */
function placed(nodes: readonly Inline[]): { node: Inline; from: number; to: number }[] {
  let at = 0;
  return nodes.map((node) => {
    const from = at;
    at += node.type === "text" ? node.text.length : 1;
    return { node, from, to: at };
  });
}

function markOf(node: Inline): FollowUpMark | undefined {
  return node.type === "text" ? node.marks?.find((mark) => mark.type === "followUp") : undefined;
}

function carriesMark(nodes: readonly Inline[], range: FoundFollowUp): boolean {
  return placed(nodes).some(({ node, from, to }) => from < range.to && range.from < to && markOf(node) !== undefined);
}

/** The runs of a range cut out and marked; the mark stands outermost, so that it spans the sentence as one piece. */
function withMark(nodes: readonly Inline[], range: FoundFollowUp, id: string): Inline[] {
  const mark: FollowUpMark = { type: "followUp", attrs: { id, state: "marked" } };
  return placed(nodes).flatMap(({ node, from }): Inline[] => {
    if (node.type !== "text") return [node];
    const [start, end] = [range.from - from, range.to - from].map((at) => Math.min(Math.max(at, 0), node.text.length)) as [number, number];
    return [
      { ...node, text: node.text.slice(0, start) },
      { ...node, text: node.text.slice(start, end), marks: [mark, ...(node.marks ?? [])] },
      { ...node, text: node.text.slice(end) },
    ].filter((run) => run.text !== "");
  });
}

function mapParagraphs(blocks: readonly Block[], change: (paragraph: Paragraph) => Paragraph): Block[] {
  return blocks.map((block): Block => {
    if (block.type === "paragraph") return change(block);
    const content = block.content.map((item) => ({ ...item, content: mapParagraphs(item.content, change) }));
    return { ...block, content };
  });
}
