import { Node } from "@tiptap/core";
import type { Node as DocNode } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";
import { factsOf } from "../parts.ts";
import { relabelRegions } from "../region-label.ts";
import { editorTexts } from "../texts.ts";

const icons = {
  attachments: "m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551",
  closed: "M7 11V7a5 5 0 0 1 10 0v4M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2",
};

function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "item-icon");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

function fact(name: string, text: string, iconPath?: string): HTMLSpanElement {
  const span = document.createElement("span");
  span.className = name;
  if (iconPath !== undefined) span.append(icon(iconPath));
  span.append(text);
  return span;
}

function factLine(node: DocNode): HTMLElement[] {
  const { number, minutes, attachments, closed } = factsOf(node);
  const line = [fact("item-number", editorTexts.item(number))];
  if (minutes !== null) line.push(fact("item-detail", editorTexts.minutes(minutes)));
  if (attachments > 0) line.push(fact("item-detail", editorTexts.attachments(attachments), icons.attachments));
  if (closed) line.push(fact("item-closed", editorTexts.closed, icons.closed));
  return line;
}

// The line of facts changes in place, so that the text below it, the caret and a composition in it are left alone.
function itemView(first: DocNode): NodeView {
  let shown = first;
  const dom = document.createElement("section");
  dom.className = "meeting-item";
  dom.dataset["itemId"] = factsOf(first).id;
  const facts = document.createElement("div");
  facts.className = "item-facts";
  facts.contentEditable = "false";
  facts.append(...factLine(first));
  const contentDOM = document.createElement("div");
  contentDOM.className = "item-parts";
  dom.append(facts, contentDOM);
  return {
    dom,
    contentDOM,
    update(node) {
      if (node.type !== shown.type || factsOf(node).id !== factsOf(shown).id) return false;
      if (!node.sameMarkup(shown)) {
        facts.replaceChildren(...factLine(node));
        relabelRegions(contentDOM.children, factsOf(node).number);
      }
      shown = node;
      return true;
    },
    ignoreMutation: ({ type, target }) => type !== "selection" && type !== "characterData" && !contentDOM.contains(target),
  };
}

/** A punkt: title, agenda text, indstilling, decision and, while it is closed, the public decision. Nothing joins across its edge. */
export const MeetingItem = Node.create({
  name: "meetingItem",
  content: "itemTitle agendaText recommendations decision publicDecision?",
  isolating: true,
  defining: true,
  selectable: false,
  draggable: false,
  addAttributes: () => ({
    id: { default: "" },
    number: { default: 0 },
    minutes: { default: null },
    closed: { default: false },
    attachments: { default: 0 },
  }),
  renderHTML: () => ["div", 0],
  addNodeView:
    () =>
    ({ node }) =>
      itemView(node),
});
