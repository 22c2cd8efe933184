import type { Node as DocNode } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";
import { isBlankPart } from "../parts.ts";

/** The frame of a part with several lines: its label, which is no text of the referent's, and a mark when it has no words. */
export function partView(first: DocNode, name: string, label: string | null): NodeView {
  const dom = document.createElement("div");
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
  const show = (node: DocNode) => dom.classList.toggle("is-blank", isBlankPart(node));
  show(first);
  return {
    dom,
    contentDOM,
    update(node) {
      if (node.type !== first.type) return false;
      show(node);
      return true;
    },
    ignoreMutation: (mutation) => mutation.type !== "selection" && !contentDOM.contains(mutation.target),
  };
}
