import { Node } from "@tiptap/core";
import { titleView } from "./part-view.ts";

/** A punkt's title: one line without formatting. */
export const ItemTitle = Node.create({
  name: "itemTitle",
  content: "text*",
  marks: "",
  isolating: true,
  defining: true,
  selectable: false,
  renderHTML: () => ["div", { class: "item-title" }, 0],
  addNodeView: () => titleView,
});
