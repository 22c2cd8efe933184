import { Node } from "@tiptap/core";
import { editorTexts } from "../texts.ts";
import { partView } from "./part-view.ts";

/** The decision of a punkt. */
export const Decision = Node.create({
  name: "decision",
  content: "block+",
  isolating: true,
  defining: true,
  selectable: false,
  renderHTML: () => ["div", 0],
  addNodeView: () => (drawn) => partView(drawn, "decision", editorTexts.labels.decision),
});

/** What the open edition prints for a closed punkt. There only while the punkt is closed, so that no hidden text can be deleted. */
export const PublicDecision = Node.create({
  name: "publicDecision",
  content: "block+",
  isolating: true,
  defining: true,
  selectable: false,
  renderHTML: () => ["div", 0],
  addNodeView: () => (drawn) => partView(drawn, "public-decision", editorTexts.labels.publicDecision),
});
