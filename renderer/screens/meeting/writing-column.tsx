import { BadgeCheck } from "lucide-react";
import { type RefObject, useCallback, useState } from "react";
import { findApprovalItem } from "../../../shared/domain/approval-item.ts";
import { dayAndMonth } from "../../../shared/domain/date.ts";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { describeError } from "../../../shared/error-text.ts";
import { attachmentTexts } from "../../app/attachment-texts.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { goTo } from "../../app/routes.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { ToastHost } from "../../components/toast-host.tsx";
import { type DirtyPart, MeetingEditor, type MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { useAgenda } from "../../stores/agenda.ts";
import { useClock } from "../../stores/clock.ts";
import { useExport } from "../../stores/export.ts";
import { useFolder } from "../../stores/folder.ts";
import { wroteOver } from "../../stores/further-undo.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useSettings } from "../../stores/settings.ts";
import { AddingBar } from "./adding-bar.tsx";
import { DeletedAlert } from "./deleted-alert.tsx";
import { ExportBar } from "./export-bar.tsx";
import { FindBar } from "./find-bar.tsx";
import { NameVersion } from "./name-version.tsx";
import { approvePrevious, canApprovePrevious } from "./state-actions.ts";
import { StateNote } from "./state-note.tsx";
import { undoFurther } from "./undo-further.ts";

/** *Skriv*: the meeting's text, what went wrong beneath it, and the keys at hand. */
export function WritingColumn({ meeting, editor }: { meeting: MeetingView; editor: RefObject<MeetingEditorHandle | null> }) {
  const recordFace = useSettings((state) => state.settings.recordFace);
  const { attachEditor, setActiveItem } = useOpenMeeting.getState();
  const [notice, setNotice] = useState<string | null>(null);
  const attach = useCallback(
    (handle: MeetingEditorHandle | null) => {
      editor.current = handle;
      attachEditor(handle);
    },
    [editor, attachEditor],
  );
  return (
    <main className="writing" aria-label={texts.meeting.text}>
      <StateNote meeting={meeting} />
      <div className="writing-text">
        <MeetingEditor
          ref={attach}
          meeting={meeting}
          readOnly={meeting.locked}
          recordFace={recordFace}
          onDirty={noteWriting}
          onActiveItem={setActiveItem}
          onNotice={setNotice}
          onUndo={(step, part, own) => undoFurther(step, part, own, editor.current)}
        />
      </div>
      <div className="writing-foot">
        <ToastHost />
        <Alerts meetingId={meeting.id} notice={notice} onNoticeSeen={() => setNotice(null)} />
        <AddingBar />
        <ExportBar />
        <FindBar editor={() => editor.current} />
        <NameVersion onDone={() => editor.current?.focus()} />
        <Hints meeting={meeting} />
      </div>
    </main>
  );
}

function noteWriting(part: DirtyPart): void {
  useOpenMeeting.getState().markDirty(part);
  useClock.getState().wroteIn(part);
  wroteOver(part);
}

function Alerts({ meetingId, notice, onNoticeSeen }: { meetingId: string; notice: string | null; onNoticeSeen(): void }) {
  const saveError = useOpenMeeting(({ saving }) => (saving.kind === "failed" ? saving.error : null));
  const agenda = useAgenda();
  const clock = useClock();
  const exporting = useExport();
  const folder = useFolder();
  const toSettings = <Button onClick={() => void goTo({ screen: "settings" })}>{texts.meeting.openSettings}</Button>;
  return (
    <div className="writing-alerts">
      <DeletedAlert meetingId={meetingId} />
      {saveError !== null && (
        <InlineAlert tone="error" quiet action={<Button onClick={() => void useOpenMeeting.getState().flush()}>{texts.retry}</Button>}>
          {describeError(saveError)}
        </InlineAlert>
      )}
      {notice !== null && (
        <InlineAlert tone="error" onDismiss={onNoticeSeen}>
          {notice}
        </InlineAlert>
      )}
      {agenda.error !== null && (
        <InlineAlert tone="error" onDismiss={agenda.dismissError}>
          {describeError(agenda.error)}
        </InlineAlert>
      )}
      {clock.error !== null && (
        <InlineAlert tone="error" onDismiss={clock.dismissError}>
          {describeError(clock.error)}
        </InlineAlert>
      )}
      {exporting.error !== null && (
        <InlineAlert tone="error" onDismiss={exporting.dismiss}>
          {describeError(exporting.error)}
        </InlineAlert>
      )}
      {exporting.warnings.length > 0 && (
        <InlineAlert tone="notice" onDismiss={exporting.dismiss}>
          {exporting.busy ? attachmentTexts.beforeExport : texts.meeting.exportWarnings}
          <ul className="writing-warnings">
            {exporting.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </InlineAlert>
      )}
      {folder.error !== null && (
        <InlineAlert tone="error" onDismiss={folder.dismissError} action={folder.error.kind === "folder-not-set" && toSettings}>
          {describeError(folder.error)}
        </InlineAlert>
      )}
    </div>
  );
}

const hints: readonly { keys: string; text: string; wide?: true }[] = [
  { keys: "Ctrl Enter", text: texts.hints.usual },
  { keys: "/", text: texts.hints.phrase },
  { keys: "@", text: texts.hints.name, wide: true },
  { keys: "Ctrl ↓", text: texts.hints.next },
  { keys: "F1", text: texts.hints.keys },
  // Last, as what has no room is left out from the end.
  { keys: "Ctrl Shift N", text: texts.hints.add, wide: true },
];

function Hints({ meeting }: { meeting: MeetingView }) {
  return (
    <div className="writing-hints">
      <ApproveButton meeting={meeting} />
      <p className="writing-hint-list" aria-hidden="true">
        {hints.map((hint) => (
          <span key={hint.keys} className={hint.wide ? "writing-hint writing-hint-wide" : "writing-hint"}>
            <Kbd keys={hint.keys} /> {hint.text}
          </span>
        ))}
      </p>
    </div>
  );
}

/** At Punkt 2, as long as they wait for it: the minutes of the meeting before are approved by one key. */
function ApproveButton({ meeting }: { meeting: MeetingView }) {
  const active = useOpenMeeting((state) => state.activeItemId);
  const { previous } = meeting;
  if (previous === null || !canApprovePrevious(meeting) || findApprovalItem(meeting)?.id !== active) return null;
  return (
    <Button
      look="plain"
      className="writing-approve"
      icon={<BadgeCheck {...iconProps} />}
      keys="Ctrl Shift G"
      onClick={() => void approvePrevious()}
    >
      {liveTexts.states.approvePrevious(dayAndMonth(previous.date))}
    </Button>
  );
}
