import { type KeyboardEvent, useEffect, useRef } from "react";
import { headerDate, weekdayName } from "../../../shared/domain/date.ts";
import { texts } from "../../app/texts.ts";
import { parseTypedDate } from "../../app/typed.ts";
import { Field } from "../../components/field.tsx";
import { LineList } from "../../components/line-list.tsx";
import { type DraftField, type MeetingDraft, useNewMeeting } from "../../stores/new-meeting.ts";
import { useSettings } from "../../stores/settings.ts";

const words = texts.newMeeting;
const peopleList = "new-meeting-people";

/** When, where and who: the fields of the meeting itself. */
export function MeetingPart({ draft, faults }: { draft: MeetingDraft; faults: ReadonlySet<DraftField> }) {
  const edit = useNewMeeting((state) => state.edit);
  const people = useSettings((state) => state.people);
  const date = parseTypedDate(draft.date);
  const dateInput = useRef<HTMLInputElement>(null);
  useEffect(() => dateInput.current?.select(), []);
  const bind = (field: "start" | "end" | "place" | "minuteTaker" | "title") => ({
    value: draft[field],
    onChange: (event: { target: { value: string } }) => edit(field, event.target.value),
  });
  const stepWeek = (event: KeyboardEvent): void => {
    const days = { ArrowUp: 7, ArrowDown: -7 }[event.key];
    if (days === undefined || date === null) return;
    event.preventDefault();
    edit("date", headerDate(daysAfter(date, days)));
  };
  return (
    <div className="new-meeting-fields">
      <Field
        label={words.date}
        hint={date === null ? words.dateError : words.dateHint(weekdayName(date))}
        error={faults.has("date") ? words.dateError : null}
        input={{
          ref: dateInput,
          value: draft.date,
          inputMode: "numeric",
          onChange: (event) => edit("date", event.target.value),
          onKeyDown: stepWeek,
        }}
      />
      <div className="field-pair">
        <Field label={words.start} error={faults.has("start") ? words.timeError : null} input={bind("start")} />
        <Field label={words.end} error={faults.has("end") ? endFault(draft) : null} input={bind("end")} />
      </div>
      <Field label={words.place} input={bind("place")} />
      <Field label={words.minuteTaker} input={{ ...bind("minuteTaker"), list: peopleList }} />
      <datalist id={peopleList}>
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field label={words.meetingTitle} error={faults.has("title") ? words.titleError : null} input={bind("title")} />
      <LineList
        legend={words.information}
        hint={words.informationHint}
        lines={draft.information}
        onChange={(lines) => edit("information", lines)}
      />
    </div>
  );
}

function endFault(draft: MeetingDraft): string {
  return /^\s*\d{1,2}([.:]?\d{2})?\s*$/.test(draft.end) ? words.endError : words.timeError;
}

function daysAfter(date: string, days: number): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
