import { InputRule, Node } from "@tiptap/core";
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

const writtenNumber = /^\s*\d{1,2}[.)]\s*(at)\s$/i;

/** One at-point: a line of text with an id that stays when it is rewritten. Its mark is drawn by the style sheet. */
export const Recommendation = Node.create({
  name: "recommendation",
  content: "text*",
  marks: "",
  selectable: false,
  addAttributes: () => ({ id: { default: "" } }),
  renderHTML: () => ["div", { class: "recommendation" }, ["div", { class: "point-text" }, 0]],
  addInputRules: () => [
    // Its number is its place, and stands before it already. Only before "at": "2. kvartal" is text.
    new InputRule({
      find: writtenNumber,
      handler: ({ state, range, match }) => {
        if (state.doc.resolve(range.from).parent.type.name !== "recommendation") return;
        state.tr.insertText(`${match[1]} `, range.from, range.to);
      },
    }),
  ],
});
