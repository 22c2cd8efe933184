import { useEffect, useState } from "react";
import type { ItemField } from "../../../shared/domain/history.ts";
import type { ItemView, MeetingView } from "../../../shared/domain/meeting.ts";
import { describeError } from "../../../shared/error-text.ts";
import { texts } from "../../app/texts.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { useHistory } from "../../stores/history.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { HistoryList } from "./history-list.tsx";
import "./history-panel.css";
import { HistoryTime } from "./history-time.tsx";
import { HistoryVersion } from "./history-version.tsx";

const words = texts.history;

/** The fields of a punkt that are text, as they stand in Skriv. */
const textFields = ["decision", "publicDecision", "agendaText", "recommendations", "title"] as const satisfies readonly ItemField[];
type TextField = (typeof textFields)[number];

/** *Historik*: how a text of the punkt stood at any time, what has changed since, and the way to bring it back. */
export function HistoryPanel({ meeting, item }: { meeting: MeetingView; item: ItemView | null }) {
  const [field, setField] = useState<TextField>("decision");
  if (item === null) return <p className="history-none">{words.noItem}</p>;
  const shown = field === "publicDecision" && !item.closed ? "decision" : field;
  const fields = textFields.filter((each) => each !== "publicDecision" || item.closed);
  return (
    <section className="history" aria-label={texts.aside.history}>
      <h3 className="history-of">{texts.attachments.of(item.number, item.title || texts.agenda.untitled)}</h3>
      <select
        className="input"
        aria-label={words.field}
        value={shown}
        onChange={(event) => setField(fields.find((each) => each === event.target.value) ?? "decision")}
      >
        {fields.map((each) => (
          <option key={each} value={each}>
            {words.fields[each]}
          </option>
        ))}
      </select>
      <FieldHistory meetingId={meeting.id} item={item} field={shown} />
    </section>
  );
}

type FieldHistoryProps = { meetingId: string; item: ItemView; field: TextField };

function FieldHistory({ meetingId, item, field }: FieldHistoryProps) {
  const { entries, chosen, error } = useHistory();
  const itemId = item.id;
  useEffect(() => readWhenSaved(() => void useHistory.getState().load({ meetingId, itemId, field })), [meetingId, itemId, field]);
  return (
    <>
      {error !== null && <InlineAlert tone="error">{describeError(error)}</InlineAlert>}
      {entries?.length === 0 && <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>}
      {entries !== null && entries.length > 0 && <HistoryTime entries={entries} chosen={chosen} />}
      {chosen !== null && <HistoryVersion place={{ meetingId, itemId, field }} chosen={chosen} />}
      {entries !== null && <HistoryList entries={entries} />}
    </>
  );
}

const quietFor = 1_500;

/** Reads now, and again each time the writing has paused and is saved. */
function readWhenSaved(read: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  read();
  const stop = useOpenMeeting.subscribe(({ saving }, before) => {
    if (saving === before.saving) return;
    clearTimeout(timer);
    if (saving.kind === "saved") timer = setTimeout(read, quietFor);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
