import type { Node } from "@tiptap/pm/model";
import type { StyledItem, StyleMark } from "../../shared/domain/house-style.ts";
import type { RichText } from "../../shared/domain/rich-text.ts";
import { type WordAt, wordsOf } from "../../shared/domain/words.ts";
import { blockText, changedBlocks } from "./changed-blocks.ts";
import { partChange } from "./collect.ts";
import { descend, findPart, itemIdOf, type PartField, type PlacedNode } from "./parts.ts";
import type { SpelledWords } from "./spelled-words.ts";
import type { PlacedMark } from "./text-mark.ts";
import { editorTexts } from "./texts.ts";

export type CheckStyle = (itemId: string, item: Omit<StyledItem, "attachments">) => readonly StyleMark[];

// Nodes never change, so the words of each paragraph are found once.
const found = new WeakMap<Node, readonly WordAt[]>();

function wordsIn(block: Node): readonly WordAt[] {
  const known = found.get(block);
  if (known !== undefined) return known;
  const words = wordsOf(blockText(block));
  found.set(block, words);
  return words;
}

/** The words of a punkt that were not asked about yet. */
export function unaskedWords(item: PlacedNode, spelled: SpelledWords): Set<string> {
  const words = changedBlocks(null, item.node).flatMap(({ node }) => wordsIn(node).map(({ word }) => word));
  return new Set(words.filter((word) => spelled.verdict(word) === undefined));
}

/** Everything in a punkt that may be a slip, by what is known of its words and by the style of the house. */
export function itemMarks(item: PlacedNode, spelled: SpelledWords, checkStyle: CheckStyle): PlacedMark[] {
  const spelling = changedBlocks(null, item.node).flatMap((block) => {
    const start = item.pos + 1 + block.pos + 1;
    return wordsIn(block.node).flatMap(({ word, from, to }): PlacedMark[] => {
      const kind = spelled.verdict(word);
      if (kind === undefined || kind === "right") return [];
      return [{ kind, word, message: editorTexts.marks[kind](word), from: start + from, to: start + to }];
    });
  });
  return [...spelling, ...checkStyle(itemIdOf(item.node), styledItem(item)).flatMap((mark) => placed(item, mark))];
}

/** At-points keep their places here, empty ones too. */
function styledItem(item: PlacedNode): Omit<StyledItem, "attachments"> {
  const rich = (field: PartField): RichText => {
    const part = findPart(item, field);
    return part === null ? { type: "doc", content: [] } : (partChange("", part.node).value as RichText);
  };
  const points = findPart(item, "recommendations")?.node.children ?? [];
  return {
    title: findPart(item, "title")?.node.textContent ?? "",
    agendaText: rich("agendaText"),
    recommendations: points.map((point) => ({ id: "", text: point.textContent })),
    decision: rich("decision"),
    publicDecision: rich("publicDecision"),
  };
}

/** A mark of a bilag stands under the punkt's title, which it does not fit. */
function placed(item: PlacedNode, { field, block, from, to, message, suggestion }: StyleMark): PlacedMark[] {
  const ofAttachment = field === "attachments";
  const part = findPart(item, ofAttachment ? "title" : field);
  const text = part && descend(part, ofAttachment ? [] : block);
  if (!text?.node.isTextblock) return [];
  const range = ofAttachment ? { from: 0, to: text.node.content.size } : { from, to: Math.min(to, text.node.content.size) };
  if (range.from >= range.to) return [];
  const replaces = suggestion === undefined || ofAttachment ? {} : { suggestion };
  return [{ kind: "style", message, ...replaces, from: text.pos + 1 + range.from, to: text.pos + 1 + range.to }];
}
