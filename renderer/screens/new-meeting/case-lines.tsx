import { CornerDownLeft, Plus, X } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { texts } from "../../app/texts.ts";
import { parseTypedMinutes } from "../../app/typed.ts";
import { IconButton } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { type CaseDraft, type MeetingDraft, useNewMeeting } from "../../stores/new-meeting.ts";
import { useUi } from "../../stores/ui.ts";

const words = texts.newMeeting;

type CaseLinesProps = { draft: MeetingDraft; firstNumber: number; checked: boolean };

/** The cases of the day, each to be changed where it stands, and an empty line for the next: Enter adds it and stays. */
export function CaseLines({ draft, firstNumber, checked }: CaseLinesProps) {
  const { cases, next } = draft;
  const edit = useNewMeeting((state) => state.edit);
  const setNext = (value: MeetingDraft["next"]): void => edit("next", value);
  const nextTitle = useRef<HTMLTextAreaElement>(null);
  const change = (at: number, part: Partial<CaseDraft>): void =>
    edit(
      "cases",
      cases.map((each, index) => (index === at ? { ...each, ...part } : each)),
    );
  const add = (): void => {
    nextTitle.current?.focus();
    if (next.title.trim() === "") return;
    edit("cases", [...cases, { id: crypto.randomUUID(), ...next }]);
    useUi.getState().say(words.caseAdded(firstNumber + cases.length, next.title));
    setNext({ title: "", minutes: "" });
  };
  const onEnter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    add();
  };
  const remove = (at: number): void => {
    edit("cases", cases.toSpliced(at, 1));
    nextTitle.current?.focus();
  };
  const badMinutes = cases.some((each) => parseTypedMinutes(each.minutes) === undefined) || parseTypedMinutes(next.minutes) === undefined;
  return (
    <div className="case-lines">
      <ol>
        {cases.map((each, at) => (
          <li key={each.id} className="case-line">
            <span className="new-item-number tabular">{firstNumber + at}</span>
            <CaseInputs
              value={each}
              number={firstNumber + at}
              checked={checked}
              onChange={(part) => change(at, part)}
              onKeyDown={onEnter}
            />
            <IconButton label={words.removeCase(each.title)} icon={<X {...iconProps} />} onClick={() => remove(at)} />
          </li>
        ))}
      </ol>
      <div className="case-line case-line-next">
        <span className="new-item-number tabular">{next.title.trim() === "" ? <Plus {...iconProps} /> : firstNumber + cases.length}</span>
        <textarea
          ref={nextTitle}
          rows={1}
          className="input case-title"
          aria-label={words.newCase}
          placeholder={words.newCasePlaceholder}
          value={next.title}
          onChange={(event) => setNext({ ...next, title: inOneLine(event.target.value) })}
          onKeyDown={onEnter}
        />
        <input
          type="text"
          className="input case-minutes"
          inputMode="numeric"
          aria-label={words.newCaseMinutes}
          placeholder="min"
          value={next.minutes}
          onChange={(event) => setNext({ ...next, minutes: event.target.value })}
          onKeyDown={onEnter}
        />
        <IconButton label={words.addCase} icon={<CornerDownLeft {...iconProps} />} onClick={add} />
      </div>
      {badMinutes && (
        <p className="field-error" role="alert">
          {words.minutesError}
        </p>
      )}
    </div>
  );
}

/** A title is one line however it is shown; pasted line breaks become spaces. */
function inOneLine(typed: string): string {
  return typed.replace(/\s*\n\s*/g, " ");
}

type CaseInputsProps = {
  value: CaseDraft;
  number: number;
  checked: boolean;
  onChange(part: Partial<CaseDraft>): void;
  onKeyDown(event: KeyboardEvent): void;
};

function CaseInputs({ value, number, checked, onChange, onKeyDown }: CaseInputsProps) {
  return (
    <>
      <textarea
        rows={1}
        className="input case-title"
        aria-label={words.caseTitle(number)}
        value={value.title}
        onChange={(event) => onChange({ title: inOneLine(event.target.value) })}
        onKeyDown={onKeyDown}
      />
      <input
        type="text"
        className="input case-minutes"
        inputMode="numeric"
        aria-label={words.caseMinutes(number)}
        aria-invalid={checked && parseTypedMinutes(value.minutes) === undefined}
        placeholder="min"
        value={value.minutes}
        onChange={(event) => onChange({ minutes: event.target.value })}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
