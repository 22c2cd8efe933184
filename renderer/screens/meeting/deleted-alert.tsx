import { elsewhereTexts } from "../../app/elsewhere-texts.ts";
import { Button } from "../../components/button.tsx";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { useDeletedElsewhere } from "../../stores/deleted-elsewhere.ts";
import { useMeetingList } from "../../stores/meeting-list.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";

const words = elsewhereTexts;

/** That the open meeting, or something in it, was deleted on another PC, and what became of it; it stays until it is solved or put away. */
export function DeletedAlert({ meetingId }: { meetingId: string }) {
  const { meetingId: about, told, dismiss } = useDeletedElsewhere();
  if (told === null || about !== meetingId) return null;
  return told === "deleted" ? (
    <InlineAlert tone="notice" quiet action={<Button onClick={() => void keepMeeting(meetingId)}>{words.keep}</Button>}>
      {words.told.deleted}
    </InlineAlert>
  ) : (
    <InlineAlert tone="notice" quiet onDismiss={dismiss}>
      {words.told[told]}
    </InlineAlert>
  );
}

async function keepMeeting(meetingId: string): Promise<void> {
  if (!(await useMeetingList.getState().restore(meetingId))) return;
  useDeletedElsewhere.getState().dismiss();
  useUi.getState().showToast(words.kept);
  await useOpenMeeting.getState().takeOver();
}
