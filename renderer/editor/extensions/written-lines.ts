import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { fieldOf, type PartField, partAt } from "../parts.ts";

/** A line that was written in and left. */
type WrittenLine = { text: string; field: PartField };

/** The line with the caret: where it begins, and as it was when the caret came there. */
type LineState = { at: number; entered: Node; left: WrittenLine | null };

const key = new PluginKey<LineState>("writtenLines");

/** Tells each line once it is finished: when the caret leaves it and its words are others than before. */
export const WrittenLines = Extension.create<{ onWritten(line: WrittenLine): void }>({
  name: "writtenLines",
  addOptions: () => ({ onWritten: () => undefined }),
  addProseMirrorPlugins() {
    const { onWritten } = this.options;
    return [
      new Plugin<LineState>({
        key,
        state: {
          init: (_config, state) => caretLine(state, null),
          apply: (tr, before, _old, state) => follow(tr, before, state),
        },
        view: () => ({
          update: (view, old) => {
            const left = key.getState(view.state)?.left ?? null;
            if (left !== null && left !== key.getState(old)?.left) onWritten(left);
          },
        }),
      }),
    ];
  },
});

function caretLine({ selection: { $head } }: EditorState, left: WrittenLine | null): LineState {
  return { at: $head.start(), entered: $head.parent, left };
}

function follow(tr: Transaction, before: LineState, state: EditorState): LineState {
  if (!tr.docChanged && !tr.selectionSet) return before;
  const at = tr.mapping.map(before.at, -1);
  const { $head } = state.selection;
  if ($head.start() === at) return at === before.at ? before : { ...before, at };
  return caretLine(state, writtenLine(state, at, before.entered) ?? before.left);
}

function writtenLine({ doc }: EditorState, at: number, entered: Node): WrittenLine | null {
  const $line = doc.resolve(Math.min(at, doc.content.size));
  const place = partAt($line);
  const text = $line.parent.textContent.trim();
  if (place === null || !$line.parent.isTextblock || text === "" || text === entered.textContent.trim()) return null;
  return { text, field: fieldOf(place.part.node) };
}
