import { useEffect, useRef, useState } from "react";
import { describeError } from "../../../shared/error-text.ts";
import { useCommands } from "../../app/keys.ts";
import { goTo } from "../../app/routes.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { draftFaults, useNewMeeting } from "../../stores/new-meeting.ts";
import { useUi } from "../../stores/ui.ts";
import { AgendaPart } from "./agenda-part.tsx";
import { MeetingPart } from "./meeting-part.tsx";
import "./new-meeting-dialog.css";

const words = texts.newMeeting;

/** *Nyt møde*: what is proposed for the day, to be changed, and the cases of the day. Ctrl+Enter makes the meeting and opens it. */
export function NewMeetingDialog() {
  const { draft, proposal, kept, creating, error, begin, startOver } = useNewMeeting();
  const [checked, setChecked] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const close = (): void => useUi.getState().setDialog(null);
  useEffect(() => void begin(), [begin]);
  const create = async (): Promise<void> => {
    setChecked(true);
    const meetingId = await useNewMeeting.getState().create();
    if (meetingId === null) return body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    close();
    await goTo({ screen: "meeting", meetingId });
  };
  useCommands({ accept: () => void create() });
  const footer = (
    <>
      <Button look="plain" onClick={close}>
        {texts.cancel}
      </Button>
      <Button look="primary" keys="Ctrl Enter" disabled={draft === null || creating} onClick={() => void create()}>
        {creating ? words.creating : words.create}
      </Button>
    </>
  );
  const faults = checked && draft !== null ? draftFaults(draft) : new Set<never>();
  return (
    <Dialog title={words.title} description={words.description} width={880} footer={footer} onClose={close}>
      <div ref={body} className="new-meeting">
        {error !== null && <InlineAlert tone="error">{describeError(error)}</InlineAlert>}
        {kept && (
          <InlineAlert
            tone="notice"
            action={
              <Button look="plain" onClick={() => void startOver()}>
                {words.startOver}
              </Button>
            }
          >
            {words.kept}
          </InlineAlert>
        )}
        {draft === null || proposal === null ? (
          error === null && <p className="new-meeting-loading">{words.loading}</p>
        ) : (
          <div className="new-meeting-parts">
            <MeetingPart draft={draft} faults={faults} />
            <AgendaPart draft={draft} proposal={proposal} faults={faults} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
