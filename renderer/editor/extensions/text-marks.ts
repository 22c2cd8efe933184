import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { type FloatingBox, openFloatingBox } from "../floating-box.ts";
import type { CheckStyle } from "../item-marks.ts";
import { markMenu } from "../mark-menu.ts";
import type { SpelledWords } from "../spelled-words.ts";
import { type CheckedItem, TextChecker } from "../text-checker.ts";
import { type TextMarks as Marks, marksAt, neighbourMark, type PlacedMark, textMarksKey } from "../text-mark.ts";
import { editorTexts } from "../texts.ts";
import { isStructureChange } from "./structure-guard.ts";

export type TextMarkOptions = {
  spelled: SpelledWords;
  checkStyle: CheckStyle;
  /** Calls back when what the style of the house goes by has changed; gives a function to stop. */
  onChanged(changed: () => void): () => void;
  /** Says something to a screen reader. */
  onHint(text: string): void;
};

/**
 * Quiet marks under words that the dictionary does not know and under what the house would write otherwise. F7 goes to the next,
 * Shift+F7 to the one before; Alt+Enter, the menu key or a right click says why and what could stand there instead.
 */
export const TextMarks = Extension.create<TextMarkOptions>({
  name: "textMarks",
  // Before the follow-up's Alt+Enter: a slip within its sentence is the smaller thing at hand.
  priority: 1_100,
  addKeyboardShortcuts() {
    const go = (step: 1 | -1) => goToMark(this.editor.view, step, this.options.onHint);
    return { F7: () => go(1), "Shift-F7": () => go(-1) };
  },
  addProseMirrorPlugins() {
    const { options } = this;
    let box: FloatingBox | null = null;
    let checker: TextChecker | null = null;
    const open = (view: EditorView, from: number, to: number): boolean => {
      const mark = view.editable ? marksAt(view.state, from, to)[0] : undefined;
      if (mark === undefined) return false;
      box?.close();
      box = openMenu(view, mark, options.spelled, () => checker?.again());
      return true;
    };
    return [
      new Plugin<Marks>({
        key: textMarksKey,
        state: { init: () => ({ drawn: DecorationSet.empty, writing: false }), apply: next },
        props: {
          decorations: shown,
          handleKeyDown: (view, { key, altKey, shiftKey }) => {
            const asks = key === "ContextMenu" || (key === "Enter" && altKey) || (key === "F10" && shiftKey);
            return asks && open(view, view.state.selection.from, view.state.selection.to);
          },
          handleDOMEvents: {
            contextmenu: (view, event) => {
              const at = event.button === 2 ? view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos : undefined;
              const opened = at !== undefined && open(view, at, at);
              if (opened) event.preventDefault();
              return opened;
            },
          },
        },
        view: (view) => {
          const made = new TextChecker(view, options.spelled, options.checkStyle);
          checker = made;
          const stop = options.onChanged(() => made.again());
          return {
            update: () => made.update(),
            destroy: () => {
              stop();
              made.destroy();
              box?.close();
            },
          };
        },
      }),
    ];
  },
});

function next(tr: Transaction, before: Marks): Marks {
  const checked = tr.getMeta(textMarksKey) as CheckedItem[] | undefined;
  if (checked !== undefined)
    return { drawn: checked.reduce((drawn, each) => redraw(drawn, tr, each), before.drawn), writing: before.writing };
  if (!tr.docChanged) return tr.selectionSet && before.writing ? { ...before, writing: false } : before;
  const writing = !isStructureChange(tr);
  if (before.drawn === DecorationSet.empty) return before.writing === writing ? before : { ...before, writing };
  const drawn = before.drawn.map(tr.mapping, tr.doc);
  const stale = tr.mapping.maps.flatMap((map, index) => {
    const later = tr.mapping.slice(index + 1);
    const touched: Decoration[] = [];
    map.forEach((_oldFrom, _oldTo, from, to) => {
      touched.push(...drawn.find(later.map(from, -1), later.map(to, 1)));
    });
    return touched;
  });
  return { drawn: stale.length > 0 ? drawn.remove(stale) : drawn, writing };
}

function redraw(drawn: DecorationSet, tr: Transaction, { item, marks }: CheckedItem): DecorationSet {
  const stale = drawn.find(item.pos, item.pos + item.node.nodeSize);
  if (stale.length === 0 && marks.length === 0) return drawn;
  return drawn.remove(stale).add(
    tr.doc,
    marks.map(({ from, to, ...mark }) => Decoration.inline(from, to, { class: `text-mark is-${mark.kind}`, title: mark.message }, mark)),
  );
}

/** The word being typed is left in peace. */
function shown(state: EditorState): DecorationSet | null {
  const marks = textMarksKey.getState(state);
  if (marks === undefined || marks.drawn === DecorationSet.empty) return null;
  const { empty, head } = state.selection;
  const here = marks.writing && empty ? marks.drawn.find(head, head) : [];
  return here.length > 0 ? marks.drawn.remove(here) : marks.drawn;
}

function goToMark(view: EditorView, step: 1 | -1, onHint: (text: string) => void): boolean {
  const mark = neighbourMark(view.state, step);
  if (mark === null) {
    onHint(editorTexts.marks.none);
    return true;
  }
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, mark.from, mark.to)).scrollIntoView());
  onHint(mark.message);
  return true;
}

function openMenu(view: EditorView, mark: PlacedMark, spelled: SpelledWords, again: () => void): FloatingBox {
  const text = view.state.doc.textBetween(mark.from, mark.to);
  const menu = markMenu(mark, {
    suggest: () => spelled.suggest(mark.word ?? ""),
    write: (better) => {
      box.close();
      const stands = mark.to <= view.state.doc.content.size && view.state.doc.textBetween(mark.from, mark.to) === text;
      if (stands) view.dispatch(view.state.tr.insertText(better, mark.from, mark.to).scrollIntoView());
    },
    add: () => {
      box.close();
      void spelled.add(mark.word ?? "").then(again, () => undefined);
    },
  });
  const box = openFloatingBox(view, mark.from, menu, () => undefined);
  (menu.querySelector<HTMLElement>("[role=menuitem]") ?? menu).focus();
  return box;
}
