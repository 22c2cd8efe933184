import type { Editor } from "@tiptap/core";
import type { Transaction } from "@tiptap/pm/state";
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { flushSync } from "react-dom";
import type { FieldChange, MeetingView } from "../../shared/domain/meeting.ts";
import { isMac } from "../app/keys.ts";
import { useUi } from "../stores/ui.ts";
import { useWritingHelp } from "../stores/writing-help.ts";
import { reconcile } from "./apply-meeting.ts";
import { collectParts } from "./collect.ts";
import { createEditor, type EditorEvents } from "./create-editor.ts";
import "./editor.css";
import "./item.css";
import "./item-parts.css";
import "./at-points.css";
import { type FindResult, findInText, forgetFound } from "./finder.ts";
import "./ghost.css";
import "./help-list.css";
import { toFirstOpen, toItem, toNeighbour, toWords, type WordsAt } from "./go-to-item.ts";
import type { HelpSign } from "./help-list-state.ts";
import { insertHelp } from "./insert-help.ts";
import { openHelp } from "./open-help.ts";
import type { DirtyPart } from "./parts.ts";
import { type WordsAtCaret, wordsAtCaret } from "./words-at-caret.ts";
import { createWritingHelp } from "./writing-help.ts";

export type { DirtyPart } from "./parts.ts";

/** What the store and the screen ask of the writing surface. */
export type MeetingEditorHandle = {
  /** The given parts as they stand now; parts that are gone are left out. */
  collect(parts: readonly DirtyPart[]): FieldChange[];
  /** Brings structure, facts and changed text in line with `meeting`; touches the part being written in only when `whole` is true. */
  applyMeeting(meeting: MeetingView, whole?: boolean): void;
  /** Puts the caret at the end of a part; of the decision unless another is named. */
  focusItem(itemId: string, part?: "title" | "agendaText" | "recommendations" | "decision"): void;
  /** Selects words and takes the focus. */
  focusWords(itemId: string, words: WordsAt): void;
  focusNextItem(step: 1 | -1): void;
  /** Looks for words in the text from the caret on, shows and selects them; the focus stays where it is. */
  find(words: string, step: 0 | 1 | -1): FindResult;
  /** Shows nothing as found any more. */
  endFind(): void;
  /** Gives the focus back to where the caret is. */
  focus(): void;
  /** What stands before the caret, to be found on a finished page. */
  wordsAtCaret(): WordsAtCaret | null;
  /** Writes words at the caret in place of what is selected, selects the first place to fill in, and takes the focus. */
  insertText(text: string): void;
  /** Opens the phrases ("/") or the people and units ("@") at the caret. */
  openHelp(sign: HelpSign): void;
  /** Does what a key does in the text, for one who chose it by its name. */
  press(key: string, keys: { shift?: boolean }): void;
};

type HeardEvents = Omit<EditorEvents, "onHint" | "onUndo"> & Partial<Pick<EditorEvents, "onUndo">>;

type MeetingEditorProps = HeardEvents & {
  /** Read when the meeting is opened; later changes of the same meeting come through `applyMeeting`. */
  meeting: MeetingView;
  readOnly: boolean;
  recordFace: "serif" | "sans";
  ref?: Ref<MeetingEditorHandle>;
};

/** The meeting as one document to write in. */
export function MeetingEditor({ meeting, readOnly, recordFace, ref, ...heardBy }: MeetingEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const events = useRef<HeardEvents>(heardBy);
  events.current = heardBy;

  // biome-ignore lint/correctness/useExhaustiveDependencies: tiptap owns the text; only another meeting makes another editor.
  useLayoutEffect(() => {
    if (host.current === null) return;
    const heard: EditorEvents = {
      onDirty: (part) => events.current.onDirty(part),
      onActiveItem: (itemId) => events.current.onActiveItem(itemId),
      onNotice: (text) => events.current.onNotice(text),
      onUndo: (step, part, own) => events.current.onUndo?.(step, part, own) ?? false,
      onHint: useUi.getState().say,
    };
    const help = createWritingHelp(meeting);
    void useWritingHelp.getState().load();
    const made = createEditor(host.current, meeting, !readOnly, heard, help);
    editor.current = made;
    go(made, toFirstOpen(made.state));
    return () => {
      made.destroy();
      help.end();
    };
  }, [meeting.id]);

  useEffect(() => {
    if (editor.current?.options.editable === readOnly) editor.current.setEditable(!readOnly, false);
  }, [readOnly]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the handle belongs to the editor of one meeting.
  useImperativeHandle(ref, () => createHandle(editor.current), [meeting.id]);

  return <div ref={host} className="meeting-editor" data-record-face={recordFace} />;
}

function go(editor: Editor, tr: Transaction | null): void {
  if (tr !== null) editor.view.dispatch(tr);
  editor.view.focus();
}

/** What lies over the text goes before the focus comes: what cannot be seen takes none. */
function uncover(): void {
  if (useUi.getState().closing) flushSync(() => useUi.getState().setClosing(false));
}

function goFromOutside(editor: Editor, find: () => Transaction | null): void {
  uncover();
  go(editor, find());
}

function createHandle(editor: Editor | null): MeetingEditorHandle {
  if (editor === null) throw new Error("the editor was not made");
  return {
    collect: (parts) => collectParts(editor.state.doc, parts),
    applyMeeting: (meeting, whole = false) => applyWhenComposed(editor, meeting, whole),
    focusItem: (itemId, part) => goFromOutside(editor, () => toItem(editor.state, itemId, part)),
    focusWords: (itemId, words) => goFromOutside(editor, () => toWords(editor.state, itemId, words)),
    wordsAtCaret: () => wordsAtCaret(editor.state),
    focusNextItem: (step) => goFromOutside(editor, () => toNeighbour(editor.state, step)),
    find: (words, step) => findInText(editor.view, words, step),
    endFind: forgetFound,
    focus: () => goFromOutside(editor, () => null),
    insertText: (text) => insertAtCaret(editor, text),
    openHelp: (sign) => {
      uncover();
      editor.view.focus();
      if (editor.isEditable) openHelp(editor.view, sign);
    },
    press: (key, { shift = false }) => {
      uncover();
      editor.view.focus();
      const mod = isMac ? { metaKey: true } : { ctrlKey: true };
      editor.view.dom.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey: shift, ...mod, bubbles: true, cancelable: true }));
    },
  };
}

function insertAtCaret(editor: Editor, text: string): void {
  uncover();
  editor.view.focus();
  const { from, to } = editor.state.selection;
  if (editor.isEditable) insertHelp(editor.view, { from, to }, text);
}

// A composition in progress lives in the DOM: drawing anew under it would drop its letters.
function applyWhenComposed(editor: Editor, meeting: MeetingView, whole: boolean): void {
  if (editor.isDestroyed) return;
  const { view } = editor;
  if (view.composing) {
    view.dom.addEventListener("compositionend", () => setTimeout(() => applyWhenComposed(editor, meeting, whole)), { once: true });
    return;
  }
  const tr = reconcile(editor.state, meeting, view.hasFocus() && !whole);
  if (tr !== null) view.dispatch(tr);
}
