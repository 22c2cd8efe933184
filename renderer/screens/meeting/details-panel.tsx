import { useState } from "react";
import { dayAndMonth, headerDate, screenTime, weekdayName } from "../../../shared/domain/date.ts";
import { type FieldChange, type MeetingView, minuteTakerLine } from "../../../shared/domain/meeting.ts";
import { texts } from "../../app/texts.ts";
import { parseTypedDate, parseTypedTime } from "../../app/typed.ts";
import { Field } from "../../components/field.tsx";
import { LineList } from "../../components/line-list.tsx";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useSettings } from "../../stores/settings.ts";
import { AttendancePart } from "./attendance-part.tsx";
import "./details-panel.css";
import { StatePart } from "./state-part.tsx";

const words = texts.newMeeting;
const peopleList = "details-people";

type MeetingChange = Extract<FieldChange, { entity: "meeting" }>;

/** The facts of the meeting, saved as they are typed; what cannot be used is said and not saved. */
export function DetailsPanel({ meeting }: { meeting: MeetingView }) {
  const people = useSettings((state) => state.people);
  const set = (change: Omit<MeetingChange, "entity" | "id">): void => {
    useOpenMeeting.getState().changeField({ entity: "meeting", id: meeting.id, ...change } as MeetingChange);
  };
  const setDate = (date: string): void => {
    set({ field: "date", value: date });
    const ownDay = ` d. ${dayAndMonth(meeting.date)}`;
    if (meeting.title.endsWith(ownDay)) set({ field: "title", value: `${meeting.title.slice(0, -ownDay.length)} d. ${dayAndMonth(date)}` });
  };
  const setTime = (field: "start" | "end", time: string): void => set({ field, value: time });
  const endsAfterStart = (time: string): boolean => time > meeting.start;
  return (
    <section className="details" aria-label={texts.aside.details}>
      <TypedField
        label={words.meetingTitle}
        value={meeting.title}
        error={words.titleError}
        parse={notBlank}
        onChange={(value) => set({ field: "title", value })}
      />
      <TypedField
        label={words.date}
        value={headerDate(meeting.date)}
        hint={texts.details.weekday(weekdayName(meeting.date))}
        error={words.dateError}
        parse={parseTypedDate}
        onChange={setDate}
      />
      <div className="field-pair">
        <TypedField
          label={words.start}
          value={screenTime(meeting.start)}
          error={words.timeError}
          parse={parseTypedTime}
          onChange={(time) => setTime("start", time)}
        />
        <TypedField
          label={words.end}
          value={screenTime(meeting.end)}
          error={words.endError}
          parse={(typed) => {
            const time = parseTypedTime(typed);
            return time !== null && endsAfterStart(time) ? time : null;
          }}
          onChange={(time) => setTime("end", time)}
        />
      </div>
      <TypedField label={words.place} value={meeting.place} parse={any} onChange={(value) => set({ field: "place", value })} />
      <TypedField
        label={words.minuteTaker}
        value={meeting.minuteTaker}
        hint={meeting.minuteTaker.trim() === "" ? "" : texts.details.ownLine(minuteTakerLine(meeting.minuteTaker))}
        list={peopleList}
        parse={any}
        onChange={(value) => set({ field: "minuteTaker", value })}
      />
      <datalist id={peopleList}>
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <LineList
        legend={words.information}
        hint={words.informationHint}
        lines={meeting.information}
        onChange={(lines) => set({ field: "information", value: [...lines] })}
      />
      <AttendancePart meeting={meeting} />
      <StatePart meeting={meeting} />
    </section>
  );
}

type TypedFieldProps = {
  label: string;
  value: string;
  hint?: string;
  error?: string;
  list?: string;
  /** The value to save for what is typed, or null when it cannot be used. */
  parse(typed: string): string | null;
  onChange(value: string): void;
};

/** Holds what is typed while it is being typed; leaving the field with something unusable brings the saved value back. */
function TypedField({ label, value, hint = "", error = "", list, parse, onChange }: TypedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && parse(typed) === null;
  return (
    <Field
      label={label}
      hint={hint}
      error={wrong ? error : null}
      input={{
        ...(list === undefined ? {} : { list }),
        value: typed ?? value,
        onChange: (event) => {
          const text = event.target.value;
          setTyped(text);
          const parsed = parse(text);
          if (parsed !== null) onChange(parsed);
        },
        onBlur: () => setTyped(null),
      }}
    />
  );
}

function notBlank(typed: string): string | null {
  return typed.trim() === "" ? null : typed;
}

function any(typed: string): string {
  return typed;
}
