import { Node } from "@tiptap/core";
import { editorTexts } from "../texts.ts";
import { partView } from "./part-view.ts";

/** The indstilling: its at-points in order. A single empty one stands for none. */
export const Recommendations = Node.create({
  name: "recommendations",
  content: "recommendation+",
  isolating: true,
  defining: true,
  selectable: false,
  renderHTML: () => ["div", 0],
  addNodeView: () => (drawn) => partView(drawn, "recommendations", editorTexts.labels.recommendations),
});

/** One at-point: a line of text with an id that stays when it is rewritten. Its mark is drawn by the style sheet. */
export const Recommendation = Node.create({
  name: "recommendation",
  content: "text*",
  marks: "",
  selectable: false,
  addAttributes: () => ({ id: { default: "" } }),
  renderHTML: () => ["div", { class: "recommendation" }, ["div", { class: "point-text" }, 0]],
});
