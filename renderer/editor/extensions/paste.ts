import { Extension } from "@tiptap/core";
import type { Slice } from "@tiptap/pm/model";
import { Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { storableText } from "../../../shared/domain/text.ts";
import { clearCrossing, clearRange } from "../clear-range.ts";
import { asCopies } from "../follow-up-sentences.ts";
import { isInLine } from "../parts.ts";
import { pastedHtml } from "../pasted-html.ts";
import { pastePoints } from "../pasted-points.ts";
import { pastedText } from "../pasted-text.ts";
import { plainSlice, sliceLine } from "../plain-slice.ts";
import { editorTexts } from "../texts.ts";

/** More than this at once is refused: a decision never has it, and the window would stand still. */
const pasteChars = 200_000;

/** Puts what is pasted or dropped where the selection is, as text that the part can hold: no images, tables, styles or line breaks in a line. */
function insertSlice(tr: Transaction, slice: Slice): Transaction {
  const { $from } = tr.selection;
  const points = pastePoints(tr, slice);
  if (points !== null) return points;
  const line = sliceLine(slice);
  if (isInLine($from)) return line === "" ? tr : tr.insertText(line);
  return tr.replaceSelection(plainSlice(slice, $from.doc.type.schema));
}

/** Paste, drop and copy, all held to the text that a part can have. `onRefused` is told why in Danish when it is too much. */
export const Paste = Extension.create<{ onRefused(reason: string): void }>({
  name: "recordPaste",
  priority: 1_900,
  addOptions: () => ({ onRefused: () => undefined }),
  addProseMirrorPlugins() {
    const { onRefused } = this.options;
    const isTooMuch = (data: DataTransfer | null, event: Event): boolean => {
      const chars = (data?.getData("text/plain") || data?.getData("text/html") || "").length;
      if (chars <= pasteChars) return false;
      event.preventDefault();
      onRefused(editorTexts.tooMuchPasted(chars));
      return true;
    };
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (_view, event) => isTooMuch(event.clipboardData, event),
            drop: (_view, event) => isTooMuch(event.dataTransfer, event),
          },
          transformPastedText: storableText,
          transformPastedHTML: (html) => pastedHtml(storableText(html)),
          clipboardTextParser: (text, $context) => pastedText(text, $context.doc.type.schema),
          transformCopied: (slice, view) => plainSlice(slice, view.state.schema),
          handlePaste: (view, _event, slice) => {
            const tr = clearCrossing(view.state);
            insertSlice(tr, asCopies(slice, tr.doc));
            view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
            return true;
          },
          handleDrop: (view, event, slice, moved) => {
            const target = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (target === null || slice.size === 0) return true;
            const { from, to } = view.state.selection;
            const tr = moved ? clearRange(view.state.tr, from, to) : view.state.tr;
            tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(target.pos))));
            view.dispatch(insertSlice(tr, slice).setMeta("uiEvent", "drop"));
            return true;
          },
        },
      }),
    ];
  },
});
