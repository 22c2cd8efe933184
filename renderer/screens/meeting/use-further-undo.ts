import { type RefObject, useEffect } from "react";
import { clockAndDay } from "../../app/clock.ts";
import { isMac } from "../../app/keys.ts";
import { texts } from "../../app/texts.ts";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import type { DirtyPart, PartField } from "../../editor/parts.ts";
import { stepBack, stepForward } from "../../stores/further-undo.ts";
import { useUi } from "../../stores/ui.ts";

const fieldOfClass: Readonly<Record<string, PartField>> = {
  "item-title": "title",
  "agenda-text": "agendaText",
  recommendations: "recommendations",
  decision: "decision",
  "public-decision": "publicDecision",
};

/** Undo and redo in the text go on in the saved history where the editor's own steps end, so that they reach across restarts. */
export function useFurtherUndo(editor: RefObject<MeetingEditorHandle | null>, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let busy = false;
    const pressed = (event: KeyboardEvent): void => {
      const step = stepOf(event);
      const part = step === null ? null : partAtCaret(event.target);
      if (step === null || part === null) return;
      event.preventDefault();
      if (busy) return;
      busy = true;
      void take(step, part, editor.current).finally(() => {
        busy = false;
      });
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [editor, active]);
}

/** -1 for a Ctrl+Z, 1 for a Ctrl+Y or Ctrl+Shift+Z that the editor had no step for; null for any other key. */
function stepOf(event: KeyboardEvent): -1 | 1 | null {
  if (event.defaultPrevented || event.isComposing || event.altKey || !(isMac ? event.metaKey : event.ctrlKey)) return null;
  const key = event.key.toLowerCase();
  if (key === "y" || (key === "z" && event.shiftKey)) return 1;
  return key === "z" ? -1 : null;
}

/** The part of a punkt the caret is in, when the key was pressed in the text. */
function partAtCaret(target: EventTarget | null): DirtyPart | null {
  if (!(target instanceof HTMLElement) || target.closest('.ProseMirror[contenteditable="true"]') === null) return null;
  const { anchorNode } = document.getSelection() ?? { anchorNode: null };
  const at = anchorNode instanceof Element ? anchorNode : (anchorNode?.parentElement ?? null);
  const part = at?.closest(
    Object.keys(fieldOfClass)
      .map((name) => `.${name}`)
      .join(),
  );
  const itemId = part?.closest<HTMLElement>(".meeting-item")?.dataset["itemId"];
  const field = [...(part?.classList ?? [])].map((name) => fieldOfClass[name]).find((each) => each !== undefined);
  return itemId === undefined || field === undefined ? null : { itemId, field };
}

async function take(step: -1 | 1, part: DirtyPart, editor: MeetingEditorHandle | null): Promise<void> {
  // The part that is being written in is never changed from outside: it is left for as long as that takes.
  const caret = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  caret?.blur();
  const at = step === -1 ? await stepBack(part) : null;
  const moved = step === -1 ? at !== null : await stepForward(part);
  if (part.field === "publicDecision") editor?.focus();
  else editor?.focusItem(part.itemId, part.field);
  const { showToast, say } = useUi.getState();
  if (moved) showToast(at === null ? texts.history.forward : texts.history.back(clockAndDay(at)));
  else say(step === -1 ? texts.history.noFurther : texts.history.noForward);
}
