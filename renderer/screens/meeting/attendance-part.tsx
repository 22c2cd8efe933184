import { X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { type AttendanceEntry, attendanceStatus } from "../../../shared/domain/attendance.ts";
import { type ItemView, itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { describeError } from "../../../shared/error-text.ts";
import { texts } from "../../app/texts.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { iconProps } from "../../components/icon.ts";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { useAttendance } from "../../stores/attendance.ts";
import { useUi } from "../../stores/ui.ts";
import { useWritingHelp } from "../../stores/writing-help.ts";
import "./attendance-part.css";
import { typedNames } from "./attendance-names.ts";

const words = texts.attendance;
const nameList = "attendance-people";

/** Who is at the meeting, who is away and why, who came or left at which punkt. Saved as it is changed. */
export function AttendancePart({ meeting }: { meeting: MeetingView }) {
  const error = useAttendance((state) => state.error);
  const set = useAttendance((state) => state.set);
  const adding = useRef<HTMLDivElement>(null);
  const entries = meeting.attendance;
  const remove = (at: number): void => {
    const before = entries;
    set(entries.toSpliced(at, 1));
    useUi.getState().showToast(words.removed(entries[at]?.name ?? ""), async () => set(before));
    adding.current?.querySelector("input")?.focus();
  };
  return (
    <section className="attendance" aria-label={words.title}>
      <h3 className="field-label">{words.title}</h3>
      {entries.length > 0 && (
        <ul className="attendance-list">
          {entries.map((entry, at) => (
            <AttendanceRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a person may stand twice; a line is nothing but its place and what it says.
              key={at}
              entry={entry}
              items={itemsOf(meeting)}
              onChange={(change) => set(entries.with(at, { ...entry, ...change }))}
              onRemove={() => remove(at)}
            />
          ))}
        </ul>
      )}
      <AddPeople entries={entries} host={adding} />
      {error !== null && (
        <InlineAlert tone="error" action={<Button onClick={() => void useAttendance.getState().settle()}>{texts.retry}</Button>}>
          {describeError(error)}
        </InlineAlert>
      )}
    </section>
  );
}

/** Names or initials, several at a time; Enter adds them as present and stays for the next. */
function AddPeople({ entries, host }: { entries: readonly AttendanceEntry[]; host: RefObject<HTMLDivElement | null> }) {
  const [typed, setTyped] = useState("");
  const people = useWritingHelp((state) => state.people);
  const add = (): void => {
    const there = new Set(entries.map(({ name }) => name));
    const names = [...new Set(typedNames(typed, people))].filter((name) => !there.has(name) || typed.trim() === name);
    if (names.length === 0) return;
    useAttendance.getState().set([...entries, ...names.map(asPresent)]);
    useUi.getState().say(words.added(names.join(", ")));
    setTyped("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <div ref={host} data-attendance-add="">
      <Field
        label={words.add}
        hint={words.addHint}
        input={{ list: nameList, value: typed, onChange: (event) => setTyped(event.target.value), onKeyDown, onBlur: add }}
      />
      <datalist id={nameList}>
        {people
          .filter(({ kind }) => kind === "person")
          .map(({ initials, name }) => (
            <option key={initials} value={initials}>
              {name}
            </option>
          ))}
      </datalist>
    </div>
  );
}

function asPresent(name: string): AttendanceEntry {
  return { name, status: "present", reason: "", itemId: null };
}

type RowProps = {
  entry: AttendanceEntry;
  items: readonly ItemView[];
  onChange(change: Partial<AttendanceEntry>): void;
  onRemove(): void;
};

function AttendanceRow({ entry, items, onChange, onRemove }: RowProps) {
  const { name, status, reason } = entry;
  const moved = status === "arrived" || status === "left";
  return (
    <li className="attendance-row">
      <span className="attendance-name">{name}</span>
      <select
        className="input attendance-status"
        aria-label={words.statusOf(name)}
        value={status}
        onChange={(event) => onChange(changeTo(attendanceStatus.parse(event.target.value)))}
        onKeyDown={(event) => event.key === "Delete" && onRemove()}
      >
        {attendanceStatus.options.map((each) => (
          <option key={each} value={each}>
            {words.status[each]}
          </option>
        ))}
      </select>
      <IconButton label={words.remove(name)} icon={<X {...iconProps} />} onClick={onRemove} />
      {moved && <PunktChoice entry={entry} items={items} onChange={(itemId) => onChange({ itemId })} />}
      {status !== "present" && (
        <input
          type="text"
          className="input attendance-reason"
          aria-label={words.reasonOf(name)}
          placeholder={words.reason}
          value={reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      )}
    </li>
  );
}

/** What goes with another status: those who are there need no reason, and only those who came or left have a punkt. */
function changeTo(status: AttendanceEntry["status"]): Partial<AttendanceEntry> {
  if (status === "present") return { status, reason: "", itemId: null };
  return status === "absent" ? { status, itemId: null } : { status };
}

type PunktChoiceProps = { entry: AttendanceEntry; items: readonly ItemView[]; onChange(itemId: string | null): void };

function PunktChoice({ entry, items, onChange }: PunktChoiceProps) {
  const shown = items.some(({ id }) => id === entry.itemId) ? (entry.itemId ?? "") : "";
  return (
    <select
      className="input attendance-item"
      aria-label={entry.status === "arrived" ? words.arrivedAt(entry.name) : words.leftAt(entry.name)}
      value={shown}
      onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
    >
      <option value="">{words.noItem}</option>
      {items.map(({ id, number, title }) => (
        <option key={id} value={id}>
          {words.item(number, title || texts.agenda.untitled)}
        </option>
      ))}
    </select>
  );
}
