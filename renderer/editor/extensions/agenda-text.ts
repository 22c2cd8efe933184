import { Node } from "@tiptap/core";
import { partView } from "./part-view.ts";

/** The text under a punkt's title in the agenda. */
export const AgendaText = Node.create({
  name: "agendaText",
  content: "block+",
  isolating: true,
  defining: true,
  selectable: false,
  renderHTML: () => ["div", 0],
  addNodeView: () => (drawn) => partView(drawn, "agenda-text", null),
});
