import type { JSONContent } from "@tiptap/core";
import { type ItemView, itemsOf, type MeetingView, type Recommendation } from "../../shared/domain/meeting.ts";
import type { Block, Inline, ListItem, RichText } from "../../shared/domain/rich-text.ts";

/** The meeting as the editor's document: one isolating node a punkt, with its parts in fixed order. */
export function meetingDoc(meeting: MeetingView): JSONContent {
  return { type: "doc", content: itemsOf(meeting).map(itemDoc) };
}

/** One punkt as a node. The public decision has a part only while the punkt is closed. */
export function itemDoc(item: ItemView): JSONContent {
  return {
    type: "meetingItem",
    attrs: { id: item.id, number: item.number, minutes: item.minutes, closed: item.closed, attachments: item.attachments.length },
    content: [
      { type: "itemTitle", content: textNodes(item.title) },
      { type: "agendaText", content: blockDocs(item.agendaText) },
      { type: "recommendations", content: recommendationDocs(item.recommendations) },
      { type: "decision", content: blockDocs(item.decision) },
      ...(item.closed ? [{ type: "publicDecision", content: blockDocs(item.publicDecision) }] : []),
    ],
  };
}

// Without any at-point there is still an empty line to write the first one in; it is not collected.
function recommendationDocs(points: Recommendation[]): JSONContent[] {
  const shown = points.length > 0 ? points : [{ id: crypto.randomUUID(), text: "" }];
  return shown.map((point) => ({ type: "recommendation", attrs: { id: point.id }, content: textNodes(point.text) }));
}

function textNodes(text: string): JSONContent[] {
  return text === "" ? [] : [{ type: "text", text }];
}

function blockDocs(text: RichText): JSONContent[] {
  return text.content.length > 0 ? text.content.map(blockDoc) : [{ type: "paragraph" }];
}

function blockDoc(block: Block): JSONContent {
  if (block.type === "paragraph") return { type: "paragraph", content: (block.content ?? []).filter(isShown) };
  if (block.type === "bulletList") return { type: "bulletList", content: block.content.map(listItemDoc) };
  return { type: "orderedList", attrs: { start: block.attrs?.start ?? 1 }, content: block.content.map(listItemDoc) };
}

// The editor's lists need a paragraph first in each entry, to have a place for the caret.
function listItemDoc(entry: ListItem): JSONContent {
  const blocks = entry.content.map(blockDoc);
  return { type: "listItem", content: entry.content[0]?.type === "paragraph" ? blocks : [{ type: "paragraph" }, ...blocks] };
}

function isShown(node: Inline): boolean {
  return node.type !== "text" || node.text !== "";
}
