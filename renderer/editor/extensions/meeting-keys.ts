import { Extension, type KeyboardShortcutCommand } from "@tiptap/core";
import { type EditorState, Plugin, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { wholeItem, wholePart } from "../clear-range.ts";
import { toEnd, toItem, toNeighbour, toNumber } from "../go-to-item.ts";
import { dispatchAlone } from "../insert-help.ts";
import { isInLine, itemIdOf, partAt } from "../parts.ts";
import { refineAnswer } from "../refine-answer.ts";
import { usualDecision } from "../usual-decision.ts";
import { findCurrentItem } from "./current-item.ts";

/** What a key does: the transaction to carry out, "stay" to swallow the key, or null to leave it to the next. */
type KeyAction = (state: EditorState) => Transaction | "stay" | null;

/** The keys of the writing surface (look.md, Keys). Those of lists and formatting are with their nodes and marks. */
export const MeetingKeys = Extension.create({
  name: "meetingKeys",
  priority: 1_000,
  addKeyboardShortcuts() {
    const bind =
      (action: KeyAction): KeyboardShortcutCommand =>
      ({ editor }) => {
        const done = action(editor.state);
        if (done !== null && done !== "stay" && editor.isEditable) editor.view.dispatch(done);
        return done !== null;
      };
    const numbers = Object.fromEntries(
      Array.from({ length: 9 }, (_none, index) => [`Mod-${index + 1}`, bind((state) => toNumber(state, index + 1) ?? "stay")]),
    );
    return {
      ...numbers,
      Enter: bind(enterInLine),
      "Shift-Enter": bind(enterInLine),
      Backspace: bind(removeEmptyPoint),
      Tab: ({ editor }) => isInList(editor.state) && (editor.commands.sinkListItem("listItem") || true),
      "Shift-Tab": ({ editor }) => isInList(editor.state) && (editor.commands.liftListItem("listItem") || true),
      "Mod-ArrowDown": bind((state) => toNeighbour(state, 1) ?? "stay"),
      "Mod-ArrowUp": bind((state) => toNeighbour(state, -1) ?? "stay"),
      "Mod-End": bind((state) => toEnd(state, false)),
      "Mod-Shift-End": bind((state) => toEnd(state, true)),
      "Mod-Enter": ({ editor }) => {
        const tr = writeUsualDecision(editor.state);
        if (tr !== null && editor.isEditable) dispatchAlone(editor.view, tr);
        return true;
      },
      "Mod-a": bind(selectMore),
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleClick: (view, pos, event) => {
          if (!view.editable || !isOnPointMark(event)) return false;
          const $pos = view.state.doc.resolve(pos);
          const place = partAt($pos);
          const tr = place && usualDecision(view.state, place.item, $pos.index(2) + 1);
          if (tr !== null) dispatchAlone(view, tr);
          return true;
        },
        // A link is shown, never followed: neither by a click nor by the middle button.
        handleDOMEvents: { click: stopLink, auxclick: stopLink },
      },
    }),
  ],
});

function stopLink(_view: unknown, event: Event): boolean {
  if (event.target instanceof Element && event.target.closest("a") !== null) event.preventDefault();
  return false;
}

/** The mark of an at-point stands in the margin before its number, outside the text. */
const markWidth = 24;

function isOnPointMark({ target, clientX }: MouseEvent): boolean {
  if (!(target instanceof Element) || !target.classList.contains("recommendation")) return false;
  return clientX < target.getBoundingClientRect().left + markWidth;
}

function isInList({ selection }: EditorState): boolean {
  for (let depth = selection.$from.depth; depth > 2; depth--) if (selection.$from.node(depth).type.name === "listItem") return true;
  return false;
}

/** A line never breaks: from the title on to the decision; in the indstilling a new at-point, or out of it from an empty one. */
function enterInLine(state: EditorState): ReturnType<KeyAction> {
  const { $from, $to } = state.selection;
  const place = partAt($from);
  if (place === null || !isInLine($from) || !$from.sameParent($to)) return null;
  const toDecision = () => toItem(state, itemIdOf(place.item.node));
  if ($from.depth === 2) return toDecision();
  if ($from.parent.content.size > 0) return splitPoint(state);
  const tr = toDecision();
  if (place.part.node.childCount > 1) return tr?.delete($from.before(), $from.after()) ?? null;
  return tr;
}

function splitPoint({ tr, selection: { from, to } }: EditorState): Transaction {
  tr.delete(from, to).split(from);
  const $next = tr.doc.resolve(from + 2);
  return tr
    .setNodeAttribute($next.before(), "id", crypto.randomUUID())
    .setSelection(TextSelection.create(tr.doc, $next.pos))
    .scrollIntoView();
}

function removeEmptyPoint({ tr, selection: { $from, empty } }: EditorState): ReturnType<KeyAction> {
  if (!empty || $from.parent.type.name !== "recommendation" || $from.parentOffset > 0) return null;
  const isFirst = $from.index(2) === 0;
  if ($from.parent.content.size > 0) return isFirst ? "stay" : null;
  if ($from.node(2).childCount === 1) return "stay";
  const before = $from.before();
  tr.delete(before, $from.after());
  return tr.setSelection(TextSelection.near(tr.doc.resolve(before), isFirst ? 1 : -1)).scrollIntoView();
}

/** First what is not answered; then, in an answer, the next way to answer it. */
function writeUsualDecision(state: EditorState): Transaction | null {
  const item = findCurrentItem(state);
  return (item && usualDecision(state, item)) ?? refineAnswer(state);
}

/** Ctrl+A takes the part first, then the punkt, then all: the first key never reaches text out of sight. */
function selectMore(state: EditorState): ReturnType<KeyAction> {
  const { selection, tr } = state;
  const next = [wholePart(selection.$from), wholeItem(selection.$from)].find((wider) => wider !== null && widens(selection, wider));
  return next ? tr.setSelection(next) : null;
}

function widens(selection: Selection, wider: Selection): boolean {
  return wider.from < selection.from || wider.to > selection.to;
}
