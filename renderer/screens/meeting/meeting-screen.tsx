import { type CSSProperties, useEffect, useRef, useState } from "react";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { describeError } from "../../../shared/error-text.ts";
import type { AppError } from "../../../shared/errors.ts";
import { goBack } from "../../app/routes.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { shownError } from "../../stores/failure.ts";
import { useMeetingFrame } from "../../stores/meeting-frame.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";
import { ClosingScreen } from "../closing/closing-screen.tsx";
import { Aside } from "./aside.tsx";
import { ExportAs } from "./export-as.tsx";
import { IncomingFiles } from "./incoming-files.tsx";
import "./meeting-screen.css";
import { Rail } from "./rail.tsx";
import { TopBar } from "./top-bar.tsx";
import { useMeetingCommands } from "./use-meeting-commands.ts";
import { useSaveAnnouncement } from "./use-save-announcement.ts";
import { WritingColumn } from "./writing-column.tsx";

/** One meeting: Dagsorden, Skriv and Ved hånden. */
export function MeetingScreen({ meetingId, itemId }: { meetingId: string; itemId: string | null }) {
  const meeting = useMeetingFrame();
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    if (useOpenMeeting.getState().meeting?.id === meetingId) return;
    let wanted = true;
    setError(null);
    useOpenMeeting
      .getState()
      .open(meetingId)
      .catch((thrown: unknown) => wanted && setError(shownError(thrown)));
    return () => {
      wanted = false;
    };
  }, [meetingId]);
  if (error !== null) return <OpenFailed error={error} />;
  if (meeting === null || meeting.id !== meetingId) return <p className="meeting-loading">{texts.meeting.loading}</p>;
  return <OpenMeeting meeting={meeting} itemId={itemId} />;
}

function OpenMeeting({ meeting, itemId }: { meeting: MeetingView; itemId: string | null }) {
  const editor = useRef<MeetingEditorHandle>(null);
  const answered = useMeetingCommands(meeting, editor);
  useSaveAnnouncement();
  useEffect(() => {
    if (itemId !== null) editor.current?.focusItem(itemId);
  }, [itemId]);
  const asideWidth = useUi((state) => state.asideWidth);
  const closing = useUi((state) => state.closing);
  const firstItem = itemsOf(meeting)[0]?.id;
  return (
    <div
      className="meeting"
      data-closing={closing}
      style={asideWidth === null ? {} : ({ "--aside-chosen": `${asideWidth}px` } as CSSProperties)}
    >
      <button type="button" className="skip-link" onClick={() => firstItem && editor.current?.focusItem(firstItem)}>
        {texts.nav.skipToText}
      </button>
      <a className="skip-link" href="#agenda">
        {texts.nav.skipToAgenda}
      </a>
      <TopBar meeting={meeting} answered={answered} />
      <Rail meeting={meeting} editor={editor} />
      <WritingColumn meeting={meeting} editor={editor} />
      {closing ? <ClosingScreen editor={editor} /> : <Aside meeting={meeting} />}
      <IncomingFiles meeting={meeting} />
      <ExportAs meeting={meeting} />
    </div>
  );
}

function OpenFailed({ error }: { error: AppError }) {
  return (
    <main className="meeting-failed">
      <h1 className="screen-title">{texts.meeting.openFailed}</h1>
      <p role="alert">{describeError(error)}</p>
      <Button onClick={() => void goBack()}>{texts.meeting.backToList}</Button>
    </main>
  );
}
