import { answerLines } from "./at-answers.ts";
import type { FieldChange, ItemView } from "./meeting.ts";
import type { ProofPlace, Proposal } from "./proof-read.ts";
import { type Block, type Inline, inlineText, isBlank, type RichText } from "./rich-text.ts";

/** The change that carries out a proposal in its punkt as it stands now; null where the place is no longer there. */
export function proposalChange(item: ItemView, proposal: Proposal): FieldChange | null {
  if (proposal.kind === "replace") return replacement(item, proposal.place, proposal.text);
  const value = proposal.lines.reduce(withLine, isBlank(item.decision) ? [] : item.decision.content);
  return { entity: "item", id: item.id, field: "decision", value: { type: "doc", content: value } };
}

/** An answer goes before those to later at-points; anything else at the end. */
function withLine(blocks: Block[], line: string): Block[] {
  const paragraph: Block = { type: "paragraph", content: [{ type: "text", text: line }] };
  const number = answerLines([line])[0]?.number;
  const later = number === undefined ? undefined : answerLines(blocks.map(lineOf)).find((answer) => answer.number > number);
  return blocks.toSpliced(later?.line ?? blocks.length, 0, paragraph);
}

function lineOf(block: Block): string {
  return block.type === "paragraph" ? inlineText(block.content ?? []) : "";
}

function replacement(item: ItemView, place: ProofPlace, text: string): FieldChange | null {
  const { field, block, from, to } = place;
  const within = (line: string): string => line.slice(0, from) + text + line.slice(to);
  if (field === "title") return { entity: "item", id: item.id, field, value: within(item.title) };
  if (field === "attachments") {
    const attachment = item.attachments[block[0] ?? -1];
    return attachment === undefined ? null : { entity: "attachment", id: attachment.id, field: "title", value: within(attachment.title) };
  }
  if (field === "recommendations") {
    const value = item.recommendations.map((point, at) => (at === block[0] ? { ...point, text: within(point.text) } : point));
    return { entity: "item", id: item.id, field, value };
  }
  const value: RichText = { type: "doc", content: replacedIn(item[field].content, block, place, text) };
  return { entity: "item", id: item.id, field, value };
}

function replacedIn(blocks: readonly Block[], path: readonly number[], range: { from: number; to: number }, text: string): Block[] {
  const [index, entry, ...rest] = path;
  return blocks.map((block, at): Block => {
    if (at !== index) return block;
    if (block.type === "paragraph") return { ...block, content: replacedInline(block.content ?? [], range, text) };
    const content = block.content.map((each, place) =>
      place === entry ? { ...each, content: replacedIn(each.content, rest, range, text) } : each,
    );
    return { ...block, content };
  });
}

/** The new words stand as the first of those they replace: bold, in a link or in a follow-up. */
function replacedInline(content: readonly Inline[], { from, to }: { from: number; to: number }, text: string): Inline[] {
  let at = 0;
  let rest = text;
  return content.flatMap((node): Inline[] => {
    const start = at;
    at += node.type === "text" ? node.text.length : 1;
    if (at <= from || start >= to) return [node];
    if (node.type === "hardBreak") return [];
    const words = node.text.slice(0, Math.max(0, from - start)) + rest + node.text.slice(to - start);
    rest = "";
    return words === "" ? [] : [{ ...node, text: words }];
  });
}
