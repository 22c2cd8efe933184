import { Extension, InputRule, wrappingInputRule } from "@tiptap/core";
import type { NodeType } from "@tiptap/pm/model";

// Only "1. " starts a numbered list: "10. marts" at the start of a line is a date.
const one = /^1\.\s$/;
const dash = /^\s*[-–*]\s$/;
// Only before "at": "2. kvartal" is text.
const writtenNumber = /^\s*\d{1,2}[.)]\s*(at)\s$/i;

/** What a sign at the beginning of a line becomes. All of them in one extension: each with rules is asked about every key of its own. */
export const TypedSigns = Extension.create({
  name: "typedSigns",
  addInputRules() {
    const { bulletList, orderedList } = this.editor.schema.nodes as Record<"bulletList" | "orderedList", NodeType>;
    return [wrappingInputRule({ find: dash, type: bulletList }), wrappingInputRule({ find: one, type: orderedList }), withoutNumber];
  },
});

/** The number of an at-point is its place, and stands before it already. */
const withoutNumber = new InputRule({
  find: writtenNumber,
  handler: ({ state, range, match }) => {
    if (state.doc.resolve(range.from).parent.type.name !== "recommendation") return;
    state.tr.insertText(`${match[1]} `, range.from, range.to);
  },
});
