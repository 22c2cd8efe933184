import { Mark } from "@tiptap/core";
import type { Mark as EditorMark, Node } from "@tiptap/pm/model";

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A sentence that says who does what after the meeting; `state` "dismissed" is one that the referent turned off. */
export const FollowUpText = Mark.create({
  name: "followUp",
  // Outermost, so that the sentence is one piece, and in the order in which marks are stored.
  priority: 200,
  inclusive: false,
  addAttributes: () => ({ id: { default: "" }, state: { default: "marked" } }),
  parseHTML: () => [
    {
      tag: "span[data-follow-up]",
      getAttrs: (element) => {
        const { followUp: id = "", state = "" } = element.dataset;
        return uuidForm.test(id) && (state === "marked" || state === "dismissed") ? { id, state } : false;
      },
    },
  ],
  renderHTML: ({ mark }) => [
    "span",
    { class: isMarked(mark) ? "follow-up" : null, "data-follow-up": followUpId(mark), "data-state": mark.attrs["state"] },
    0,
  ],
});

export function followUpId(mark: EditorMark): string {
  return String(mark.attrs["id"]);
}

export function isMarked(mark: EditorMark): boolean {
  return mark.attrs["state"] === "marked";
}

/** The follow-up mark of a run of text, of either state. */
export function findFollowUpMark(node: Node): EditorMark | null {
  return node.marks.find((mark) => mark.type.name === "followUp") ?? null;
}
