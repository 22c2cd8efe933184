import { findAttachmentDoubt } from "./house-style-attachments.ts";
import { findUnknownNames } from "./house-style-names.ts";
import { type Finding, findCapitalR, findDoubled, findPresentTense } from "./house-style-text.ts";
import type { KnownName } from "./known-name.ts";
import type { ItemView } from "./meeting.ts";
import { type Block, inlineText, type RichText } from "./rich-text.ts";

/**
 * Something in a punkt that the house would write otherwise, shown as a quiet mark. `block` is the way to the paragraph: the place in
 * the field, then in turn the place of the list entry and of the block in it; for at-points and bilag their place, for the title none.
 * `from` and `to` are offsets in that block's plain text (a line break counts one). `suggestion` replaces them.
 */
export type StyleMark = Finding & { field: StyleField; block: number[] };
export type StyleField = "title" | "agendaText" | "recommendations" | "decision" | "publicDecision" | "attachments";

export type StyledItem = Pick<ItemView, "title" | "agendaText" | "recommendations" | "decision" | "publicDecision"> & {
  attachments: readonly { title: string }[];
};

export type StyleContext = {
  people: readonly KnownName[];
  /** Texts that introduce people who are on no list: the lines under *Information*. */
  introduced: readonly string[];
  /** The titles of the meeting's other punkter. */
  otherTitles: readonly string[];
};

/** All marks of a punkt, in the order of its fields. Pure and quick enough for every pause in the typing. Source: domain.md, errors of real minutes. */
export function checkHouseStyle(item: StyledItem, context: StyleContext): StyleMark[] {
  const decided = (text: string): Finding[] => [
    ...findDoubled(text),
    ...findCapitalR(text),
    ...findPresentTense(text),
    ...findUnknownNames(text, context.people, context.introduced),
  ];
  return [
    ...inField("title", [{ block: [], text: item.title }], findDoubled),
    ...inField("agendaText", paragraphsOf(item.agendaText), findDoubled),
    ...inField(
      "recommendations",
      item.recommendations.map(({ text }, index) => ({ block: [index], text })),
      (text) => [...findDoubled(text), ...findCapitalR(text)],
    ),
    ...inField("decision", paragraphsOf(item.decision), decided),
    ...inField("publicDecision", paragraphsOf(item.publicDecision), decided),
    ...inField(
      "attachments",
      item.attachments.map(({ title }, index) => ({ block: [index], text: title })),
      (title) => findAttachmentDoubt(title, item.title, context.otherTitles),
    ),
  ];
}

type PlacedText = { block: number[]; text: string };

function inField(field: StyleField, texts: readonly PlacedText[], find: (text: string) => Finding[]): StyleMark[] {
  return texts.flatMap(({ block, text }) =>
    find(text)
      .sort((one, other) => one.from - other.from)
      .map((found) => ({ ...found, field, block })),
  );
}

/** The paragraphs of a text, those of its lists too, each with the way to it as a {@link StyleMark} has it. */
export function paragraphsOf(text: RichText): PlacedText[] {
  const inBlocks = (blocks: readonly Block[], path: number[]): PlacedText[] =>
    blocks.flatMap((block, index): PlacedText[] => {
      const here = [...path, index];
      if (block.type === "paragraph") return [{ block: here, text: inlineText(block.content ?? []) }];
      return block.content.flatMap((entry, place) => inBlocks(entry.content, [...here, place]));
    });
  return inBlocks(text.content, []);
}
