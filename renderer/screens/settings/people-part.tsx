import { useEffect, useRef, useState } from "react";
import type { PersonView } from "../../../shared/ipc/contract.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { Field } from "../../components/field.tsx";
import { SegmentedControl } from "../../components/segmented-control.tsx";
import { useRegisters } from "../../stores/registers.ts";
import { useUi } from "../../stores/ui.ts";
import { LineForm } from "./line-form.tsx";
import { Register, type RegisterLine } from "./register.tsx";

const words = liveTexts.registers.people;

/** The people and units that may be named in the minutes. */
export function PeoplePart() {
  const { people, savePerson, deletePerson } = useRegisters();
  const known = people ?? [];
  const find = (id: string): PersonView | undefined => known.find((person) => person.id === id);
  const remove = async ({ id }: RegisterLine): Promise<boolean> => {
    const person = find(id);
    if (person === undefined || !(await deletePerson(person))) return false;
    const { kind, initials, name } = person;
    useUi
      .getState()
      .showToast(liveTexts.registers.removed(initials || name), async () => void (await savePerson({ kind, initials, name })));
    return true;
  };
  return (
    <section className="settings-part">
      <h2 className="sr-only">{words.title}</h2>
      <p className="settings-text">{words.intro}</p>
      <PersonForm label={words.add} person={null} />
      <Register
        label={words.list}
        lines={known.map(lineOf)}
        empty={words.empty}
        editor={(id, onDone) => <PersonForm label={words.edit} person={find(id) ?? null} onDone={onDone} />}
        onRemove={remove}
      />
    </section>
  );
}

function lineOf({ id, kind, initials, name }: PersonView): RegisterLine {
  return { id, text: initials || name, detail: initials === "" ? "" : name, more: words.kinds[kind], isName: true };
}

type PersonFormProps = { label: string; person: PersonView | null; onDone?: () => void };

/** A new person or unit, or the facts of one that is known. */
function PersonForm({ label, person, onDone }: PersonFormProps) {
  const [kind, setKind] = useState<PersonView["kind"]>(person?.kind ?? "person");
  const [initials, setInitials] = useState(person?.initials ?? "");
  const [name, setName] = useState(person?.name ?? "");
  const isEdit = onDone !== undefined;
  const [wrong, setWrong] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isEdit) first.current?.select();
  }, [isEdit]);
  const submit = async (): Promise<void> => {
    setWrong(`${initials}${name}`.trim() === "");
    if (`${initials}${name}`.trim() === "") return first.current?.focus();
    if (!(await useRegisters.getState().savePerson({ ...(person && { id: person.id }), kind, initials, name }))) return;
    if (onDone) return onDone();
    useUi.getState().say(liveTexts.registers.added(initials || name));
    setInitials("");
    setName("");
    first.current?.focus();
  };
  return (
    <LineForm
      label={label}
      submit={isEdit ? liveTexts.registers.save : words.add}
      onSubmit={() => void submit()}
      {...(onDone && { onCancel: onDone })}
    >
      <div className="settings-choice">
        <span className="field-label">{words.kind}</span>
        <SegmentedControl<PersonView["kind"]>
          label={words.kind}
          value={kind}
          options={[
            { value: "person", text: words.kinds.person },
            { value: "unit", text: words.kinds.unit },
          ]}
          onChange={setKind}
        />
      </div>
      <Field
        label={words.initials}
        className="line-form-short"
        error={wrong ? words.error : null}
        input={{ ref: first, value: initials, onChange: (event) => setInitials(event.target.value) }}
      />
      <Field label={words.name} className="line-form-long" input={{ value: name, onChange: (event) => setName(event.target.value) }} />
    </LineForm>
  );
}
