import type { FieldValue } from "../../../shared/domain/history.ts";
import { clockAndDay } from "../../app/clock.ts";
import { texts } from "../../app/texts.ts";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import type { DirtyPart } from "../../editor/parts.ts";
import { canStepForward, stepBack, stepForward } from "../../stores/further-undo.ts";
import { setField } from "../../stores/history.ts";
import { useUi } from "../../stores/ui.ts";

let busy = false;

/**
 * Undo (-1) and redo (1) go on in the saved history of a part where the editor's own steps end, and so reach across restarts. What was
 * taken back last comes again first. False leaves the key to the editor.
 */
export function undoFurther(step: -1 | 1, part: DirtyPart, own: boolean, editor: MeetingEditorHandle | null): boolean {
  if (own && (step === -1 || !canStepForward(part))) return false;
  if (!busy) void take(step, part, editor);
  return true;
}

async function take(step: -1 | 1, part: DirtyPart, editor: MeetingEditorHandle | null): Promise<void> {
  busy = true;
  const put = (value: FieldValue): void => {
    // The part being written in is never changed from outside: the caret leaves it for as long as that takes.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setField(part, value);
    if (part.field === "publicDecision") editor?.focus();
    else editor?.focusItem(part.itemId, part.field);
  };
  try {
    const at = step === -1 ? await stepBack(part, put) : null;
    tell(step, at, step === -1 ? at !== null : await stepForward(part, put));
  } finally {
    busy = false;
  }
}

function tell(step: -1 | 1, at: string | null, moved: boolean): void {
  const { showToast, say } = useUi.getState();
  if (moved) showToast(at === null ? texts.history.forward : texts.history.back(clockAndDay(at)));
  else say(step === -1 ? texts.history.noFurther : texts.history.noForward);
}
