import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { clearRange, crossesParts, itemsTouched } from "../clear-range.ts";
import { editorTexts } from "../texts.ts";

const deletingKeys = new Set(["Backspace", "Delete", "Enter"]);

/** What deletes, types or cuts over a selection that spans several parts: the text in each goes, the structure stays. One undo. */
export const CrossingSelection = Extension.create<{ onCleared(notice: string): void }>({
  name: "crossingSelection",
  priority: 2_000,
  addOptions: () => ({ onCleared: () => undefined }),
  addProseMirrorPlugins() {
    const { onCleared } = this.options;
    const clear = (view: EditorView, text = ""): boolean => {
      const { selection, doc } = view.state;
      if (!view.editable || !crossesParts(selection)) return false;
      const items = itemsTouched(doc, selection.from, selection.to);
      const tr = clearRange(view.state.tr, selection.from, selection.to);
      view.dispatch((text === "" ? tr : tr.insertText(text)).scrollIntoView());
      if (items > 1) onCleared(editorTexts.clearedAcross(items));
      return true;
    };
    return [
      new Plugin({
        props: {
          handleKeyDown: (view, event) => deletingKeys.has(event.key) && clear(view),
          handleTextInput: (view, _from, _to, text) => clear(view, text),
          handleDOMEvents: {
            // What comes without a key: dictation, the system's emoji panel, the context menu's Delete.
            beforeinput: (view, event) => {
              if (!crossesParts(view.state.selection)) return false;
              const done = event.cancelable && /^(insert|delete)/.test(event.inputType) && clear(view, event.data ?? "");
              if (done) event.preventDefault();
              return done;
            },
            compositionstart: (view) => {
              clear(view);
              return false;
            },
            cut: (view, event) => {
              if (!view.editable || !crossesParts(view.state.selection) || event.clipboardData === null) return false;
              const { dom, text } = view.serializeForClipboard(view.state.selection.content());
              event.clipboardData.setData("text/html", dom.innerHTML);
              event.clipboardData.setData("text/plain", text);
              event.preventDefault();
              return clear(view);
            },
          },
        },
      }),
    ];
  },
});
