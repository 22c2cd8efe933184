import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { describeError } from "../../../shared/error-text.ts";
import type { AppError } from "../../../shared/errors.ts";
import { closingTexts } from "../../app/closing-texts.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { useAgenda } from "../../stores/agenda.ts";
import { useExport } from "../../stores/export.ts";
import { useFolder } from "../../stores/folder.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { publishMeeting } from "../meeting/actions.ts";
import { chooseFolderAndLay, layWaiting } from "./closing-actions.ts";

const words = closingTexts.panel;

/** What stopped the referat on its way, where, and the ways on; the export to a file always stands below. */
export function Blocked({ meeting }: { meeting: MeetingView }) {
  const unsaved = useOpenMeeting(({ saving }) => (saving.kind === "failed" ? saving.error : null));
  const folder = useFolder();
  const exporting = useExport();
  const agenda = useAgenda();
  const waits = folder.folder.kind === "trouble" && folder.folder.waiting > 0 ? folder.folder.error : null;
  const inFolder = folder.busy === null ? (folder.error ?? waits) : null;
  return (
    <>
      {unsaved !== null && <Stopped error={unsaved} meeting={meeting} again={() => void useOpenMeeting.getState().flush()} />}
      {inFolder !== null && <Stopped error={inFolder} meeting={meeting} again={() => void tryAgain(inFolder, meeting.id)} />}
      {agenda.error !== null && <Stopped error={agenda.error} meeting={meeting} onDismiss={agenda.dismissError} />}
      {exporting.error !== null && <Stopped error={exporting.error} meeting={meeting} onDismiss={exporting.dismiss} />}
    </>
  );
}

/** What waits is sent as it is; what was never made is made now. */
function tryAgain(error: AppError, meetingId: string): Promise<void> {
  return waitsInOutbox.has(error.kind) ? layWaiting() : publishMeeting(meetingId);
}

const waitsInOutbox: ReadonlySet<AppError["kind"]> = new Set([
  "folder-absent",
  "folder-read-only",
  "folder-failed",
  "folder-changed",
  "disk-full",
]);

type StoppedProps = { error: AppError; meeting: MeetingView; again?(): void; onDismiss?(): void };

function Stopped({ error, meeting, again, onDismiss }: StoppedProps) {
  const chooses = error.kind === "folder-not-set" || waitsInOutbox.has(error.kind);
  const item = placeOf(error, meeting);
  return (
    <InlineAlert
      tone="error"
      {...(onDismiss && { onDismiss })}
      action={
        <div className="closing-ways">
          {again && error.kind !== "folder-not-set" && <Button onClick={again}>{texts.retry}</Button>}
          {chooses && (
            <Button onClick={() => void chooseFolderAndLay(error.kind === "folder-not-set" ? meeting.id : null)}>
              {error.kind === "folder-not-set" ? words.chooseFolder : words.chooseAnother}
            </Button>
          )}
          {item !== null && (
            <Button onClick={() => useOpenMeeting.getState().editor()?.focusItem(item.id, "decision")}>
              {words.goToItem(item.number)}
            </Button>
          )}
        </div>
      }
    >
      {describeError(error)}
    </InlineAlert>
  );
}

/** The punkt that the place of an error names. */
function placeOf(error: AppError, meeting: MeetingView) {
  const number = "place" in error ? /punkt (\d+)/i.exec(error.place)?.[1] : undefined;
  return itemsOf(meeting).find((item) => item.number === Number(number)) ?? null;
}
