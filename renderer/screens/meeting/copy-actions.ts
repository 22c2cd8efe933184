import type { ReferatEdition } from "../../../shared/domain/edition.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { formTexts } from "../../app/form-texts.ts";
import { useExport } from "../../stores/export.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";

const words = formTexts.copy;

/** Saves what is written, then puts a punkt on the clipboard, to be pasted in Word, Outlook or the old system. */
export async function copyItem(meetingId: string, itemId: string): Promise<void> {
  if (!(await useOpenMeeting.getState().flush())) return;
  if (!(await useExport.getState().copy({ meetingId, itemId }))) return;
  const item = itemsOf(useOpenMeeting.getState().meeting ?? { categories: [] }).find(({ id }) => id === itemId);
  if (item !== undefined) useUi.getState().showToast(item.closed ? words.closedItem(item.number) : words.item(item.number));
}

/** Saves what is written, then puts the whole referat on the clipboard. */
export async function copyReferat(meetingId: string, edition: ReferatEdition): Promise<void> {
  if (!(await useOpenMeeting.getState().flush())) return;
  if (!(await useExport.getState().copy({ meetingId, edition }))) return;
  const closed = itemsOf(useOpenMeeting.getState().meeting ?? { categories: [] }).some((item) => item.closed);
  useUi.getState().showToast(edition === "open" ? words.open : closed ? words.fullWithClosed : words.full);
}
