import { useEffect, useState } from "react";
import type { FollowUpView } from "../../../shared/domain/follow-up-view.ts";
import { type ItemView, itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { describeError } from "../../../shared/error-text.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { goTo } from "../../app/routes.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { QuietInput } from "../../components/quiet-input.tsx";
import { useFollowUpList } from "../../stores/follow-up-list.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";
import { namesIn } from "../follow-ups/names-in.ts";
import "./follow-ups-panel.css";

const words = liveTexts.followUps;
const readAgainAfter = 600;

/** The follow-ups of this meeting by punkt; they follow the text as it is saved. */
export function FollowUpsPanel({ meeting }: { meeting: MeetingView }) {
  const { error, dismissError } = useFollowUpList();
  useReadAgain(meeting.id);
  const groups = itemsOf(meeting)
    .map((item) => ({ item, followUps: meeting.followUps.filter((each) => each.itemId === item.id) }))
    .filter(({ followUps }) => followUps.length > 0);
  const open = meeting.followUps.filter((each) => each.state === "open").length;
  return (
    <section className="meeting-follow-ups" aria-label={words.title}>
      {error !== null && (
        <InlineAlert tone="error" onDismiss={dismissError}>
          {describeError(error)}
        </InlineAlert>
      )}
      {groups.length === 0 ? (
        <div>
          <h3 className="panel-title">{words.panel.emptyTitle}</h3>
          <p className="panel-text">{words.panel.emptyText}</p>
        </div>
      ) : (
        <p className="panel-text tabular">{words.panel.count(open, meeting.followUps.length - open)}</p>
      )}
      {groups.map(({ item, followUps }) => (
        <ItemFollowUps key={item.id} item={item} followUps={followUps} />
      ))}
      <Button look="plain" className="panel-all" onClick={() => void goTo({ screen: "follow-ups" })}>
        {words.panel.all}
      </Button>
    </section>
  );
}

/** Main makes the records of the text when it is saved: a while after that they are read again. */
function useReadAgain(meetingId: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => void useFollowUpList.getState().loadMeeting(meetingId);
    read();
    const stop = useOpenMeeting.subscribe(({ saving }, before) => {
      if (saving.kind !== "saved" || before.saving.kind === "saved") return;
      clearTimeout(timer);
      timer = setTimeout(read, readAgainAfter);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [meetingId]);
}

function ItemFollowUps({ item, followUps }: { item: ItemView; followUps: readonly FollowUpView[] }) {
  const goToItem = (): void => useOpenMeeting.getState().editor()?.focusItem(item.id);
  return (
    <div className="panel-group">
      <button type="button" className="panel-item" onClick={goToItem}>
        {words.item(item.number, item.title || texts.agenda.untitled)}
      </button>
      <ul>
        {followUps.map((followUp) => (
          <PanelRow key={followUp.id} followUp={followUp} />
        ))}
      </ul>
    </div>
  );
}

function PanelRow({ followUp }: { followUp: FollowUpView }) {
  const { id, text, owners, due, state } = followUp;
  const [editing, setEditing] = useState<"owners" | "due" | null>(null);
  const { save } = useFollowUpList.getState();
  const toggle = async (): Promise<void> => {
    const next = state === "open" ? "done" : "open";
    if (!(await save({ id, state: next }))) return;
    const said = next === "done" ? words.doneToast(text) : words.reopenedToast(text);
    useUi.getState().showToast(said, async () => void (await save({ id, state })));
  };
  const commit = (edit: { owners: string[] } | { due: string | null }): true => {
    void save({ id, ...edit });
    return true;
  };
  return (
    <li className="panel-row" data-done={state === "done"}>
      <label className="panel-check" htmlFor={`done-${id}`}>
        <CheckBox id={`done-${id}`} checked={state === "done"} onChange={() => void toggle()} />
        <span className="panel-row-text">{text}</span>
      </label>
      <div className="panel-facts">
        {editing === "owners" ? (
          <QuietInput
            label={words.ownersLabel(text)}
            value={owners.join(", ")}
            onCommit={(typed) => commit({ owners: namesIn(typed) })}
            onDone={() => setEditing(null)}
          />
        ) : (
          <button
            type="button"
            className={owners.length === 0 ? "panel-fact panel-choose" : "panel-fact"}
            onClick={() => setEditing("owners")}
          >
            {owners.length === 0 ? words.chooseOwner : owners.join(", ")}
          </button>
        )}
        {editing === "due" ? (
          <QuietInput
            label={words.dueLabel(text)}
            value={due ?? ""}
            onCommit={(typed) => commit({ due: typed === "" ? null : typed })}
            onDone={() => setEditing(null)}
          />
        ) : (
          <button type="button" className="panel-fact" onClick={() => setEditing("due")}>
            {due ?? words.noDue}
          </button>
        )}
      </div>
    </li>
  );
}
