import { FileInput, Plus } from "lucide-react";
import { describeError } from "../../../shared/error-text.ts";
import { localDay } from "../../app/clock.ts";
import { goTo } from "../../app/routes.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { iconProps } from "../../components/icon.ts";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { useMeetingList } from "../../stores/meeting-list.ts";
import { useUi } from "../../stores/ui.ts";
import { Frame } from "../frame.tsx";
import { groupMeetings } from "./grouping.ts";
import { MeetingList } from "./meeting-list.tsx";
import "./meetings-screen.css";

/** The list of meetings: what is coming, what is being written, what is approved. */
export function MeetingsScreen() {
  const { meetings, error, dismissError } = useMeetingList();
  return (
    <Frame current="meetings">
      <header className="meetings-head">
        <h1 className="screen-title">{texts.meetings.title}</h1>
        <Actions />
      </header>
      {error !== null && (
        <InlineAlert tone="error" onDismiss={dismissError}>
          {describeError(error)}
        </InlineAlert>
      )}
      {meetings === null && error === null && <p className="meetings-loading">{texts.meetings.loading}</p>}
      {meetings !== null && meetings.length === 0 && (
        <EmptyState title={texts.meetings.emptyTitle} actions={<Actions />}>
          {texts.meetings.emptyText}
        </EmptyState>
      )}
      {meetings !== null && meetings.length > 0 && (
        <>
          <MeetingList groups={groupMeetings(meetings, localDay(new Date()))} />
          <Hints />
        </>
      )}
    </Frame>
  );
}

function Actions() {
  const setDialog = useUi((state) => state.setDialog);
  return (
    <div className="meetings-actions">
      <Button icon={<FileInput {...iconProps} />} keys="Ctrl O" onClick={() => void importFile()}>
        {texts.meetings.import}
      </Button>
      <Button look="primary" icon={<Plus {...iconProps} />} keys="Ctrl N" onClick={() => setDialog("new-meeting")}>
        {texts.meetings.create}
      </Button>
    </div>
  );
}

async function importFile(): Promise<void> {
  const meetingId = await useMeetingList.getState().importFile();
  if (meetingId !== null) await goTo({ screen: "meeting", meetingId });
}

function Hints() {
  const hints = texts.meetings.hints;
  return (
    <p className="meetings-hints" aria-hidden="true">
      <span>
        <Kbd keys="↑" /> <Kbd keys="↓" /> {hints.choose}
      </span>
      <span>
        <Kbd keys="Enter" /> {hints.open}
      </span>
      <span>
        <Kbd keys="Delete" /> {hints.remove}
      </span>
      <span>
        <Kbd keys="F1" /> {hints.keys}
      </span>
    </p>
  );
}
