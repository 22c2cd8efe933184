import type { PreviousReferat } from "../../../shared/ipc/contract.ts";
import { formTexts } from "../../app/form-texts.ts";
import { useAttachments } from "../../stores/attachments.ts";
import { useExport } from "../../stores/export.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";

const words = formTexts.previous;

/** Saves what is written, then lays the referat of the meeting before at its punkt, with the way back in a toast. */
export async function addPreviousReferat(meetingId: string): Promise<void> {
  if (!(await useOpenMeeting.getState().flush()) || useExport.getState().busy) return;
  useUi.getState().say(words.making);
  const added = await useExport.getState().addPrevious(meetingId);
  if (added === null) return;
  const { attachmentId, replacedId } = added;
  const undo = attachmentId === null ? undefined : () => useAttachments.getState().takeBack(attachmentId, replacedId);
  useUi.getState().showToast(toldOf(added), undo);
}

function toldOf({ title, number, attachmentId, replacedId, withoutClosed }: PreviousReferat): string {
  const told = attachmentId === null ? words.unchanged : replacedId === null ? words.added : words.replaced;
  return withoutClosed ? `${told(title, number)}. ${words.withoutClosed}` : told(title, number);
}
