import type { Node as DocNode } from "@tiptap/pm/model";
import type { EditorView, NodeView } from "@tiptap/pm/view";
import { fieldOf, isBlankPart } from "../parts.ts";
import { labelRegion } from "../region-label.ts";

/** What the engine gives to draw a part with. */
type Drawn = { node: DocNode; view: EditorView; getPos: () => number | undefined };

/** The frame of a part with several lines: its label, which is no text of the referent's, and a mark when it has no words. */
export function partView({ node: first, view, getPos }: Drawn, name: string, label: string | null): NodeView {
  const dom = document.createElement("div");
  labelRegion(dom, fieldOf(first), view, getPos());
  dom.className = `item-part ${name}`;
  const contentDOM = document.createElement("div");
  contentDOM.className = "part-text";
  if (label !== null) {
    const heading = document.createElement("div");
    heading.className = "part-label";
    heading.contentEditable = "false";
    heading.textContent = label;
    dom.append(heading);
  }
  dom.append(contentDOM);
  let blank = false;
  const show = (node: DocNode) => {
    if (isBlankPart(node) !== blank) blank = dom.classList.toggle("is-blank", !blank);
  };
  show(first);
  return {
    dom,
    contentDOM,
    update(node) {
      if (node.type !== first.type) return false;
      show(node);
      return true;
    },
    ignoreMutation: ({ type, target }) => type !== "selection" && type !== "characterData" && !contentDOM.contains(target),
  };
}

/** The frame of a title: its line is all there is to it. */
export function titleView({ node, view, getPos }: Drawn): NodeView {
  const dom = document.createElement("div");
  dom.className = "item-title";
  labelRegion(dom, fieldOf(node), view, getPos());
  return { dom, contentDOM: dom, ignoreMutation: (mutation) => mutation.type === "attributes" };
}
