import { CircleCheck } from "lucide-react";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { clockAndDay } from "../../app/clock.ts";
import { closingTexts } from "../../app/closing-texts.ts";
import { formTexts } from "../../app/form-texts.ts";
import { goBack } from "../../app/routes.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { useExport } from "../../stores/export.ts";
import { useFolder } from "../../stores/folder.ts";
import { useMeetingList } from "../../stores/meeting-list.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { exportReferat, publishMeeting } from "../meeting/actions.ts";
import { useMaking } from "../meeting/use-making.ts";
import { Blocked } from "./blocked.tsx";

const words = closingTexts.panel;

/** How far the referat is on its way into the folder, what stopped it and the ways on, and the keys that send it. */
export function LayingPart({ meeting }: { meeting: MeetingView }) {
  const publishing = useFolder((state) => state.busy === "publish");
  const exporting = useExport((state) => state.busy);
  const laidAt = useLaidAt(meeting);
  return (
    <>
      <Blocked meeting={meeting} />
      <Warnings />
      {publishing || exporting ? <Progress exporting={exporting} /> : laidAt !== null && <Laid at={laidAt} meeting={meeting} />}
      <Button
        look={laidAt === null ? "primary" : "raised"}
        className="closing-lay"
        keys="Ctrl Shift S"
        aria-disabled={publishing}
        onClick={() => void publishMeeting(meeting.id)}
      >
        {laidAt === null ? words.lay : words.layAgain}
      </Button>
      <Button look="plain" className="closing-lay" keys="Ctrl E" aria-disabled={exporting} onClick={() => void exportReferat(meeting.id)}>
        {words.exportOnly}
      </Button>
    </>
  );
}

/** When all of the meeting as it is now was laid in the folder; null when something of it is not there. */
function useLaidAt({ id, savedAt }: MeetingView): string | null {
  const at = useMeetingList((state) => state.meetings?.find((each) => each.id === id)?.publishedAt ?? null);
  const saved = useOpenMeeting(({ saving }) => (saving.kind !== "saved" ? null : saving.at > savedAt ? saving.at : savedAt));
  return at !== null && saved !== null && saved <= at ? at : null;
}

function Progress({ exporting }: { exporting: boolean }) {
  const laying = useFolder((state) => state.folder.kind === "publishing");
  const making = useMaking();
  const text = exporting ? words.exporting : laying ? words.laying : words.setting;
  return (
    <div role="status">
      <div className="closing-progress-head">
        <p className="closing-progress-text">{text}</p>
        {making !== null && (
          <Button look="plain" keys="Esc" disabled={making.stopped} onClick={making.stop}>
            {formTexts.exporting.stop}
          </Button>
        )}
      </div>
      <div className="closing-progress-line" role="progressbar" aria-label={text} />
      <p className="closing-hint">{words.meanwhile}</p>
    </div>
  );
}

function Laid({ at, meeting }: { at: string; meeting: MeetingView }) {
  return (
    <div className="closing-laid">
      <CircleCheck {...iconProps} size={16} />
      <div>
        <p className="closing-laid-text">{words.laid(clockAndDay(at))}</p>
        {meeting.state === "draft" && <p className="closing-hint">{words.laidHint}</p>}
        <Button look="plain" className="closing-link" keys="Alt ←" onClick={() => void goBack()}>
          {words.backToMeetings}
        </Button>
      </div>
    </div>
  );
}

function Warnings() {
  const { warnings, dismiss } = useExport();
  if (warnings.length === 0) return null;
  return (
    <InlineAlert tone="notice" onDismiss={dismiss}>
      {texts.meeting.exportWarnings}
      <ul className="writing-warnings">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </InlineAlert>
  );
}
